import Cabinet
import CabinetServices
import Terminal
import TerminalUI

extension CabinetApp {
  /// The time after which one is shown how far it is.
  private static let patience = Duration.milliseconds(300)
  /// The time between two looks at the keyboard.
  private static let slice = Duration.milliseconds(50)

  /// Begins what may take its time; without a terminal that can be looked at meanwhile it is done at once.
  func begin(_ work: any Work) {
    self.work = work
    if !isPaced { while self.work != nil { goOn() } }
  }

  /// Does the next step.
  private func goOn() {
    guard var work else { return }
    do {
      let outcome = try work.step(session)
      self.work = work
      if let outcome { end { tell(outcome) } }
    } catch {
      end {
        tellTop(.failed(error))
        push(FailureScreen(phrase: error.phrase))
      }
    }
  }

  /// Stops what is going on, and tells what was kept.
  private func stopWork() {
    guard var work else { return }
    do {
      let (kept, outcome) = try work.stop(session)
      end {
        tellTop(outcome)
        message = kept
      }
    } catch {
      end { push(FailureScreen(phrase: error.phrase)) }
    }
  }

  private func end(_ tell: () -> Void) {
    work = nil
    if layers.last?.screen is WorkScreen { layers.removeLast() }
    drawn = nil
    tell()
  }

  /// Shows how far it is.
  private func showWork() {
    guard let work else { return }
    let screen = WorkScreen(title: work.title, progress: work.progress)
    if let top = layers.indices.last, layers[top].screen is WorkScreen {
      layers[top].screen = screen
    } else {
      push(screen)
    }
    drawn = nil
  }

  /// Goes on to the end or until Escape; keys that mean anything else wait their turn.
  func finishWork(on device: any TerminalDevice) throws {
    let beginning = ContinuousClock.now
    var waiting: [TerminalEvent] = []
    while work != nil {
      let start = ContinuousClock.now
      repeat { goOn() } while work != nil && start.duration(to: .now) < Self.slice
      if work != nil, beginning.duration(to: .now) >= Self.patience {
        showWork()
        try device.present(frame())
      }
      while work != nil, device.hasPendingInput, let event = try device.nextEvent(timeout: 0) {
        switch event {
        case .key(.escape), .key(.control("c")): stopWork()
        case .hungUp:
          stopWork()
          waiting.append(event)
        case .resized(let size): self.size = size.clamped()
        // The notice of what this work writes, too: until it is taken it comes again.
        case .woken: takeInChanges()
        default: waiting.append(event)
        }
      }
    }
    for event in waiting where isRunning { handle(event) }
  }
}

import Cabinet
import CabinetServices
import Glibc
import Terminal
import TerminalUI

/// A line among the errors that tells how far long work is, and the way to stop it.
///
/// It shows on a terminal only, after a moment, and is gone when the work ends; pipes get nothing of it.
final class ProgressLine {
  /// What it needs of the world.
  struct World {
    var now: () -> ContinuousClock.Instant = { .now }
    /// Shows a line in place of the one before; an empty one takes it away.
    var show: (String) -> Void
    /// True where somebody wants the work to stop.
    var isAsked: () -> Bool
  }

  /// The time after which one is shown how far it is.
  static let patience = Duration.milliseconds(300)
  /// The time between two looks at the world.
  static let interval = Duration.milliseconds(50)

  private let title: Phrase
  private let language: Language
  private let world: World
  private let begin: ContinuousClock.Instant
  private var next: ContinuousClock.Instant
  private var isShown = false

  init(_ title: Phrase, _ language: Language, _ world: World) {
    self.title = title
    self.language = language
    self.world = world
    begin = world.now()
    next = begin + Self.interval
  }

  /// Hears how far it is.
  ///
  /// - Returns: false where the work is to stop here.
  func step(_ done: Int, _ whole: Int?) -> Bool {
    let now = world.now()
    guard now >= next else { return true }
    next = now + Self.interval
    if world.isAsked() {
      end()
      return false
    }
    if begin.duration(to: now) >= Self.patience {
      isShown = true
      world.show(text(done, whole))
    }
    return true
  }

  /// Takes the line away.
  func end() {
    if isShown { world.show("") }
    isShown = false
  }

  private func text(_ done: Int, _ whole: Int?) -> String {
    let words: InterfaceWords = language == .russian ? .russian : .english
    var far = words.grouped(done)
    if let whole, whole > 0 { far = "\(min(done, whole) * 100 / whole)\u{A0}%" }
    let stop = Phrase("Ctrl+C остановит", "Ctrl+C stops")
    return "\(title[language]): \(far) · \(stop[language])"
  }
}

extension ProgressLine {
  /// Does long work under a line; where Ctrl+C stops it the program says what was kept, and ends with 130 as shells
  /// do.
  ///
  /// - Parameter settle: what has still to be written where it is stopped.
  static func during<Result>(
    _ title: Phrase, ifStopped kept: Phrase, _ language: Language,
    settle: @escaping () throws -> Void = {}, _ work: (@escaping Pace) throws -> Result
  ) rethrows -> Result {
    let interruptions = Interruptions()
    let isTerminal = isatty(STDERR_FILENO) == 1
    let world = World(
      show: { if isTerminal { StandardError.rewrite(line: $0) } },
      isAsked: { interruptions?.isAsked ?? false })
    let line = ProgressLine(title, language, world)
    defer { line.end() }
    return try withExtendedLifetime(interruptions) {
      try work { done, whole in
        if line.step(done, whole) { return }
        do {
          try settle()
          StandardError.write(line: "kabinet: \(kept[language])")
        } catch let failure as CabinetFailure {
          StandardError.write(failure, language: language)
        } catch {
          StandardError.write(line: "kabinet: \(error)")
        }
        exit(130)
      }
    }
  }

  /// What the agencies have to do before one goes on.
  static func duringOffice<Result>(
    _ language: Language, settle: @escaping () throws -> Void = {},
    _ work: (@escaping Pace) throws -> Result
  ) rethrows -> Result {
    try during(
      Phrase("Ведомства", "Agencies"),
      ifStopped: Phrase(
        "остановлено: сделанное ведомствами сохранено, остальное они сделают в следующий раз.",
        "stopped: what the agencies did is kept, they do the rest the next time."),
      language, settle: settle, work)
  }
}

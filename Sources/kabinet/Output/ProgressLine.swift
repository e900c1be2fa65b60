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

  /// How the line is shown.
  enum Manner {
    /// Each in place of the one before.
    case rewritten
    /// Line below line, and few of them: they may be read aloud.
    case told

    /// What the terminal can show.
    static var usual: Manner { environment("TERM") == "dumb" ? .told : .rewritten }

    /// The time between two of them.
    fileprivate var interval: Duration {
      switch self {
      case .rewritten: ProgressLine.interval
      case .told: .seconds(5)
      }
    }
  }

  private let title: Phrase
  private let language: Language
  private let manner: Manner
  private let world: World
  private let begin: ContinuousClock.Instant
  private var next: ContinuousClock.Instant
  private var nextLine: ContinuousClock.Instant
  private var isShown = false

  init(_ title: Phrase, _ language: Language, as manner: Manner = .rewritten, _ world: World) {
    self.title = title
    self.language = language
    self.manner = manner
    self.world = world
    begin = world.now()
    next = begin + Self.interval
    nextLine = begin + Self.patience
  }

  /// Hears how far it is.
  ///
  /// - Returns: false where the work is to stop here.
  func step(_ done: Int, _ whole: Int?) -> Bool {
    let now = world.now()
    guard now >= next else { return true }
    next = now + Self.interval
    guard goesOn else { return false }
    if now >= nextLine {
      nextLine = now + manner.interval
      isShown = true
      world.show(text(done, whole))
    }
    return true
  }

  /// False where somebody wants the work to stop; the line is gone then.
  var goesOn: Bool {
    guard world.isAsked() else { return true }
    end()
    return false
  }

  /// Takes the line away.
  func end() {
    if isShown, manner == .rewritten { world.show("") }
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
  /// - Parameters:
  ///   - goesOn: true where other work follows: whoever asked too late for a step is obeyed at the end.
  ///   - settle: what has still to be written where it is stopped.
  static func during<Result>(
    _ title: Phrase, ifStopped kept: Phrase, _ language: Language, as manner: Manner = .usual,
    goesOn: Bool = false, settle: @escaping () throws -> Void = {},
    _ work: (@escaping Pace) throws -> Result
  ) throws -> Result {
    let interruptions = Interruptions()
    let isTerminal = isatty(STDERR_FILENO) == 1
    let world = World(
      show: { text in
        guard isTerminal else { return }
        switch manner {
        case .rewritten: StandardError.rewrite(line: text)
        case .told: StandardError.write(line: text)
        }
      },
      isAsked: { interruptions?.isAsked ?? false })
    let line = ProgressLine(title, language, as: manner, world)
    defer { withExtendedLifetime(interruptions) { line.end() } }
    func stop() -> Never {
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
    let result = try work { if !line.step($0, $1) { stop() } }
    if goesOn, !line.goesOn { stop() }
    return result
  }

  /// A cabinet that is being opened; reading it changes nothing.
  static func duringOpening<Result>(
    _ language: Language, as manner: Manner = .usual, _ work: (@escaping Pace) throws -> Result
  ) throws -> Result {
    try during(
      Phrase("Открываю", "Opening"),
      ifStopped: Phrase(
        "открытие остановлено, в кабинете ничего не изменено.",
        "the opening was stopped; nothing was changed in the cabinet."),
      language, as: manner, goesOn: true, work)
  }

  /// Registers of institutions that are being read; that changes nothing.
  static func duringRegisters(
    _ language: Language, _ work: (@escaping Pace) throws -> Void
  ) throws {
    try during(
      Phrase("Записи", "Register"),
      ifStopped: Phrase(
        "чтение остановлено: ничего не записано и не отменено.",
        "the reading was stopped: nothing was booked or cancelled."),
      language, goesOn: true, work)
  }

  /// What the agencies have to do before one goes on; gives what the work gave.
  @discardableResult
  static func duringOffice<Result>(
    _ language: Language, as manner: Manner = .usual, goesOn: Bool = false,
    settle: @escaping () throws -> Void = {}, _ work: (@escaping Pace) throws -> Result
  ) throws -> Result {
    try during(
      Phrase("Ведомства", "Agencies"),
      ifStopped: Phrase(
        "остановлено: сделанное ведомствами сохранено, остальное они сделают в следующий раз.",
        "stopped: what the agencies did is kept, they do the rest the next time."),
      language, as: manner, goesOn: goesOn, settle: settle, work)
  }
}

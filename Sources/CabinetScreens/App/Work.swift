import Cabinet
import CabinetServices
import TerminalUI

/// Something that may take its time: it is done in steps, tells how far it is, and can be stopped
/// between them without being half done.
protocol Work {
  /// What is going on.
  var title: Phrase { get }
  /// How far it is: a part of the whole, where that is known, and the same in words.
  var progress: (done: Int, total: Int?, words: Phrase) { get }
  /// Does the next step.
  ///
  /// - Returns: how it ended; nil where there is more to do.
  mutating func step(_ session: CabinetSession) throws(CabinetFailure) -> Outcome?
  /// Stops, and keeps what was done.
  ///
  /// - Returns: what was kept, in words, and what the screen below is told.
  mutating func stop(_ session: CabinetSession) throws(CabinetFailure) -> (
    kept: Phrase, outcome: Outcome
  )
}

/// Moving the clock of a demonstration on, a step of the office at a time.
struct ClockWork: Work {
  private let start: Timestamp
  private let target: Timestamp
  private var reached: Timestamp

  init(from start: Timestamp, to target: Timestamp) {
    self.start = start
    self.target = target
    reached = start
  }

  let title = Phrase("Ведомства работают", "The agencies are at work")

  var progress: (done: Int, total: Int?, words: Phrase) {
    (
      reached.seconds - start.seconds, target.seconds - start.seconds,
      Phrase(
        "до \(DateWords.dayAndTime(reached, .russian))",
        "until \(DateWords.dayAndTime(reached, .english))")
    )
  }

  mutating func step(_ session: CabinetSession) throws(CabinetFailure) -> Outcome? {
    if session.isDemonstration, let at = try session.takeOfficeStep(until: target) {
      reached = max(reached, at)
      return nil
    }
    try session.advanceClock(to: target)
    return .clockAdvanced
  }

  mutating func stop(_ session: CabinetSession) throws(CabinetFailure) -> (
    kept: Phrase, outcome: Outcome
  ) {
    // What the office has done by then has happened: the clock may not stand before it.
    try session.advanceClock(to: reached)
    let kept = Phrase(
      "Остановлено на \(DateWords.dayAndTime(session.now, .russian)); сделанное сохранено.",
      "Stopped at \(DateWords.dayAndTime(session.now, .english)); what was done is kept.")
    return (kept, .clockAdvanced)
  }
}

/// How far some work is, with the way to stop it.
struct WorkScreen: Screen {
  let title: Phrase
  var progress: (done: Int, total: Int?, words: Phrase)

  var section: Section? { nil }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] { [] }

  func view(_ context: ScreenContext) -> Page {
    let words = context.say(progress.words)
    let far =
      progress.total.map {
        View.progress(
          Progress(label: context.say(title), done: progress.done, total: $0, text: words))
      } ?? .text(StyledText(words))
    return Page(
      kind: .dialog, path: [context.say(title)],
      body: [
        far, .gap,
        .text(
          StyledText(
            context.say(
              Phrase(
                "Esc — остановить: всё, что сделано, останется.",
                "Esc stops it: all that is done stays done.")))),
      ])
  }
}

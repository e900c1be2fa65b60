import Terminal

/// Plays a tape on a stage, statement by statement; the stage is settled after every input.
public struct TapePlayer<Stage: TapeStage> {
  /// What came out so far; complete after ``play(_:)``, and useful after a failure too.
  public private(set) var report = TapeReport()

  let stage: Stage
  let clock: any TapeClock
  private let sink: any ScreenshotSink
  private var typingSpeed = 50
  private var waitTimeout = 15_000
  private var waitPattern: String?
  private var recorder: TapeRecorder?

  /// Makes a player.
  public init(stage: Stage, clock: any TapeClock, sink: any ScreenshotSink) {
    self.stage = stage
    self.clock = clock
    self.sink = sink
  }

  /// Plays every statement; settings for the start of the program are the caller's (``Tape/settings``).
  /// - Throws: the first ``TapeFailure``, with the screen.
  @discardableResult
  public mutating func play(_ tape: Tape) throws(TapeFailure) -> TapeReport {
    let outputs = tape.settings.outputs
    do {
      try playAll(tape.statements, recording: !outputs.isEmpty)
    } catch {
      finishRecording(outputs)
      throw error
    }
    finishRecording(outputs)
    return report
  }

  private mutating func playAll(
    _ statements: [TapeStatement], recording: Bool
  ) throws(TapeFailure) {
    guard let first = statements.first else { return }
    try attempt(at: first.position) { try stage.settle() }
    if recording { recorder = TapeRecorder(size: stage.screen.size) }
    recorder?.record(stage.screen)
    for statement in statements {
      try play(statement)
      report.played += 1
    }
  }

  private mutating func play(_ statement: TapeStatement) throws(TapeFailure) {
    let position = statement.position
    switch statement.command {
    case .type(let text, let pace):
      for character in text { try press(.typed(character), pace: pace, at: position) }
    case .press(let key, let count, let pace):
      for _ in 0..<count { try press(key, pace: pace, at: position) }
    case .paste(let text): try act(at: position) { try $0.paste(text) }
    case .click(let cell): try act(at: position) { try $0.click(cell) }
    case .resize(let size):
      recorder?.resize(to: size)
      try act(at: position) { try $0.resize(to: size) }
    case .advance(let seconds): try act(at: position) { try $0.advance(seconds: seconds) }
    case .restart: try act(at: position) { try $0.restart() }
    case .settle: try act(at: position) { _ in }
    case .sleep(let milliseconds):
      clock.pass(milliseconds: milliseconds)
      recorder?.pass(milliseconds: milliseconds)
      try act(at: position) { _ in }
    case .wait(let scope, let pattern, let timeout):
      try wait(
        scope, for: pattern ?? waitPattern, timeout: timeout ?? waitTimeout, at: position)
    case .expect(let pattern): try expect(pattern, at: position)
    case .refute(let pattern): try refute(pattern, at: position)
    case .expectFocus(let label): try expectFocus(label, at: position)
    case .screenshot(let file, let format): try shoot(file, format, at: position)
    case .set(.typingSpeed(let value)): typingSpeed = value
    case .set(.waitTimeout(let value)): waitTimeout = value
    case .set(.waitPattern(let value)): waitPattern = value
    case .source(let file):
      throw failure(
        at: position,
        TapeMessage(
          ru: "«\(file)» не подключён: запись открыта без Tape.load",
          en: "“\(file)” was not sourced: the tape was opened without Tape.load"))
    case .hide: recorder?.isHidden = true
    case .show:
      recorder?.isHidden = false
      recorder?.record(stage.screen)
    case .set, .environment, .output, .require: break
    }
  }

  private mutating func press(
    _ key: Key, pace: Int?, at position: TapePosition
  ) throws(TapeFailure) {
    recorder?.pass(milliseconds: pace ?? typingSpeed)
    try act(at: position) { try $0.send(key) }
  }

  /// Does something to the program, waits until it is idle, and keeps the frame for the recording.
  private mutating func act(
    at position: TapePosition, _ action: (Stage) throws -> Void
  ) throws(TapeFailure) {
    try attempt(at: position) {
      try action(stage)
      try stage.settle()
    }
    recorder?.record(stage.screen)
  }

  private mutating func wait(
    _ scope: TapeWaitScope, for pattern: String?, timeout: Int, at position: TapePosition
  ) throws(TapeFailure) {
    let start = clock.milliseconds
    while true {
      try act(at: position) { _ in }
      guard let pattern else { return }
      let text =
        scope == .screen ? stage.screen.text : ScreenText.currentLine(of: stage.screen)
      if ScreenText.matches(pattern, text) { return }
      guard clock.milliseconds - start < timeout else {
        throw failure(
          at: position,
          TapeMessage(
            ru: "за \(timeout) мс не появилось /\(pattern)/",
            en: "/\(pattern)/ did not appear within \(timeout) ms"))
      }
      clock.pass(milliseconds: 10)
      recorder?.pass(milliseconds: 10)
    }
  }

  private mutating func shoot(
    _ file: String, _ format: ScreenshotFormat, at position: TapePosition
  ) throws(TapeFailure) {
    guard let text = format.render(stage) else {
      report.skipped.append(file)
      return
    }
    let screenshot = Screenshot(file: file, format: format, text: text, position: position)
    var outcome = GoldenOutcome.matched
    try attempt(at: position) { outcome = try sink.receive(screenshot) }
    switch outcome {
    case .matched: break
    case .recorded: report.recorded.append(screenshot)
    case .differed(let difference):
      throw failure(
        at: position,
        TapeMessage(
          ru: "экран не такой, как в «\(file)» (− было, + стало):\n\(difference)",
          en: "the screen differs from “\(file)” (− kept, + shown):\n\(difference)"))
    }
  }

  private mutating func finishRecording(_ outputs: [String]) {
    guard let text = recorder?.text else { return }
    report.recordings = outputs.map { TapeReport.Recording(file: $0, text: text) }
  }
}

extension Key {
  /// The key that types a character.
  static func typed(_ character: Character) -> Key {
    if character.isNewline { return .enter }
    return character == "\t" ? .tab : .character(character)
  }
}

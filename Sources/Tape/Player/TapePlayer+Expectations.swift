import Terminal

extension TapePlayer {
  func expect(_ pattern: TapePattern, at position: TapePosition) throws(TapeFailure) {
    try attempt(at: position) { try stage.settle() }
    guard !ScreenText.shows(pattern, on: stage.screen) else { return }
    let sought = pattern.quoted
    throw failure(
      at: position,
      TapeMessage(
        ru: "на экране нет \(sought.russian)",
        en: "the screen does not show \(sought.english)"))
  }

  func refute(_ pattern: TapePattern, at position: TapePosition) throws(TapeFailure) {
    try attempt(at: position) { try stage.settle() }
    guard ScreenText.shows(pattern, on: stage.screen) else { return }
    let sought = pattern.quoted
    throw failure(
      at: position,
      TapeMessage(
        ru: "на экране есть \(sought.russian), а не должно быть",
        en: "the screen shows \(sought.english), which it should not"))
  }

  func expectFocus(_ label: String, at position: TapePosition) throws(TapeFailure) {
    try attempt(at: position) { try stage.settle() }
    guard let focused = stage.focusLabel else {
      throw failure(
        at: position,
        TapeMessage(
          ru: "в фокусе должно быть «\(label)», а в фокусе ничего нет",
          en: "the focus should be on “\(label)”, but nothing has it"))
    }
    guard !ScreenText.normalized(focused).contains(ScreenText.normalized(label)) else { return }
    throw failure(
      at: position,
      TapeMessage(
        ru: "в фокусе должно быть «\(label)», а там «\(focused)»",
        en: "the focus should be on “\(label)”, but it is on “\(focused)”"))
  }

  func failure(at position: TapePosition, _ message: TapeMessage) -> TapeFailure {
    TapeFailure(position: position, message: message, screen: stage.screen)
  }

  /// Runs what a stage or a sink may refuse, and says where in the tape it did.
  func attempt(at position: TapePosition, _ body: () throws -> Void) throws(TapeFailure) {
    do {
      try body()
    } catch let error as TapeStageError {
      throw failure(at: position, error.message)
    } catch {
      throw failure(at: position, TapeMessage(ru: "сбой: \(error)", en: "failed: \(error)"))
    }
  }
}

extension TapePattern {
  /// The pattern as a message shows it.
  fileprivate var quoted: TapeMessage {
    switch self {
    case .text(let text): .quoted(text)
    case .regex(let source): TapeMessage(ru: "/\(source)/", en: "/\(source)/")
    }
  }
}

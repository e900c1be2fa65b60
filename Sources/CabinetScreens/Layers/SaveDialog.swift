import Cabinet
import TerminalUI

/// What every dialog has in common that asks where to keep a file.
enum SaveDialog {
  /// The field `path` with the buttons `save` and `back`.
  static func place(_ path: String, _ context: ScreenContext) -> [View] {
    [
      .field(Field(id: "path", label: context.say(FollowWords.saveTo), text: path)), .gap,
      .buttons([
        Button(id: "save", context.say(FollowWords.save)),
        Button(id: "back", context.say(AppWords.close)),
      ]),
    ]
  }

  /// Leaves the dialog once the file is written, and says where it is.
  static func finished(_ outcome: Outcome) -> [Effect] {
    guard case .recordSaved(let path) = outcome else { return [] }
    let phrase = FollowWords.recordSaved
    return [.pop, .notify(Phrase("\(phrase.ru) \(path)", "\(phrase.en) \(path)"))]
  }
}

import ArgumentParser
import Cabinet
import CabinetScreens
import CabinetServices
import Terminal
import TerminalUI

/// Lists the keys.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List every action of the cabinet with its keys.",
    discussion: """
      Your own keys come from keys.json in $XDG_CONFIG_HOME/kabinet: {"quit": ["Ctrl+Q", "F12"]}. Keys \
      are spelled as in tapes; a letter acts by its place on the keyboard. Where the file has a mistake, \
      it is told with its line, the usual keys are listed, and the command ends with 1.
      """)

  private struct Row: Encodable {
    var id: String
    var place: String
    var keys: [String]
    var title: String
    var sentence: String
  }

  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: Options

  func run() throws {
    let keys = DisplayOptions.keys(SettingsFolder(options.settingsFolder))
    let language = options.language
    let rows = ActionList.entries(language, keys.bindings).map { place, action in
      Row(
        id: action.id.rawValue, place: place, keys: action.keys.map(\.name), title: action.title,
        sentence: action.sentence)
    }
    if json { try JSONOutput.print(rows) } else { print(Self.table(rows)) }
    if let message = keys.message { throw Refusal(code: 1, message: message[language]) }
  }

  private static func table(_ rows: [Row]) -> String {
    func width(_ texts: [String]) -> Int { texts.map(\.count).max() ?? 0 }
    let ids = width(rows.map(\.id))
    let keys = width(rows.map { $0.keys.joined(separator: " ") })
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count) + 2)
    }
    var lines: [String] = []
    var place = ""
    for row in rows {
      if row.place != place { lines += (place.isEmpty ? [] : [""]) + [row.place] }
      place = row.place
      lines.append(
        "  " + padded(row.id, ids) + padded(row.keys.joined(separator: " "), keys) + row.sentence)
    }
    return lines.joined(separator: "\n")
  }
}

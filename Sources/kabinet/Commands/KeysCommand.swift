import ArgumentParser
import Cabinet
import CabinetScreens
import CabinetServices
import TerminalUI

/// Lists the keys.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List the keys that mean something everywhere in the cabinet.")

  private struct Row: Encodable {
    var id: String
    var keys: [String]
    var title: String
    var sentence: String
  }

  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: Options

  func run() throws {
    let session = try Cabinets.visitor(
      fixtures: try options.fixtures(), clock: options.fixedClock)
    let rows = PlainScreens(session: session, language: options.language).actions.map {
      Row(
        id: $0.id.rawValue, keys: $0.keys.map(\.label), title: $0.title, sentence: $0.sentence)
    }
    if json {
      try JSONOutput.print(rows)
      return
    }
    let columns = rows.map { $0.keys.joined(separator: " ") }
    let width = columns.map(\.count).max() ?? 0
    for (keys, row) in zip(columns, rows) {
      print(keys + String(repeating: " ", count: width - keys.count + 2) + row.sentence)
    }
  }
}

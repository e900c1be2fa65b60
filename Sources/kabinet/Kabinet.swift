import ArgumentParser
import CabinetServices

/// The program's command line.
struct Kabinet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kabinet",
    abstract: "A city resident's personal cabinet in a terminal.",
    discussion: """
      Find a city service, read how it is provided, apply, and follow the decision. There is no link \
      to the real portal: the agencies are simulated by the published rules.

      Exit codes: 0 ok, 1 refused, 2 usage, 3 store damaged or unreadable, 4 not found, 5 not \
      signed in, 6 terminal unusable.
      """,
    version: "0.1.0",
    subcommands: [
      OpenCommand.self, DemoCommand.self, PlainCommand.self, ServicesCommand.self,
      ServiceCommand.self, EligibleCommand.self,
      ApplyCommand.self, ApplicationsCommand.self, ApplicationCommand.self, WithdrawCommand.self,
      AnswerCommand.self, AppealCommand.self, BookCommand.self, OfficeCommand.self,
      MedicalCommand.self, CalendarCommand.self, KeysCommand.self, CheckCommand.self,
      RepairCommand.self, ExportCommand.self, ImportCommand.self,
      PlayCommand.self, RecordCommand.self, CatalogueCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  /// Reads a command line.
  ///
  /// The parser describes every command of the program before it reads a word, which takes longer than
  /// opening a cabinet does. So the two commands that open one are tried alone; what they can't read,
  /// the whole program reads, or refuses in its words.
  static func command(_ words: [String]) throws -> any ParsableCommand {
    if words.first == "demo" {
      if let demo = try? DemoCommand.parse(Array(words.dropFirst())) { return demo }
    } else if words.first?.hasPrefix("-") ?? true {
      if let open = try? OpenCommand.parse(words) { return open }
    }
    try refuseUnknownCommand(words)
    return try parseAsRoot(words)
  }

  /// The names of the commands.
  static var names: [String] { configuration.subcommands.map { $0._commandName } }

  /// Refuses a word where only a command can stand; the parser would take it for too many words of another.
  ///
  /// What `help` is asked about is such a place, too.
  private static func refuseUnknownCommand(_ words: [String]) throws(UsageProblem) {
    var group: any ParsableCommand.Type = self
    var path = "kabinet"
    for word in words.first == "help" ? words.dropFirst() : words[...] {
      let commands = group.configuration.subcommands
      if let next = commands.first(where: { $0._commandName == word }) {
        group = next
        path += " \(word)"
        continue
      }
      // A group that does something by itself takes words of its own.
      let isGroup = group == self || group.configuration.defaultSubcommand == nil
      guard isGroup, !commands.isEmpty, !word.hasPrefix("-"), word != "help" else { return }
      let near = Nearest.names(to: word, among: commands.map { $0._commandName })
      throw .noCommand(word, group: path, near: near)
    }
  }
}

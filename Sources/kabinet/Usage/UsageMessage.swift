import ArgumentParser
import Cabinet

/// What is told of a command line that could not be read: what is wrong, how it is written, where more is told.
struct UsageMessage {
  private let problem: UsageProblem
  /// How the command is written; nil where it is not known which one was meant.
  private var synopsis: String?
  /// The words after `kabinet help` that tell more.
  private var help: [String] = []

  /// The message of a problem that the program found itself.
  init(_ problem: UsageProblem) {
    self.problem = problem
    if case .noCommand(_, let group, _) = problem { help = Self.words(group) }
  }

  /// The message of what the parser found in some words.
  init(parserError error: any Error, in words: [String]) {
    let found = UsageProblem(parserMessage: Kabinet.message(for: error))
    problem = found.seen(in: words, commands: Kabinet.names)
    if case .commandBehindOptions(let command) = problem {
      help = [command]
      return
    }
    let whole = Kabinet.fullMessage(for: error)
    // What every command takes is told by the help.
    synopsis = whole.firstMatch(of: /\nUsage: (.*)/).map {
      String($0.1).replacing(#/ \[--store <store>\].*/#, with: " […]")
    }
    help = whole.firstMatch(of: /\n  See '(.*) --help'/).map { Self.words(String($0.1)) } ?? []
  }

  /// The words of a command after the name of the program.
  private static func words(_ command: String) -> [String] {
    command.split(separator: " ").dropFirst().map(String.init)
  }

  /// The lines for whoever typed it.
  func lines(_ language: Language) -> [String] {
    let command = (["kabinet help"] + help).joined(separator: " ")
    let nothing = Phrase("Ничего не сделано.", "Nothing was done.")
    let more =
      if case .noCommand = problem {
        Phrase("Все команды: \(command)", "All commands: \(command)")
      } else {
        Phrase("Подробно: \(command)", "More: \(command)")
      }
    let way = synopsis.map { Phrase("Пишется так: \($0)", "Usage: \($0)") }
    return ["kabinet: \(problem.phrase[language])", way?[language]].compactMap { $0 }
      + ["\(nothing[language]) \(more[language])"]
  }
}

extension ValidationError {
  /// Why a command line is refused, in its own language: the parser passes on nothing but a text.
  init(_ phrase: Phrase) {
    self.init(phrase[Options.language(of: CommandLine.arguments)])
  }
}

import Cabinet

/// What is wrong with a command line.
enum UsageProblem: Error, Equatable {
  /// There is no such command in a group of them; and those that are near it.
  case noCommand(String, group: String, near: [String])
  /// A command stands behind options, and goes before them.
  case commandBehindOptions(String)
  /// There is no such option; and the one that is near it.
  case noOption(String, near: String?)
  /// An option takes a value and has none.
  case noValue(option: String)
  /// An option takes no value and has one.
  case unwantedValue(String, option: String)
  /// A value does not fit: one of some does, or there is a reason; a number is wanted where neither is known.
  case wrongValue(String, of: String, fitting: [String], reason: String?)
  /// What the command cannot do without is not there.
  case missing(String)
  /// There are more words than the command takes.
  case tooMany([String])
  /// What a command says itself, in the language of the command line.
  case told(String)

  /// Reads what the parser says: its errors are its own, so that its sentences are all there is to know them by.
  ///
  /// A sentence that is not known is told as it is.
  init(parserMessage message: String) {
    if let match = message.wholeMatch(of: /(?s)Unexpected argument '(.*)'/) {
      self = .tooMany([String(match.1)])
    } else if let match = message.wholeMatch(of: /(?s)\d+ unexpected arguments: '(.*)'/) {
      self = .tooMany(match.1.split(separator: "', '").map(String.init))
    } else if let match = message.wholeMatch(
      of: /(?s)Unknown option '(.*?)'(?:\. Did you mean '(.*)'\?)?/)
    {
      self = .noOption(String(match.1), near: match.2.map(String.init))
    } else if let match = message.wholeMatch(of: /Missing value for '(\S+)(?: <.*>)?'/) {
      self = .noValue(option: String(match.1))
    } else if let match = message.wholeMatch(of: /Missing expected argument '(.*)'/) {
      self = .missing(String(match.1))
    } else if let match = message.wholeMatch(
      of: /(?s)The option '(.*?)' does not take any value, but '(.*)' was specified\./)
    {
      self = .unwantedValue(String(match.2), option: String(match.1))
    } else if let match = message.wholeMatch(
      of:
        #/
        (?s) The\ value\ '(.*)'\ is\ invalid\ for\ '(\S+?)(?:\ <.*?>)?'
        (?: :\ (.*) | \.\ Please\ provide\ (.*) )?
        /#)
    {
      self = .wrongValue(
        String(match.1), of: String(match.2),
        fitting: Self.fitting(match.4 ?? ""), reason: match.3.map(String.init))
    } else if let match = message.wholeMatch(
      of: /(?s)Can't generate completion scripts for '(.*)'\..*\n +(.*)/)
    {
      self = .wrongValue(
        String(match.1), of: "--generate-completion-script",
        fitting: match.2.split(separator: " ").map(String.init), reason: nil)
    } else {
      self = .told(message)
    }
  }

  /// The values in “one of 'a', 'b' or 'c'.”, or in a list below.
  private static func fitting(_ text: Substring) -> [String] {
    text.matches(of: /'(.+?)'|  - (.+)/).compactMap { $0.1 ?? $0.2 }.map(String.init)
  }

  /// The problem seen with the whole command line before one: who wrote a command behind options meant it.
  func seen(in words: [String], commands: [String]) -> UsageProblem {
    guard words.first?.hasPrefix("-") == true else { return self }
    switch self {
    case .tooMany(let extra):
      guard let word = extra.first, commands.contains(word) else { return self }
      return .commandBehindOptions(word)
    case .noOption(let name, _):
      let command = zip(words, words.dropFirst()).first { before, word in
        commands.contains(word) && (before == name || !before.hasPrefix("-"))
      }
      return command.map { .commandBehindOptions($0.1) } ?? self
    default: return self
    }
  }
}

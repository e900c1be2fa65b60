import Cabinet

extension UsageProblem {
  /// What is wrong, and what is meant perhaps.
  var phrase: Phrase {
    switch self {
    case .noCommand(let word, let group, let near):
      Phrase(
        "у \(group) нет команды «\(word)»" + Self.perhaps(near, word).ru,
        "\(group) has no command “\(word)”" + Self.perhaps(near, word).en)
    case .commandBehindOptions(let command):
      Phrase(
        "команда пишется первой, параметры после неё: kabinet \(command) …",
        "the command goes first, options behind it: kabinet \(command) …")
    case .noOption(let name, let near):
      Phrase(
        "параметра \(name) здесь нет" + Self.perhaps(near.map { [$0] } ?? [], name).ru,
        "there is no option \(name) here" + Self.perhaps(near.map { [$0] } ?? [], name).en)
    case .noValue(let option):
      Phrase("у \(option) не хватает значения.", "\(option) lacks its value.")
    case .unwantedValue(let value, let option):
      Phrase(
        "у \(option) не бывает значения, а написано «\(value)».",
        "\(option) takes no value, and “\(value)” is written.")
    case .wrongValue(let value, let name, let fitting, let reason):
      Phrase(
        "«\(value)» не подходит для \(name): "
          + (reason
            ?? (fitting.isEmpty
              ? "нужно целое число." : "можно \(fitting.joined(separator: ", ")).")),
        "“\(value)” does not fit \(name): "
          + (reason
            ?? (fitting.isEmpty
              ? "a whole number is wanted." : "it takes \(fitting.joined(separator: ", "))."))
      )
    case .missing(let name):
      Phrase("не хватает \(name).", "\(name) is missing.")
    case .tooMany(let words):
      Phrase(
        "лишнее: \(words.map { "«\($0)»" }.joined(separator: ", ")).",
        "too much: \(words.map { "“\($0)”" }.joined(separator: ", ")).")
    case .told(let text): Phrase(text, text)
    }
  }

  /// Names that are near a word and begin like it: few mistype the first letter, and others puzzle more than they help.
  private static func perhaps(_ names: [String], _ word: String) -> Phrase {
    func start(_ name: String) -> String { String(name.drop { $0 == "-" }.prefix(1)).lowercased() }
    let names = names.filter { start($0) == start(word) }
    guard !names.isEmpty else { return Phrase(".", ".") }
    return Phrase(
      "; может быть, \(names.joined(separator: " или "))?",
      "; perhaps \(names.joined(separator: " or "))?")
  }
}

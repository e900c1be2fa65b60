/// A line that means the conversation itself, in either language at any time.
enum Command: Hashable {
  case back, help, again, quit, more, menu, clear

  /// The command that a line is; nil for an answer or a choice.
  init?(_ line: String) {
    guard let command = Self.words[Speech.key(line)] else { return nil }
    self = command
  }

  private static let words: [String: Command] = {
    let all: [(Command, String)] = [
      (.back, "назад back"), (.help, "справка помощь help ?"),
      (.again, "повтори повторить еще_раз repeat again"), (.quit, "выход выйти quit exit"),
      (.more, "еще more"), (.menu, "меню menu"), (.clear, "стереть clear"),
    ]
    var words: [String: Command] = [:]
    for (command, names) in all {
      for name in names.split(separator: " ") {
        words[name.split(separator: "_").joined(separator: " ")] = command
      }
    }
    return words
  }()

  /// What is to be found, where a line asks for it: `найти паспорт`, `/паспорт`.
  static func wanted(_ line: String) -> String? {
    for prefix in ["/", "найти ", "поиск ", "find ", "search "]
    where line.lowercased().hasPrefix(prefix) {
      let rest = line.dropFirst(prefix.count).drop { $0 == " " }
      return rest.isEmpty ? nil : String(rest)
    }
    return nil
  }
}

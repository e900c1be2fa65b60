extension FormField {
  /// The answer in the form in which it is sent: dates as ISO 8601, amounts in kopecks, identifiers
  /// in their canonical spelling.
  ///
  /// An answer that is not valid comes back as it is.
  public func canonical(_ answer: Answer) -> Answer {
    guard case .text(let text) = answer else { return answer }
    switch type {
    case .date: return FormField.day(typed: text).map { .text($0.description) } ?? answer
    case .number: return FormField.number(typed: text).map { .text(String($0)) } ?? answer
    case .money: return Money(typed: text).map { .text(String($0.kopecks)) } ?? answer
    case .account: return .text(text.filter { !$0.isWhitespace })
    default:
      guard let identifier = type.identifier, case .valid(let spelling, _) = identifier.check(text)
      else { return .text(text.trimmed) }
      return .text(spelling)
    }
  }

  /// A canonical answer as one would type it, to fill in a form.
  public func typed(_ canonical: String) -> String {
    switch type {
    case .date: Day(canonical)?.russian ?? canonical
    case .money: Int(canonical).map { Money(kopecks: $0).typed } ?? canonical
    default: canonical
    }
  }

  /// An answer as it is read on a check page or a record.
  public func shown(_ answer: Answer, _ language: Language) -> String {
    switch answer {
    case .flag(let flag):
      return flag ? Phrase("да", "yes")[language] : Phrase("нет", "no")[language]
    case .files(let files): return files.map(\.name).joined(separator: ", ")
    case .reference(let reference): return reference.title
    case .text, .values:
      if let options {
        return answer.values.map { value in
          options.first { $0.id == value }?.name[language] ?? value
        }.joined(separator: ", ")
      }
      guard let text = answer.text else { return answer.values.joined(separator: ", ") }
      if type == .money, let amount = Int(text) { return Money(kopecks: amount).inWords[language] }
      return typed(text)
    }
  }

  /// Reads a date as people type it: `04.03.1979`, `4.3.1979`, `04/03/1979`, `1979-03-04`.
  public static func day(typed text: String) -> Day? {
    let trimmed = text.trimmed
    if let day = Day(trimmed) { return day }
    let parts = trimmed.split(omittingEmptySubsequences: false) { ".,/- ".contains($0) }
    guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      parts[2].count == 4, let day = Int(parts[0]), let month = Int(parts[1]),
      let year = Int(parts[2])
    else { return nil }
    return Day(year, month, day)
  }

  /// Reads a whole number; spaces between thousands are passed over.
  static func number(typed text: String) -> Int? {
    let digits = text.filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 }) else {
      return nil
    }
    return Int(digits)
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    var view = self[...]
    while view.first?.isWhitespace == true { view.removeFirst() }
    while view.last?.isWhitespace == true { view.removeLast() }
    return String(view)
  }
}

extension Day {
  /// The Russian form, `14.01.2021`.
  public var russian: String {
    let (year, month, day) = civil
    return "\(padded(day, to: 2)).\(padded(month, to: 2)).\(padded(year, to: 4))"
  }
}

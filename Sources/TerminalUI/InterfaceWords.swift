/// The interface's own few words, in one language; everything else comes from the screens.
public struct InterfaceWords: Hashable, Sendable {
  /// A text that counts, with the count at `#`.
  public struct Counted: Hashable, Sendable {
    var one: String
    var few: String
    var many: String
    var isRussian: Bool

    /// The form for a number by the language's rule (CLDR plural rules for integers).
    public func callAsFunction(_ number: Int) -> String {
      let form: String
      if isRussian {
        let tens = number % 100
        switch number % 10 {
        case 1 where tens != 11: form = one
        case 2...4 where !(12...14).contains(tens): form = few
        default: form = many
        }
      } else {
        form = number == 1 ? one : many
      }
      let digits = InterfaceWords.grouped(number, isRussian: isRussian)
      return form.split(separator: "#", omittingEmptySubsequences: false).joined(separator: digits)
    }
  }

  /// Between a number and the whole: `3 из 10`.
  public var of: String
  /// How many lines follow below the screen.
  public var moreBelow: Counted
  /// How many lines lie above the screen.
  public var moreAbove: Counted
  /// How many rows of a list were left out of a linear reading.
  public var moreRows: Counted
  /// What an empty field shows.
  public var empty: String
  /// Before an example in an empty field.
  public var example: String
  /// The state of the option chosen among several.
  public var selected: String
  /// The state of a box that is ticked.
  public var checked: String
  /// The state of a box that is not ticked.
  public var unchecked: String
  /// The state of a field that may not stay empty.
  public var required: String
  /// The state of a button that cannot be pressed now.
  public var unavailable: String
  /// The name of the help where no action gives it one.
  public var help: String
  /// What a terminal below 32×10 shows.
  public var tooSmall: String
  /// Before a problem, in a linear reading.
  public var problem: String
  /// Before a warning, in a linear reading.
  public var warning: String
  /// Before a success, in a linear reading.
  public var success: String
  /// Before a note, in a linear reading.
  public var note: String
  /// The name of the sections of the program.
  public var sections: String
  /// The state of the section in which the page stands.
  public var current: String

  /// A number with its thousands kept apart as the language does.
  public func grouped(_ number: Int) -> String {
    Self.grouped(number, isRussian: moreBelow.isRussian)
  }

  /// A number with its thousands kept apart, by no-break spaces in Russian, by commas in English.
  static func grouped(_ number: Int, isRussian: Bool) -> String {
    let digits = String(number.magnitude)
    guard digits.count > 3 else { return String(number) }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(isRussian ? "\u{A0}" : ",") }
      text.append(digit)
    }
    return number < 0 ? "-" + text : text
  }

  /// The words in Russian.
  public static let russian = InterfaceWords(
    of: "из",
    moreBelow: Counted(
      one: "ещё # строка ниже", few: "ещё # строки ниже", many: "ещё # строк ниже",
      isRussian: true),
    moreAbove: Counted(
      one: "# строка выше", few: "# строки выше", many: "# строк выше", isRussian: true),
    moreRows: Counted(one: "и ещё #", few: "и ещё #", many: "и ещё #", isRussian: true),
    empty: "пусто", example: "например:", selected: "выбрано", checked: "отмечено",
    unchecked: "не отмечено", required: "обязательно", unavailable: "недоступно",
    help: "справка", tooSmall: "Экран мал: нужно не меньше 32×10",
    problem: "Ошибка:", warning: "Внимание:", success: "Готово:", note: "К сведению:",
    sections: "Разделы", current: "вы здесь")

  /// The words in English.
  public static let english = InterfaceWords(
    of: "of",
    moreBelow: Counted(
      one: "# more line below", few: "", many: "# more lines below", isRussian: false),
    moreAbove: Counted(one: "# line above", few: "", many: "# lines above", isRussian: false),
    moreRows: Counted(one: "and # more", few: "", many: "and # more", isRussian: false),
    empty: "empty", example: "for example:", selected: "selected", checked: "ticked",
    unchecked: "not ticked", required: "required", unavailable: "unavailable",
    help: "help", tooSmall: "Screen too small: at least 32×10 needed",
    problem: "Problem:", warning: "Warning:", success: "Done:", note: "Note:",
    sections: "Sections", current: "you are here")
}

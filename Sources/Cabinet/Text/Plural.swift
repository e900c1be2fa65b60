/// A noun in the forms that numbers demand.
///
/// Russian: 1 поле, 2 поля, 5 полей, 11 полей, 21 поле; English: 1 field, 2 fields.
public struct Plural: Sendable {
  private let one: String
  private let few: String
  private let many: String
  private let single: String
  private let several: String

  /// Makes a noun of its forms.
  public init(_ one: String, _ few: String, _ many: String, en single: String, _ several: String) {
    self.one = one
    self.few = few
    self.many = many
    self.single = single
    self.several = several
  }

  /// The number with the noun in Russian.
  public func ru(_ count: Int) -> String { "\(count)\u{A0}\(form(count))" }

  /// The number with the noun in English.
  public func en(_ count: Int) -> String { "\(count)\u{A0}\(count == 1 ? single : several)" }

  /// The number with the noun in both languages.
  public func callAsFunction(_ count: Int) -> Phrase { Phrase(ru(count), en(count)) }

  private func form(_ count: Int) -> String {
    let tens = count.magnitude % 100
    switch tens % 10 {
    case 1 where tens != 11: return one
    case 2...4 where !(12...14).contains(tens): return few
    default: return many
    }
  }

  /// Fields of a form, as what is to be corrected.
  public static let fields = Plural("поле", "поля", "полей", en: "field", "fields")
  /// Working days.
  public static let workingDays = Plural(
    "рабочий день", "рабочих дня", "рабочих дней", en: "working day", "working days")
  /// Calendar days.
  public static let calendarDays = Plural(
    "календарный день", "календарных дня", "календарных дней", en: "calendar day", "calendar days")
  /// Days.
  public static let days = Plural("день", "дня", "дней", en: "day", "days")
  /// Years of age.
  public static let years = Plural("год", "года", "лет", en: "year", "years")
  /// Characters of a text, after "at most" and "at least", which in Russian ask for the genitive.
  public static let charactersOfLimit = Plural(
    "знака", "знаков", "знаков", en: "character", "characters")
  /// Files, after "at most" and "at least".
  public static let filesOfLimit = Plural("файла", "файлов", "файлов", en: "file", "files")
  /// Services.
  public static let services = Plural("услуга", "услуги", "услуг", en: "service", "services")
  /// Applications.
  public static let applications = Plural(
    "заявление", "заявления", "заявлений", en: "application", "applications")
  /// Drafts.
  public static let drafts = Plural("черновик", "черновика", "черновиков", en: "draft", "drafts")
}

extension ConversationWords {
  typealias Counted = InterfaceWords.Counted

  /// Words that are shortened after a number, with their full forms.
  var inFull: [String: Counted] { isRussian ? Self.russianInFull : Self.englishInFull }

  /// Words that are shortened wherever they stand.
  var shortened: [String: String] { isRussian ? Self.russianShortened : [:] }

  /// Units after a number.
  var units: [String: String] { isRussian ? Self.russianUnits : Self.englishUnits }

  /// The days of the week before a number.
  var weekdays: [String: String] { isRussian ? Self.russianWeekdays : Self.englishWeekdays }

  /// The months as they stand after a day.
  var months: [String] { isRussian ? Self.russianMonths : Self.englishMonths }

  /// What parts kopecks from roubles in numbers.
  var decimalPoint: Character { isRussian ? "," : "." }

  /// What is said for the sign of adding.
  var adding: String { isRussian ? "Добавить: " : "Add: " }

  func roubles(_ number: Int) -> String {
    Counted(
      one: isRussian ? "рубль" : "rouble", few: "рубля", many: isRussian ? "рублей" : "roubles",
      isRussian: isRussian)(number)
  }

  func kopecks(_ number: Int) -> String {
    Counted(
      one: isRussian ? "копейка" : "kopeck", few: "копейки", many: isRussian ? "копеек" : "kopecks",
      isRussian: isRussian)(number)
  }

  private static let russianMonths = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
  ]

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func short(_ months: [String], isRussian: Bool) -> [String: Counted] {
    var short: [String: Counted] = [:]
    for month in months where month.count > 3 {
      short[String(month.prefix(3))] = Counted(
        one: month, few: month, many: month, isRussian: isRussian)
    }
    return short
  }

  private static let russianInFull = short(russianMonths, isRussian: true).merging([
    "р.д.": Counted(
      one: "рабочий день", few: "рабочих дня", many: "рабочих дней", isRussian: true),
    "дн.": Counted(one: "день", few: "дня", many: "дней", isRussian: true),
    "мин": Counted(one: "минута", few: "минуты", many: "минут", isRussian: true),
  ]) { $1 }

  private static let englishInFull = short(englishMonths, isRussian: false).merging([
    "w.d.": Counted(one: "working day", few: "", many: "working days", isRussian: false)
  ]) { $1 }

  private static let russianWeekdays = [
    "пн": "понедельник", "вт": "вторник", "ср": "среда", "чт": "четверг", "пт": "пятница",
    "сб": "суббота", "вс": "воскресенье",
  ]

  private static let englishWeekdays = [
    "Mon": "Monday", "Tue": "Tuesday", "Wed": "Wednesday", "Thu": "Thursday", "Fri": "Friday",
    "Sat": "Saturday", "Sun": "Sunday", "mon": "Monday", "tue": "Tuesday", "wed": "Wednesday",
    "thu": "Thursday", "fri": "Friday", "sat": "Saturday", "sun": "Sunday",
  ]

  private static let russianShortened = [
    "ул.": "улица", "стр.": "строение", "каб.": "кабинет", "ГП": "городская поликлиника",
    "ДГП": "детская городская поликлиника", "№": "номер",
  ]

  private static let russianUnits = [
    "ммоль/л": "миллимоль на литр", "мкмоль/л": "микромоль на литр", "г/л": "граммов на литр",
    "мЕд/л": "миллиединиц на литр", "нг/мл": "нанограммов на миллилитр",
    "мм/ч": "миллиметров в час",
    "%": "процентов", "КБ": "килобайт",
  ]

  private static let englishUnits = [
    "ммоль/л": "millimoles per litre", "мкмоль/л": "micromoles per litre", "г/л": "grams per litre",
    "мЕд/л": "milliunits per litre", "нг/мл": "nanograms per millilitre",
    "мм/ч": "millimetres per hour",
  ]
}

import Cabinet

/// Dates as people read them.
enum DateWords {
  private static let shortRussian = [
    "янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
  ]
  private static let longRussian = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
  ]
  private static let shortEnglish = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `14 янв`.
  static func short(_ day: Day, _ language: Language) -> String {
    let names = language == .russian ? shortRussian : shortEnglish
    return "\(day.dayOfMonth)\u{A0}\(names[day.month - 1])"
  }

  /// `14 января`, with the year where it is another than that of `today`.
  static func long(_ day: Day, today: Day, _ language: Language) -> String {
    let names = language == .russian ? longRussian : Day.englishMonths
    let text = "\(day.dayOfMonth)\u{A0}\(names[day.month - 1])"
    return day.year == today.year ? text : "\(text) \(day.year)"
  }

  /// `14.01.2021`, for columns.
  static func numeric(_ day: Day) -> String { day.russian }
  private static let weekdaysRussian = ["пн", "вт", "ср", "чт", "пт", "сб", "вс"]
  private static let weekdaysEnglish = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// `вт`.
  static func weekday(_ day: Day, _ language: Language) -> String {
    (language == .russian ? weekdaysRussian : weekdaysEnglish)[day.weekday - 1]
  }

  /// `19 января, 09:40`.
  static func longAndTime(_ moment: Timestamp, today: Day, _ language: Language) -> String {
    "\(long(moment.day, today: today, language)), \(moment.clock.prefix(5))"
  }

  /// `вт 19 января, 09:40`.
  static func weekdayAndTime(_ moment: Timestamp, today: Day, _ language: Language) -> String {
    "\(weekday(moment.day, language))\u{A0}\(longAndTime(moment, today: today, language))"
  }

  /// `14 янв, 10:00`.
  static func dayAndTime(_ moment: Timestamp, _ language: Language) -> String {
    "\(short(moment.day, language)), \(moment.clock.prefix(5))"
  }

  /// A deadline with the working days left, such as `до 18 янв · 2 р.д.`.
  static func deadline(_ day: Day, workingDaysLeft left: Int, _ language: Language) -> String {
    let date = short(day, language)
    switch language {
    case .russian: return left > 0 ? "до \(date) · \(left)\u{A0}р.д." : "до \(date) · сегодня"
    case .english: return left > 0 ? "by \(date) · \(left)\u{A0}w.d." : "by \(date) · today"
    }
  }
}

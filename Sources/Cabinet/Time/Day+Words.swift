extension Day {
  /// The date with its year, as each language writes it: `14.01.2021`, `14 January 2021`.
  public var inWords: Phrase {
    Phrase(russian, "\(dayOfMonth)\u{A0}\(Self.englishMonths[month - 1]) \(year)")
  }

  /// The English names of the months, January first.
  public static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension Timestamp {
  /// The date and the time in Moscow: `14.01.2021 10:04`, `14 January 2021 10:04`.
  public var inWords: Phrase {
    let date = day.inWords
    return Phrase("\(date.ru) \(clock.prefix(5))", "\(date.en) \(clock.prefix(5))")
  }
}

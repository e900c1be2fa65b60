extension PassportNumber {
  /// The last day on which a passport is valid; nil where it never expires.
  ///
  /// The passport is replaced at 20 and at 45. It stays valid for some time after the birthday: 90
  /// days since the rules of 2021, 30 days before them.
  ///
  /// - Parameters:
  ///   - birth: The birth date of the holder; who was born on 29 February comes of age on 1 March.
  ///   - issued: The day on which the passport was issued.
  ///   - graceDays: The days allowed for the replacement after the birthday.
  public static func validUntil(birth: Day, issued: Day, graceDays: Int = 90) -> Day? {
    [20, 45].lazy
      .map { birth.adding(years: $0) }
      .first { issued < $0 }?
      .adding(days: graceDays)
  }
}

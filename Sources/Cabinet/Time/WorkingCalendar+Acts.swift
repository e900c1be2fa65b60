extension WorkingCalendar.Transfer {
  /// The transfers of days off by the yearly acts of the Government of Russia, 2019–2027.
  ///
  /// Where no act moves a holiday that falls on a weekend, the rule of article 112 does, so only what
  /// the acts say stands here.
  static let russia: [Int: [WorkingCalendar.Transfer]] = [
    2019: [moving(1, 5, to: 5, 2), moving(1, 6, to: 5, 3), moving(2, 23, to: 5, 10)],
    2020: [moving(1, 4, to: 5, 4), moving(1, 5, to: 5, 5)],
    2021: [moving(1, 2, to: 11, 5), moving(1, 3, to: 12, 31), moving(2, 20, to: 2, 22)],
    2022: [moving(1, 1, to: 5, 3), moving(1, 2, to: 5, 10), moving(3, 5, to: 3, 7)],
    2023: [moving(1, 1, to: 2, 24), moving(1, 8, to: 5, 8)],
    2024: [
      moving(1, 6, to: 5, 10), moving(1, 7, to: 12, 31), moving(4, 27, to: 4, 29),
      moving(11, 2, to: 4, 30), moving(12, 28, to: 12, 30),
    ],
    2025: [
      moving(1, 4, to: 5, 2), moving(1, 5, to: 12, 31), moving(2, 23, to: 5, 8),
      moving(3, 8, to: 6, 13), moving(11, 1, to: 11, 3),
    ],
    2026: [moving(1, 3, to: 1, 9), moving(1, 4, to: 12, 31)],
    2027: [moving(1, 2, to: 11, 5), moving(1, 3, to: 12, 31), moving(2, 20, to: 2, 22)],
  ]

  private static func moving(
    _ month: Int, _ day: Int, to toMonth: Int, _ toDay: Int
  ) -> WorkingCalendar.Transfer {
    .init(from: .init(month, day), to: .init(toMonth, toDay))
  }
}

/// The working days of one year, counted both ways so that every question is one look-up.
struct WorkingYear: Sendable {
  private let first: Int
  private let countBefore: [Int16]
  private let working: [Int16]

  /// How many days of the year are worked.
  var count: Int { working.count }

  /// Builds the year by article 112 of the Labour Code and the transfers of the Government.
  init(_ year: Int, transfers: [WorkingCalendar.Transfer]) {
    let first = WorkingYear.firstDay(of: year)
    let length = WorkingYear.firstDay(of: year + 1) - first
    func offset(_ date: WorkingCalendar.MonthDay) -> Int? {
      Day(year, date.month, date.day).map { $0.ordinal - first }
    }

    var isOff = (0..<length).map { Day(ordinal: first + $0).weekday > 5 }
    var restsToMove: [Int] = []
    let movedByAct = transfers.map(\.from)
    for holiday in WorkingYear.holidays {
      guard let index = offset(holiday) else { continue }
      // The weekends among the January holidays are moved by the Government only.
      if isOff[index], holiday.month != 1, !movedByAct.contains(holiday) {
        restsToMove.append(index)
      }
      isOff[index] = true
    }
    for transfer in transfers {
      if let index = offset(transfer.to) { isOff[index] = true }
    }
    for holiday in restsToMove {
      if let next = isOff[holiday...].firstIndex(of: false) { isOff[next] = true }
    }
    for transfer in transfers {
      guard !WorkingYear.isHoliday(month: transfer.from.month, day: transfer.from.day),
        let index = offset(transfer.from)
      else { continue }
      isOff[index] = false
    }

    var countBefore: [Int16] = [0]
    var working: [Int16] = []
    countBefore.reserveCapacity(length + 1)
    working.reserveCapacity(256)
    for index in 0..<length {
      if !isOff[index] { working.append(Int16(index)) }
      countBefore.append(Int16(working.count))
    }
    self.first = first
    self.countBefore = countBefore
    self.working = working
  }

  /// Whether a day of this year is worked.
  func isWorking(_ day: Day) -> Bool {
    countBefore[day.ordinal - first] < countBefore[day.ordinal - first + 1]
  }

  /// How many working days the year has up to a day of it, and with that day.
  func workingDays(through day: Day) -> Int {
    Int(countBefore[day.ordinal - first + 1])
  }

  /// The working day with the given number, 0..<count.
  func workingDay(at index: Int) -> Day {
    Day(ordinal: first + Int(working[index]))
  }
}

extension WorkingYear {
  /// The holidays of article 112 in the order of the year.
  static let holidays: [WorkingCalendar.MonthDay] =
    (1...8).map { .init(1, $0) }
    + [.init(2, 23), .init(3, 8), .init(5, 1), .init(5, 9), .init(6, 12), .init(11, 4)]

  /// Whether the date is a holiday of article 112.
  static func isHoliday(month: Int, day: Int) -> Bool {
    switch (month, day) {
    case (1, 1...8), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4): true
    default: false
    }
  }

  /// The ordinal of 1 January of a year, also of one that has no four-digit date.
  private static func firstDay(of year: Int) -> Int {
    func floored(_ number: Int, by divisor: Int) -> Int {
      number >= 0 ? number / divisor : (number - divisor + 1) / divisor
    }
    let past = year - 1
    return past * 365 + floored(past, by: 4) - floored(past, by: 100) + floored(past, by: 400)
      - 719_162
  }
}

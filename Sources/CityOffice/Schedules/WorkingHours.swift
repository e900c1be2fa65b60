import Cabinet

extension InstitutionList.Hours {
  /// When a person works on a day, in minutes from midnight; nil on a day off.
  ///
  /// - Parameters:
  ///   - place: the person's place in the staff, which tells one half of the days from the other.
  ///   - day: the day.
  ///   - kind: what the production calendar says of it.
  @inline(__always)
  func range(place: Int, day: Int, dayOfMonth: Int, kind: DayKind) -> Range<Int>? {
    switch self {
    case .halves:
      switch kind {
      case .working(let isShort):
        let cut = isShort ? 60 : 0
        return (dayOfMonth + place) % 2 == 0 ? 480..<840 - cut : 840..<1200 - cut
      case .saturday: return (day / 7 + place) % 3 == 0 ? 540..<900 : nil
      case .off: return nil
      }
    case .visits:
      guard case .working(let isShort) = kind else { return nil }
      return 600..<(isShort ? 1080 : 1200)
    case .shifts: return (day + 2 * place) % 4 < 2 ? 540..<1260 : nil
    case .office:
      guard case .working(let isShort) = kind else { return nil }
      return 540..<(isShort ? 1020 : 1080)
    }
  }
}

/// What the production calendar says of a day, as far as schedules care.
enum DayKind: Sendable, Equatable {
  case working(isShort: Bool)
  /// A Saturday that is no working day, and no holiday.
  case saturday
  case off

  init(_ day: Day, _ calendar: WorkingCalendar) {
    if calendar.isWorkingDay(day) {
      self = .working(isShort: calendar.isPreHoliday(day))
    } else if day.weekday == 6, !calendar.isHoliday(day) {
      self = .saturday
    } else {
      self = .off
    }
  }
}

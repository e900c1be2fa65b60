import Cabinet

/// When the people of an agency work: 9:00 to 18:00 on working days, an hour less before a holiday.
///
/// Source: Labour Code, art. 95 and 112; the hours themselves are those of the simulation.
struct OfficeHours {
  let calendar: WorkingCalendar

  /// The last hour in which something that came in is still taken up the same day.
  private func lastHour(of day: Day) -> Int { calendar.isPreHoliday(day) ? 16 : 17 }

  /// The first moment at which the office can take up what came in.
  func firstMoment(after moment: Timestamp) -> Timestamp {
    let day = moment.day
    if calendar.isWorkingDay(day) {
      if moment.time.hour < 9 { return Timestamp(day, hour: 9) }
      if moment.time.hour < lastHour(of: day) { return moment }
    }
    return Timestamp(calendar.adding(workingDays: 1, to: day), hour: 9)
  }

  /// A time of day so many working days after a day.
  func moment(workingDays: Int, after day: Day, hour: Int, minute: Int = 0) -> Timestamp {
    Timestamp(calendar.adding(workingDays: workingDays, to: day), hour: hour, minute: minute)
  }
}

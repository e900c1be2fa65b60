import Cabinet

/// What the home screen answers: what needs me, what is moving, what is new.
public struct Overview: Equatable {
  /// Something that waits for the resident.
  public enum Need: Equatable {
    /// The office asks; the days are working days left, today not counted.
    case clarification(Application, due: Day, daysLeft: Int)
    /// A draft was begun and not sent.
    case draft(Draft)
    /// Something about an appointment.
    case appointment(AppointmentNeed)
  }

  /// What needs the resident, the nearest day first.
  public var needs: [Need]
  /// What the office works on, the nearest decision first.
  public var moving: [Application]
  /// The appointments to come, the nearest first.
  public var appointments: [Booking]
  /// What was decided lately, the latest first.
  public var news: [Application]

  /// Days for which a decision counts as new.
  public static let newsDays = 14
}

extension CabinetSession {
  /// What the home screen shows now.
  public var overview: Overview {
    let today = today
    let open = state.applications
    let asked = open.compactMap { application -> (Application, Day)? in
      guard let due = application.openRequest?.due else { return nil }
      return (application, due)
    }.sorted { $0.1 < $1.1 }
    let drafts = state.drafts.filter { !$0.isDiscarded }.sorted { $0.savedAt > $1.savedAt }
    let moving = open.filter { !$0.isClosed && $0.openRequest == nil }
      .sorted { (dueDay(of: $0) ?? .distant) < (dueDay(of: $1) ?? .distant) }
    let news = open.filter {
      $0.isClosed && today.ordinal - $0.lastEvent.at.day.ordinal <= Overview.newsDays
    }.sorted { $0.lastEvent.at > $1.lastEvent.at }
    return Overview(
      needs: appointmentNeeds.map { .appointment($0) }
        + asked.map {
          .clarification(
            $0.0, due: $0.1, daysLeft: calendar.workingDays(after: today, through: $0.1))
        } + drafts.map { .draft($0) },
      moving: moving, appointments: upcomingAppointments, news: news)
  }
}

extension Day {
  /// A day later than any that the cabinet deals with.
  static let distant = Day(ordinal: 3_000_000)
}

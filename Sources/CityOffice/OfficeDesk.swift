import Cabinet

/// Something that the office will do, and when.
public struct OfficeStep: Sendable, Equatable {
  /// When.
  public var at: Timestamp
  /// What.
  public var event: CabinetEvent
  /// Who is recorded as acting: the office, or the calendar where a term runs out.
  public var by: Party

  /// Makes a step.
  public init(at: Timestamp, event: CabinetEvent, by: Party = .office) {
    self.at = at
    self.event = event
    self.by = by
  }
}

/// An agency at work: the other party of every application.
///
/// It sees only what was submitted and what the registers hold, and decides by the regulation of the
/// service. It keeps nothing: what it does next follows from the application's history alone, so that
/// any process can go on where another stopped.
public struct OfficeDesk: Sendable {
  /// What the city's registers hold.
  let registers: Registers
  /// The calendar by which terms run.
  let calendar: WorkingCalendar

  /// Opens a desk.
  public init(registers: Registers, calendar: WorkingCalendar = .russia) {
    self.registers = registers
    self.calendar = calendar
  }

  var hours: OfficeHours { OfficeHours(calendar: calendar) }

  /// What the office will do next with an application; nil where it waits for the resident or is done.
  ///
  /// - Parameters:
  ///   - application: the application.
  ///   - service: its service.
  ///   - others: the other applications of the same applicant, to find repeats.
  public func nextStep(
    for application: Application, service: Service, others: [Application]
  ) -> OfficeStep? {
    // An open complaint does not stop the review: whichever comes first is done first.
    [
      complaintStep(for: application, service: service),
      matterStep(for: application, service: service, others: others),
    ].compactMap { $0 }.min { $0.at < $1.at }
  }

  private func matterStep(
    for application: Application, service: Service, others: [Application]
  ) -> OfficeStep? {
    let matter = Matter(application: application, service: service, desk: self)
    switch application.status {
    case .submitted: return matter.enter(.delivered, at: application.submittedAt)
    case .delivered: return matter.registration(others: others)
    case .registered, .requestSent, .requestAnswered, .clarificationGiven, .resumed,
      .withdrawalRefused:
      return matter.review()
    case .suspended: return matter.resumption()
    case .clarificationRequested: return matter.expiry()
    case .clarificationExpired: return matter.refusalForSilence()
    case .inProgress: return matter.decision()
    case .withdrawalRequested: return matter.withdrawal()
    case .granted, .refused, .registrationRefused, .repeatRefused, .withdrawn, .cancelledByOffice,
      .handedOver, .submissionFailed, .withdrawalAvailable, .withdrawalUnavailable:
      return nil
    }
  }
}

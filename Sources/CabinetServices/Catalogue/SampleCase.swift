import Cabinet
import CityOffice

/// A service tried out: a form filled in, sent, and decided by the office, then refused and complained of.
struct SampleCase {
  /// The application as the office left it; nil where no valid answers were found.
  let application: Application?
  /// Why the service cannot be got by anybody; nil where it can.
  let failure: String?
  /// True where the office answers a complaint about a refusal.
  let answersComplaint: Bool

  init(_ service: Service, today: Day) {
    guard let answers = SampleAnswers(service: service, today: today).find() else {
      application = nil
      failure = "no valid answers were found to which the regulation has no objection"
      answersComplaint = false
      return
    }
    let submission = Submission(
      id: "sample", number: "", service: service, answers: answers, questions: [])
    let sent = Application(submission: submission, at: Timestamp(today, hour: 10))
    let desk = OfficeDesk(registers: Registers())
    do {
      let decided = try Self.follow(sent, service, desk)
      application = decided
      failure =
        decided.phase == .granted
        ? nil : "nothing speaks against it, yet it ends as \(decided.status)"
    } catch {
      application = nil
      failure = "the office may not \(error)"
    }
    answersComplaint = Self.answersComplaint(about: sent, service, desk)
  }

  /// The application after all that the office does of itself.
  private static func follow(_ sent: Application, _ service: Service, _ desk: OfficeDesk) throws
    -> Application
  {
    var application = sent
    for _ in 0..<60 {
      guard let step = desk.nextStep(for: application, service: service, others: []) else { break }
      application = try fold(step.event, into: application, at: step.at)
    }
    return application
  }

  private static func fold(
    _ event: CabinetEvent, into application: Application, at moment: Timestamp
  ) throws -> Application {
    var state = CabinetState()
    state.applications = [application]
    try state.apply(event, at: moment)
    return state.applications[0]
  }

  /// Refuses the service by hand and complains: whether the office decides on the complaint.
  private static func answersComplaint(
    about sent: Application, _ service: Service, _ desk: OfficeDesk
  ) -> Bool {
    let moment = sent.submittedAt
    var application = sent
    for event in desk.carryOut(
      .refuse(ground: nil, note: ""), on: sent, service: service, at: moment)
    {
      guard
        let next = try? fold(
          .statusChanged(application: sent.id, event), into: application, at: moment)
      else { return false }
      application = next
    }
    let calendar = WorkingCalendar.russia
    guard let subject = application.complaintSubject(on: moment.day, calendar: calendar) else {
      return false
    }
    let complaint = Complaint(
      id: "complaint", subject: subject, text: "образец", filedAt: moment,
      due: calendar.adding(workingDays: subject.workingDays, to: moment.day))
    guard
      let filed = try? fold(
        .complaintFiled(application: sent.id, complaint), into: application, at: moment),
      let step = desk.nextStep(for: filed, service: service, others: []),
      case .complaintDecided = step.event
    else { return false }
    return true
  }
}

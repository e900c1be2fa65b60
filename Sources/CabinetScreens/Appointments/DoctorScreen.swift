import Cabinet
import CabinetServices
import TerminalUI

/// Whom to book, and to which doctor: what is free is shown beside each speciality.
struct DoctorScreen: Screen {
  /// A speciality with what its schedule says now.
  fileprivate struct Line {
    var speciality: Speciality
    var free: Int
    var first: SlotID?
    var active: Booking?
    var hasReferral: Bool
  }

  private let kind: BookingKind
  private var who = BookingSubject.ownID
  private var lines: [Line] = []
  /// The register that has to be read before anything can be told of it.
  private var unread: String?

  var section: Section? { .appointments }
  var hasAside: Bool { true }
  var usualAside: ViewID? { firstOpen }

  /// The first speciality that can be booked.
  private var firstOpen: ViewID? {
    lines.first { !$0.isClosed }.map { ViewID("speciality.\($0.speciality.id)") }
  }

  init(kind: BookingKind, _ context: ScreenContext, who: String = BookingSubject.ownID) {
    self.kind = kind
    self.who = who
    look(context)
  }

  private func patient(_ context: ScreenContext) -> Patient? {
    context.session.patients.first { $0.subject.id == who } ?? context.session.patients.first
  }

  func opened() -> [Effect] { unread.map { [.booking(.read(registry: $0))] } ?? [] }

  /// Asks the schedule of the patient's polyclinic anew.
  private mutating func look(_ context: ScreenContext) {
    lines = []
    unread = nil
    let session = context.session
    guard let patient = patient(context), let insured = try? session.insured(patient),
      let registry = insured.polyclinic
    else { return }
    guard session.knowsTimes(of: registry) else {
      unread = registry
      return
    }
    let active = session.upcomingAppointments
    lines = session.specialities(kind, in: registry).filter {
      $0.audience == .any || ($0.audience == .child) == patient.isChild
    }.map { speciality in
      let free =
        (try? session.slots(
          SlotQuestion(kind: kind, speciality: speciality.id), in: registry)) ?? []
      return Line(
        speciality: speciality, free: free.count, first: free.first,
        active: active.first {
          $0.kind == kind && $0.subject.id == patient.subject.id
            && $0.talon.speciality == speciality.id
        }, hasReferral: insured.hasFreeReferral(to: speciality.id))
    }
    lines.sort { $0.rank < $1.rank }
  }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .chosen("who", let chosen):
      who = chosen.first ?? who
      look(context)
      return opened()
    case .activated("details"): return [.open(.profile)]
    case .activated("attach"):
      let isChild = patient(context)?.isChild ?? false
      return [
        .push(
          ServiceScreen(id: isChild ? "child-polyclinic-attachment" : "polyclinic-attachment"))
      ]
    case .activated(let id):
      guard let chosen = id.tail(of: "speciality."),
        let line = lines.first(where: { $0.speciality.id == chosen })
      else { return [] }
      if let active = line.active { return [.push(AppointmentScreen(id: active.id))] }
      guard let patient = patient(context), let insured = try? context.session.insured(patient),
        let registry = insured.polyclinic
      else { return [] }
      let request = BookingRequest(kind: kind, subject: patient.subject, speciality: chosen)
      return [.push(SlotGridScreen(request: request, registry: registry, context))]
    default: return []
    }
  }

  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect] {
    if case .booking(.readingStopped) = outcome { return [.pop] }
    look(context)
    return []
  }

  func view(_ context: ScreenContext) -> Page {
    var body: [View] = []
    let patients = context.session.patients
    if patients.count > 1 {
      body.append(
        .choice(
          Choice(
            id: "who", label: context.say(BookingWords.who),
            options: patients.map {
              Choice.Option(
                value: $0.subject.id,
                title: $0.subject.isSelf ? context.say(BookingWords.you) : $0.subject.name)
            }, selected: [who])))
    }
    if let patient = patient(context) { body += patientPart(patient, context) }
    return Page(
      path: [
        context.say(Section.appointments.title),
        context.say(kind == .doctor ? BookingWords.toDoctor : BookingWords.doctorHome),
      ], status: context.status, body: body,
      // Whom comes before to whom.
      initialFocus: patients.count > 1 ? "who" : firstOpen)
  }

  private func patientPart(_ patient: Patient, _ context: ScreenContext) -> [View] {
    let insured: Insured
    do { insured = try context.session.insured(patient) } catch {
      return [
        .gap, .alert(Alert(.problem, StyledText(context.say(error.phrase)))), .gap,
        .buttons([Button(id: "details", context.say(BookingWords.toDetails))]),
      ]
    }
    let digits = (patient.policy ?? "").suffix(4)
    let policy = Fact(
      context.say(BookingWords.policy),
      StyledText("\(context.say(Phrase("ОМС", "OMS"))) …\(digits)"))
    guard let polyclinic = insured.polyclinic.flatMap(context.session.institution) else {
      return [
        .facts([policy]), .gap,
        .alert(Alert(.warning, StyledText(context.say(BookingWords.notAttached)))), .gap,
        .buttons([Button(id: "attach", context.say(BookingWords.attach))]),
      ]
    }
    return [
      .facts([
        policy,
        Fact(
          context.say(BookingWords.polyclinic),
          StyledText("\(context.say(polyclinic.name)) · \(context.place(polyclinic.address))")),
      ]), .gap, .heading(context.say(BookingWords.specialities)),
      unread == nil
        ? .rows(lines.map { row($0, context) })
        : .text(StyledText(context.say(BookingWords.unread), .dim)),
    ]
  }

  private func row(_ line: Line, _ context: ScreenContext) -> Row {
    let state: StyledText
    if let active = line.active {
      state = StyledText(
        "\(context.say(BookingWords.booked)) "
          + DateWords.dayAndTime(active.at, context.language), .good)
    } else if line.isClosed {
      state = StyledText(context.say(BookingWords.byReferral), .dim)
    } else if let first = line.first {
      state = StyledText(
        "\(context.say(BookingWords.nearestTime)) "
          + DateWords.dayAndTime(first.at, context.language))
    } else {
      state = StyledText(context.say(BookingWords.full), .warning)
    }
    let isFree = line.first != nil && line.active == nil && !line.isClosed
    let count = isFree ? context.say(Plural.freeTimes(line.free)) : ""
    return Row(
      id: line.isClosed ? nil : ViewID("speciality.\(line.speciality.id)"),
      title: StyledText(context.say(line.speciality.name), line.isClosed ? .dim : .plain),
      details: [
        .text(state),
        .text(
          StyledText(line.hasReferral ? context.say(BookingWords.referral) : count, .dim)),
      ])
  }
}

extension DoctorScreen.Line {
  /// True where one needs a referral and has none.
  fileprivate var isClosed: Bool {
    speciality.needsReferral && !hasReferral && active == nil
  }

  /// Referrals first, then the district's doctor, then what is open to all, then what is not.
  fileprivate var rank: Int {
    if hasReferral { return 0 }
    if isClosed { return 3 }
    return speciality.isDistrict ? 1 : 2
  }
}

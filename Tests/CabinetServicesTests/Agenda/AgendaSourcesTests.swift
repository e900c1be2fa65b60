import Cabinet
import CabinetStore
import CityOffice
import Testing

@testable import CabinetServices

/// Every source that the one agenda of everything with a date has, at once.
///
/// Discount and payment deadlines of charges and the verification of meters are not among them: their domains are
/// not built. Of payments there are those of appointments.
@Suite struct AgendaSourcesTests {
  /// Where an item comes from, in the words of the one who wants the agenda; a new kind must be added here.
  private static func source(_ kind: AgendaItem.Kind) -> String {
    switch kind {
    case .appointment: "appointments"
    case .payment: "payment deadlines"
    case .request: "office requests"
    case .decision: "decisions"
    case .draft: "draft expiry"
    case .prescription, .referral, .vaccination: "medical deadlines"
    case .document: "document expiry"
    case .renewal: "permit renewals"
    case .meters: "meter windows"
    }
  }

  /// A demonstration with a permit granted, a question of the office, an application under review, and something
  /// for each of the family.
  private func family() throws -> CabinetSession {
    let session = try Demonstration.open(
      MemoryEventLog(), fixtures: Fixtures.folder, ids: IDSource(seed: 1))
    let contract = try session.attach(Fixtures.folder + "/demo/contract.pdf")
    _ = try session.sendReply(["hireContract": .files([contract])], to: "aparking")
    _ = try session.order(.grant(note: ""), on: "aparking")
    let subsidy = try session.service("housing-subsidy")
    let field = try #require(subsidy.form.fields.first?.id)
    _ = try session.order(.ask(text: "Уточните.", fields: [field], days: 5), on: "asubsidy")
    let licence = try session.service("hunting-licence")
    var draft = try session.beginDraft(for: licence, id: "alicence")
    let answers = #"{"minimum": true, "oldLicence": "no", "delivery": "mfc", "truthful": true}"#
    draft.answers.merge(try session.answers(fromJSON: Array(answers.utf8), for: licence.form)) {
      _, new in new
    }
    try session.save(draft)
    try session.submit(draft: draft.id)
    _ = try session.order(.accept, on: draft.id)
    for (kind, subject, speciality, registry, services) in [
      (BookingKind.doctor, "self", "surgeon", "doctor-068", []),
      (.doctor, "child-1", "paediatrician", "doctor-d038", []),
      (.vet, "pet-1", "vet-therapist", "vet-cao", ["examination"]),
    ] as [(BookingKind, String, String, String, [String])] {
      let request = BookingRequest(
        kind: kind, subject: BookingSubject(id: subject, name: subject), speciality: speciality,
        services: services, details: kind.isVet ? ["species": "кошка"] : [:])
      let slot = try #require(
        try session.slots(try session.question(request), in: registry).first)
      try session.confirm(try session.hold(slot, request).id)
    }
    return session
  }

  @Test func allThatIsBuiltIsThereByUrgencyAndByMember() throws {
    let session = try family()
    let items = session.agendaItems
    let sources = Set(items.map { Self.source($0.kind) })
    #expect(
      sources == [
        "appointments", "office requests", "decisions", "draft expiry", "medical deadlines",
        "document expiry", "permit renewals", "meter windows",
      ], "\(sources.sorted())")

    // By urgency: each item once, the more pressing group wholly before the next.
    let groups = AgendaItem.Urgency.allCases.map { urgency in
      items.filter { $0.urgency(on: session.today) == urgency }
    }
    #expect(groups.joined().map(\.id) == items.map(\.id))
    #expect(groups.count { !$0.isEmpty } >= 3)

    // By member: the resident, the child and the pet, whose parts make up the whole.
    let members = Set(items.map(\.member))
    #expect(members.isSuperset(of: [nil, "child-1", "pet-1"]))
    let parts = members.flatMap { member in items.filter { $0.member == member } }
    #expect(parts.count == items.count)
    for item in items { #expect((item.member == nil) == item.memberName.isEmpty, "\(item.id)") }
    let kinds = Set(items.filter { $0.member == "pet-1" }.map(\.kind))
    #expect(kinds.contains(.appointment))
  }

  @Test func whatIsToBePaidStandsThereUntilItIsPaid() throws {
    let session = try family()
    let request = BookingRequest(
      kind: .vetOnline, subject: BookingSubject(id: "pet-1", name: "pet-1"),
      speciality: "vet-therapist", services: ["advice"], details: ["species": "кошка"])
    let slot = try #require(try session.slots(try session.question(request), in: "vet-cao").first)
    let booking = try session.confirm(try session.hold(slot, request).id)
    let until = try #require(booking.payUntil)
    let due = try #require(session.agendaItems.first { $0.kind == .payment })
    #expect(due.when == .time(until, end: until) && due.origin == .booking(booking.id))
    #expect(due.member == "pet-1" && Self.source(due.kind) == "payment deadlines")
    #expect(session.reminders.contains { $0.id == due.id })
    _ = try session.pay(for: booking.id, card: "4111111111111111")
    #expect(!session.agendaItems.contains { $0.kind == .payment })
  }

  @Test func whatTheCityDoesToAnAppointmentShowsAtOnce() throws {
    let session = try family()
    let booked = session.agendaItems.filter { $0.kind == .appointment }
    #expect(booked.count == 4)
    let doctor = try #require(
      session.upcomingAppointments.first { $0.talon.speciality == "surgeon" })
    let later = try #require(
      try session.slots(SlotQuestion(kind: .doctor, speciality: "surgeon"), in: "doctor-068").last)
    try session.decide(.move(to: later), on: doctor.id)
    let moved = try #require(session.agendaItems.first { $0.origin == .booking(doctor.id) })
    #expect(moved.when == .time(later.at, end: later.end))
    try session.decide(.cancel, on: doctor.id)
    #expect(session.agendaItems.filter { $0.kind == .appointment }.count == 3)
  }
}

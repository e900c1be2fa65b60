import CabinetStore
import Testing

@testable import Cabinet
@testable import CabinetServices

/// Residents at the real institutions of the fixtures, in a store of the test's own.
struct Town {
  static let start = CabinetClock.demonstrationStart
  static let policy = "7756020845000016"

  let log: any EventLog

  init(_ log: any EventLog = MemoryEventLog()) {
    self.log = log
  }

  /// A session of a resident, whose profile is filled in when it is first opened.
  func session(_ name: String = "anna", at moment: Timestamp = start, seed: UInt64? = nil) throws
    -> CabinetSession
  {
    let session = try CabinetSession(
      log: log, resident: name, ordinal: 1, isDemonstration: false, fixtures: Fixtures.folder,
      clock: .fixed(moment),
      ids: IDSource(seed: seed ?? name.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) }))
    session.use(CatalogueShelf(Resident.catalogue))
    if session.state.profile.values.isEmpty {
      try session.save(
        Profile(
          values: [
            "surname": "Синтетическая", "name": name, "oms": Self.policy,
            "birthDate": "1979-03-04", "residenceAddress": "Москва, Образцовая улица, дом 1",
          ],
          objects: [
            .init(
              id: "child-1", kind: .child,
              facts: ["name": "Пётр", "oms": "7756020813000022", "birthDate": "2013-09-02"]),
            .init(id: "pet-1", kind: .pet, facts: ["name": "Буся", "species": "кошка"]),
          ]))
    }
    return session
  }

  func request(
    _ speciality: String = "surgeon", kind: BookingKind = .doctor, subject: String = "self",
    services: [String] = []
  ) -> BookingRequest {
    BookingRequest(
      kind: kind, subject: BookingSubject(id: subject, name: subject), speciality: speciality,
      services: services, details: kind.isVet ? ["species": "кошка"] : [:])
  }

  /// The free times for a request.
  func times(_ session: CabinetSession, _ request: BookingRequest, at registry: String) throws
    -> [SlotID]
  {
    try session.slots(try session.question(request), in: registry)
  }

  /// Books the free time of an index.
  @discardableResult
  func book(
    _ session: CabinetSession, _ request: BookingRequest? = nil, index: Int = 0,
    at registry: String = "doctor-068", id: String? = nil
  ) throws -> Booking {
    let request = request ?? self.request()
    let slot = try times(session, request, at: registry)[index]
    return try session.confirm(try session.hold(slot, request, id: id).id)
  }
}

extension CabinetSession {
  /// Expects a failure about appointments that leaves the cabinet and its registers as they were.
  func expectRefusal(
    _ body: () throws -> Void, _ location: SourceLocation = #_sourceLocation
  ) throws -> BookingFailure? {
    let before = try state.registries.map { try registers.newest($0) }
    let failure = expectFailure(body, location)
    #expect(
      try before == state.registries.map { try registers.newest($0) }, sourceLocation: location)
    guard case .booking(let refusal)? = failure else { return nil }
    return refusal
  }
}

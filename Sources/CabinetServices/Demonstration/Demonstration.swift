import Cabinet
import CabinetStore
import FoundationEssentials

/// A cabinet of a made-up resident with a life already going on, for demonstrations and tests.
///
/// Nothing of it is faked: the applications are filed and decided by the same use cases that a
/// resident calls, at moments before the demonstration begins.
public enum Demonstration {
  private struct Script: Decodable {
    struct Document: Decodable {
      var id: String
      var title: String
      var file: String
    }
    struct Filing: Decodable {
      var id: String
      var service: String
      var at: Timestamp
      var answers: [String: Answer]
      /// True for one that was begun and not sent.
      var draft: Bool?
    }
    struct Visit: Decodable {
      var id: String
      var kind: BookingKind
      var subject: String
      var speciality: String
      var services: [String]?
      var registry: String
      var specialist: String
      var bookedAt: Timestamp
      var at: Timestamp
      /// When they came; nil where they did not yet.
      var cameAt: Timestamp?
    }
    var login: String
    var resident: String
    var profile: [String: String]
    var objects: [Profile.Object]
    var documents: [Document]
    var filings: [Filing]
    var visits: [Visit]
  }

  /// Opens the demonstration of a folder, seeding it first where it is empty.
  ///
  /// - Parameter pace: hears how far the seed is, then the opening; a seed that was ended there goes on at the next start.
  public static func open(
    folder: String, fixtures: String, clock: CabinetClock? = nil, ids: IDSource = IDSource(),
    pace: Pace = { _, _ in }
  ) throws(CabinetFailure) -> CabinetSession {
    let manifest = StoreManifest(
      kind: .demonstration, createdAt: CabinetClock.demonstrationStart)
    let log = try Cabinets.storeCall { () throws(StoreError) in
      try FileEventLog(folder, creating: manifest)
    }
    guard log.manifest.kind == .demonstration else {
      throw .notPossible(
        Phrase(
          "В папке \(folder) — настоящий кабинет, а не демонстрация. Он не изменён; "
            + "укажите другую папку в --store.",
          "The folder \(folder) holds a real cabinet, no demonstration. It was not changed; "
            + "name another folder with --store."))
    }
    return try open(log, fixtures: fixtures, clock: clock, ids: ids, pace: pace)
  }

  /// Opens the demonstration of an open store, seeding it first where it is empty.
  public static func open(
    _ log: any EventLog, fixtures: String, clock: CabinetClock? = nil, ids: IDSource = IDSource(),
    pace: Pace = { _, _ in }
  ) throws(CabinetFailure) -> CabinetSession {
    if try Cabinets.isEmpty(log) { try seed(log, fixtures: fixtures, pace) }
    return try Cabinets.open(
      log, isDemonstration: true, fixtures: fixtures, clock: clock, ids: ids, pace: pace)
  }

  private static func seed(
    _ log: any EventLog, fixtures: String, _ pace: Pace
  ) throws(CabinetFailure) {
    let path = fixtures + "/demo/demo.json"
    let script: Script
    do { script = try ShippedFile.read(Script.self, at: path) } catch {
      throw .notPossible(
        Phrase(
          "Сценарий демонстрации \(path) не читается: \(error.phrase.ru)",
          "The script of the demonstration \(path) cannot be read: \(error.phrase.en)"))
    }
    let whole = script.visits.count + script.filings.count
    var done = 0
    func step() {
      done += 1
      pace(done, whole)
    }
    let begin = Timestamp("2021-01-04T12:00:00+03:00") ?? CabinetClock.demonstrationStart
    func session(at moment: Timestamp) throws(CabinetFailure) -> CabinetSession {
      try CabinetSession(
        log: log, resident: script.resident, ordinal: 1, isDemonstration: true,
        fixtures: fixtures, clock: .fixed(moment))
    }
    let first = try session(at: begin)
    // The sessions of the seed share what the first has read.
    let shelf = first.shelf
    var profile = Profile(values: script.profile, objects: script.objects)
    for document in script.documents {
      let file = fixtures + "/demo/" + document.file
      profile.documents.append(
        .init(id: document.id, title: document.title, attachment: try first.attach(file)))
    }
    try first.save(profile)
    // Before anything that lets time go on, so that a seed cut short never comes too late to an appointment.
    for visit in script.visits {
      step()
      try book(visit, try session(at: visit.bookedAt))
      guard let came = visit.cameAt else { continue }
      let session = try session(at: came)
      if try !session.booking(visit.id).isCheckedIn { try session.checkIn(visit.id) }
    }
    for filing in script.filings {
      step()
      let session = try session(at: filing.at)
      session.use(shelf)
      if session.state.application(filing.id) != nil { continue }
      try session.runOffice(until: filing.at)
      let service = try session.service(filing.service)
      var draft = try session.beginDraft(for: service, id: filing.id)
      let answers = try JSONAnswers.encode(filing.answers)
      draft.answers.merge(try session.answers(fromJSON: answers, for: service.form)) { _, new in new
      }
      draft.questions = session.questions(of: service.form, in: draft.answers)
      try session.save(draft)
      if filing.draft != true { try session.submit(draft: draft.id) }
    }
    let last = try session(at: CabinetClock.demonstrationStart)
    last.use(shelf)
    try last.runOffice(until: CabinetClock.demonstrationStart)
    last.saveSnapshot()
    // The account comes last: a seed that was cut short is done again on the same events.
    try Cabinets.add(
      Account(login: script.login, resident: script.resident), to: log, at: begin)
  }
}

extension Demonstration {
  /// Books the first doctor who has the time, as a resident would.
  private static func book(_ visit: Script.Visit, _ session: CabinetSession) throws(CabinetFailure)
  {
    // A seed that was cut short is done again.
    if let known = try? session.booking(visit.id) {
      if known.isHold { try session.confirm(visit.id) }
      return
    }
    let profile = session.state.profile
    let object = profile.objects.first { $0.id == visit.subject }
    let name = object.map { $0.facts["name"] ?? $0.title } ?? profile["fullName"] ?? ""
    var details: [String: String] = [:]
    details["species"] = object?.facts["species"]
    let request = BookingRequest(
      kind: visit.kind, subject: BookingSubject(id: visit.subject, name: name),
      speciality: visit.speciality, services: visit.services ?? [], details: details)
    let slots = try session.slots(
      try session.question(request, specialist: visit.specialist), in: visit.registry,
      on: visit.at.day)
    guard let slot = slots.first(where: { $0.at == visit.at }) else {
      throw .booking(.slotRefused(.noSuchTime, nearest: []))
    }
    try session.hold(slot, request, id: visit.id)
    try session.confirm(visit.id)
  }
}

/// Answers written as JSON.
enum JSONAnswers {
  static func encode(_ answers: [String: Answer]) throws(CabinetFailure) -> [UInt8] {
    do { return Array(try JSONEncoder().encode(answers)) } catch {
      throw .notPossible(Phrase("\(error)", "\(error)"))
    }
  }
}

import Cabinet
import CabinetStore
import CityOffice
import FoundationEssentials

/// One resident at the cabinet: what they see, and the one way in which anything is changed.
///
/// A change is an event that is checked against the state, written to the journal and only then
/// taken in. Use cases are extensions, one file each.
public final class CabinetSession {
  /// The store.
  public let log: any EventLog
  /// The resident's id.
  public let resident: String
  /// The number of the resident within the store, from 1.
  public let ordinal: Int
  /// True where people and time are made up.
  public let isDemonstration: Bool
  /// The folder of the files that the program ships with.
  public let fixtures: String
  /// Told what the store wants its user to know, once each; see ``EventLog/takeNotices()``.
  public var onNotice: ((Phrase) -> Void)? {
    didSet { tellNotices() }
  }
  /// What the cabinet holds.
  public internal(set) var state = CabinetState()
  /// What was answered to the questions of who may apply; forgotten when the session ends.
  public internal(set) var screened = ScreenerAnswers()

  let clock: CabinetClock
  var ids: IDSource
  let calendar = WorkingCalendar.russia
  /// The last record that the state holds.
  var head: Head
  /// The last record that the snapshot holds.
  var snapshotSeq = 0
  /// The services whose cards were opened.
  var opened = OpenedServices()
  /// Those that the snapshot holds.
  var savedOpened = OpenedServices()
  /// What the office has before it, as far as that was worked out; nil where it was not.
  var agenda: OfficeAgenda?
  /// True where the office's agenda was worked out since the snapshot.
  var isAgendaNew = false
  /// The catalogue, read as far as it is asked for.
  public private(set) var shelf: CatalogueShelf
  private var loadedDesk: OfficeDesk?
  /// What the city's medical system holds, once it was read.
  var loadedMedicalRegister: MedicalRegister?
  /// The registers of institutions that were opened.
  let registers: RegistryBook
  private var loadedReception: RegistryDesk?
  /// The register of policies, once it was read.
  var loadedInsured: InsuredRegister?
  /// Looks out for what other processes write to the streams that this session has read.
  public private(set) lazy var watch = {
    let watch = StreamWatch(log)
    watch.add(stream)
    registers.onOpen = { watch.add(.city($0)) }
    return watch
  }()

  /// Opens the cabinet of a resident.
  ///
  /// - Parameter pace: hears of each record that no snapshot holds.
  /// - Throws: ``CabinetFailure`` where the store cannot be read or contradicts itself.
  public init(
    log: any EventLog, resident: String, ordinal: Int, isDemonstration: Bool, fixtures: String,
    clock: CabinetClock, ids: IDSource = IDSource(), pace: Pace = { _, _ in }
  ) throws(CabinetFailure) {
    self.log = log
    self.resident = resident
    self.ordinal = ordinal
    self.isDemonstration = isDemonstration
    self.fixtures = fixtures
    shelf = CatalogueShelf(fixtures: fixtures)
    self.clock = clock
    self.ids = ids
    registers = RegistryBook(log: log, resident: resident)
    head = Head(seq: 0, hash: CabinetStore.Stream.resident(resident).origin)
    registers.wakes = { [unowned self] in reception.nextMoment(for: $0) }
    try restoreSnapshot()
    try refresh(pace)
  }

  var stream: CabinetStore.Stream { .resident(resident) }

  /// The moment in the cabinet: the clock's, or the demonstration's where that was moved on further.
  public var now: Timestamp { max(clock.now, state.clock ?? clock.now) }

  /// The day in the cabinet.
  public var today: Day { now.day }

  /// The whole catalogue, every card decoded: that takes a while, so lists use ``directory``.
  public var catalogue: Catalogue { shelf.catalogue }

  /// The services as a list shows them.
  public var directory: ServiceDirectory { shelf.directory }

  /// The questions by which rules judge who may apply.
  public var questions: ScreenerQuestions { shelf.judgement.questions }

  /// How complete the catalogue finds itself.
  public var selfAssessment: SelfAssessment { shelf.judgement.selfAssessment }

  /// The search of the catalogue, made when it is first asked for.
  public var search: ServiceSearch { shelf.search }

  /// Takes a catalogue that was read already.
  func use(_ shelf: CatalogueShelf) { self.shelf = shelf }

  /// Remembers what the office has before it.
  func setAgenda(_ agenda: OfficeAgenda) {
    self.agenda = agenda
    isAgendaNew = true
  }

  /// Why the cabinet shows what was written up to some record, and takes nothing new; nil where all is well.
  public var damage: CabinetFailure? { log.damage(of: stream).map { .store($0) } }

  /// How many events the cabinet has seen.
  public var eventCount: Int { head.seq }

  /// The city's side, set up when it is first asked for.
  var desk: OfficeDesk {
    if let loadedDesk { return loadedDesk }
    let registers = try? ShippedFile.read(
      Registers.self, at: fixtures + "/city/registers.json")
    let desk = OfficeDesk(registers: registers ?? Registers(), calendar: calendar)
    loadedDesk = desk
    return desk
  }

  /// The institutions that take appointments, set up when they are first asked for.
  var reception: RegistryDesk {
    if let loadedReception { return loadedReception }
    let reception = InstitutionFiles.load(fixtures: fixtures, calendar: calendar)
    loadedReception = reception
    return reception
  }

  /// The register of policies, read when it is first asked for.
  var insuredRegister: InsuredRegister {
    if let loadedInsured { return loadedInsured }
    let register = InstitutionFiles.insured(fixtures: fixtures)
    loadedInsured = register
    return register
  }
}

extension CabinetSession {
  /// Takes in what other processes have written since.
  ///
  /// - Parameter pace: hears of each record.
  /// - Returns: true where there was something new.
  @discardableResult
  public func refresh(_ pace: Pace = { _, _ in }) throws(CabinetFailure) -> Bool {
    let records: [Record]
    do { records = try log.read(stream, from: head.seq + 1) } catch { throw .store(error) }
    try take(records, pace)
    return !records.isEmpty
  }

  /// Tells the store that nothing is written until somebody acts.
  public func rest() { log.rest() }

  /// Takes in what other processes have written to any stream that is watched.
  ///
  /// - Returns: true where there is something new to show.
  public func takeInChanges() throws(CabinetFailure) -> Bool {
    var changed = watch.takeChanges()
    // Its own records, too, have made a stream longer.
    var isNew = changed.remove(stream) == nil ? false : try refresh()
    for case .city(let register) in changed where try registers.refresh(register) { isNew = true }
    return isNew
  }

  /// Decides on the newest state and writes what was decided, all under the store's lock.
  ///
  /// - Parameters:
  ///   - party: who acts.
  ///   - moment: when; the cabinet's own moment where nil.
  ///   - decide: makes the event of the state, or nil where nothing is to be done. A repeat that the
  ///     state knows already counts as done.
  /// - Throws: ``CabinetFailure``; nothing is changed then.
  /// - Returns: the event written, if any.
  @discardableResult
  func commit(
    by party: Party = .resident, at moment: Timestamp? = nil,
    _ decide: (CabinetState) throws(CabinetFailure) -> CabinetEvent?
  ) throws(CabinetFailure) -> CabinetEvent? {
    while true {
      try refresh()
      guard let event = try decide(state) else { return nil }
      let at = moment ?? now
      var next = state
      if let id = event.application, next.application(id) == nil, next.closed.contains(id) {
        next.revive(try application(id))
      }
      do { try next.apply(event, at: at) } catch { throw CabinetFailure(error) }
      let record = NewRecord(at: at, actor: Actor(party), event: try Self.encode(event))
      do {
        let written = try log.append(stream, expecting: head.seq, record)
        head = Head(seq: written.seq, hash: written.hash)
        state = next
        if event.application != nil { agenda = nil }
        tellNotices()
        return event
      } catch {
        // Somebody else wrote in between: decide again on what is there now.
        // A journal that ends before what was read is another matter; deciding again would not help.
        guard case .conflict(let actual) = error, actual > head.seq else { throw .store(error) }
      }
    }
  }

  /// What the store wants its user to know and nobody was told yet.
  public func takeNotices() -> [Phrase] { log.takeNotices() }

  private func tellNotices() {
    guard let onNotice else { return }
    for notice in takeNotices() { onNotice(notice) }
  }

  private func take(_ records: [Record], _ pace: Pace) throws(CabinetFailure) {
    for (index, record) in records.enumerated() {
      pace(index, records.count)
      let event: CabinetEvent
      do {
        event = try JSONDecoder().decode(CabinetEvent.self, from: Data(record.event))
      } catch {
        throw .journalContradicts(
          Phrase("запись \(record.seq) не читается", "record \(record.seq) cannot be read"))
      }
      if let id = event.application, state.application(id) == nil, state.closed.contains(id) {
        state.revive(try folded(id, through: record.seq - 1))
      }
      do { try state.apply(event, at: record.at) } catch {
        throw .journalContradicts(
          Phrase("запись \(record.seq): \(error)", "record \(record.seq): \(error)"))
      }
      if event.application != nil { agenda = nil }
      head = Head(seq: record.seq, hash: record.hash)
    }
  }

  private static func encode(_ event: CabinetEvent) throws(CabinetFailure) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do { return Array(try encoder.encode(event)) } catch {
      throw .notPossible(
        Phrase("Событие не записать как JSON: \(error)", "The event is no JSON: \(error)"))
    }
  }
}

extension CabinetSession {
  /// An application by id or number, folded from the journal where the state holds only its summary.
  ///
  /// - Throws: ``CabinetFailure/noSuchApplication(_:nearest:)``.
  public func application(_ name: String) throws(CabinetFailure) -> Application {
    if let found = state.applications.first(where: { $0.id == name || $0.number == name }) {
      return found
    }
    let closed = state.closed.summaries
    if let summary = closed.first(where: { $0.id == name || $0.number == name }) {
      return try folded(summary.id, through: head.seq)
    }
    throw .noSuchApplication(name, nearest: nearestApplications(to: name))
  }

  private func folded(_ id: String, through last: Int) throws(CabinetFailure) -> Application {
    let records: [Record]
    do { records = try log.read(stream, from: 1) } catch { throw .store(error) }
    let needle = Array("\"\(id)\"".utf8)
    var state = CabinetState()
    for record in records where record.seq <= last && record.event.contains(needle) {
      if let event = try? JSONDecoder().decode(CabinetEvent.self, from: Data(record.event)),
        event.application == id
      {
        try? state.apply(event, at: record.at)
      }
    }
    guard let application = state.application(id) else {
      throw .noSuchApplication(id, nearest: [])
    }
    return application
  }

  private func nearestApplications(to name: String) -> [String] {
    Nearest.names(to: name, among: state.summaries.flatMap { [$0.id, $0.number] })
  }
}

import Cabinet
import CabinetStore
import FoundationEssentials

/// Looks into the records of a store during a check: folds cabinets, compares snapshots, follows
/// references, reads accounts.
public final class CabinetInspector: StoreInspector {
  private var state = CabinetState()
  private var isFolding = true
  private var snapshot: Snapshot?
  private var references: [String: StoreError.Place] = [:]
  private var logins: Set<String> = []
  private var withAccount: Set<String> = []
  private var residents: [String] = []
  /// The register that is being read; nil once it contradicts itself.
  private var registry: Registry?
  /// The appointments that stand, with their registers.
  private var appointments: [(register: String, booking: Booking)] = []
  /// The registers that each cabinet knows of.
  private var known: [String: Set<String>] = [:]
  private let decoder = JSONDecoder()

  private let pace: Pace
  private var seen = 0

  /// Makes an inspector for one check.
  ///
  /// - Parameter pace: hears of each record.
  public init(pace: @escaping Pace = { _, _ in }) { self.pace = pace }

  /// Begins with an empty cabinet.
  public func begin(_ stream: CabinetStore.Stream, snapshot: Snapshot?) {
    state = CabinetState()
    isFolding = true
    self.snapshot = snapshot
    references = [:]
    registry = Registry()
    if case .resident(let id) = stream { residents.append(id) }
  }

  /// Reads a record by the rules of its stream.
  public func see(
    _ record: Record, in stream: CabinetStore.Stream, at place: StoreError.Place,
    _ report: inout StoreReport
  ) {
    seen += 1
    pace(seen, nil)
    for name in AttachmentNames.inside(record.event) where references[name] == nil {
      references[name] = place
    }
    switch stream {
    case .resident: fold(record, stream, place, &report)
    case .accounts: readAccount(record, place, &report)
    case .city:
      do { try StrictJSON.check(record.event) } catch {
        report.add(.contradiction(error.phrase), in: stream, at: place)
      }
      register(record, stream, place, &report)
    }
  }

  /// Follows the references that the records made.
  public func end(
    _ stream: CabinetStore.Stream, attachments: Set<String>, _ report: inout StoreReport
  ) {
    switch stream {
    case .resident(let id): if isFolding { known[id] = Set(state.registries) }
    case .city(let name):
      let standing = (registry?.bookings.values).map { $0.filter(\.isActive) } ?? []
      appointments += standing.sorted { $0.id < $1.id }.map { (name, $0) }
    case .accounts: break
    }
    for (name, place) in references.sorted(by: { $0.key < $1.key })
    where !attachments.contains(name) {
      report.add(.missingAttachment(name), in: stream, at: place)
    }
    for name in attachments.sorted() where references[name] == nil {
      report.add(.orphanAttachment(name), in: stream)
    }
  }

  /// Looks for cabinets that nobody can enter, and for appointments that nobody sees.
  public func finish(_ report: inout StoreReport) {
    for (register, booking) in appointments
    where isUnseen(booking, in: register) {
      report.add(
        .unseenBooking(id: booking.id, resident: booking.resident), in: .city(register))
    }
    for id in residents where !withAccount.contains(id) {
      report.add(.cabinetWithoutAccount, in: .resident(id))
    }
  }

  private func fold(
    _ record: Record, _ stream: CabinetStore.Stream, _ place: StoreError.Place,
    _ report: inout StoreReport
  ) {
    guard isFolding else { return }
    if let objection = state.take(record, decoder) {
      report.add(.contradiction(objection), in: stream, at: place)
      // What follows hangs on what did not happen; once is enough.
      isFolding = false
    } else if let snapshot, snapshot.head.seq == record.seq {
      compare(snapshot, stream, &report)
    }
  }

  /// Whether a cabinet that was read whole does not know where an appointment stands, or there is none.
  private func isUnseen(_ booking: Booking, in register: String) -> Bool {
    guard let known = known[booking.resident] else { return !residents.contains(booking.resident) }
    return !known.contains(register)
  }

  /// Folds a register; what is no event of one is none of its appointments.
  private func register(
    _ record: Record, _ stream: CabinetStore.Stream, _ place: StoreError.Place,
    _ report: inout StoreReport
  ) {
    guard let event = try? decoder.decode(RegistryEvent.self, from: Data(record.event)) else {
      return
    }
    do { try registry?.apply(event, at: record.at) } catch {
      registry = nil
      report.add(.contradiction(Phrase("\(error)", "\(error)")), in: stream, at: place)
    }
  }

  private func compare(
    _ snapshot: Snapshot, _ stream: CabinetStore.Stream, _ report: inout StoreReport
  ) {
    guard let body = try? decoder.decode(SnapshotBody.self, from: Data(snapshot.body)) else {
      // Another version of the program wrote it; this one rebuilds it.
      report.add(.brokenSnapshot, in: stream)
      return
    }
    if !body.state.isSame(as: state) { report.add(.wrongSnapshot, in: stream) }
  }

  private func readAccount(
    _ record: Record, _ place: StoreError.Place, _ report: inout StoreReport
  ) {
    guard let account = try? decoder.decode(Account.self, from: Data(record.event)),
      CabinetStore.Stream.isValidName(account.resident)
    else {
      report.add(
        .brokenAccount(Phrase("не читается", "it can't be read")), in: .accounts, at: place)
      return
    }
    if !logins.insert(account.login).inserted {
      report.add(
        .brokenAccount(
          Phrase("имя \(account.login) уже занято", "the login \(account.login) is taken")),
        in: .accounts, at: place)
    }
    withAccount.insert(account.resident)
  }
}

extension CabinetState {
  /// Takes in the event of a record.
  ///
  /// - Returns: why it can't be; nil where it was taken in.
  mutating func take(_ record: Record, _ decoder: JSONDecoder) -> Phrase? {
    guard let event = try? decoder.decode(CabinetEvent.self, from: Data(record.event)) else {
      return Phrase("событие не читается", "the event can't be read")
    }
    do {
      try apply(event, at: record.at)
      return nil
    } catch {
      return CabinetFailure(error).phrase
    }
  }
}

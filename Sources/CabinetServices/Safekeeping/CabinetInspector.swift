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
    }
  }

  /// Follows the references that the records made.
  public func end(
    _ stream: CabinetStore.Stream, attachments: Set<String>, _ report: inout StoreReport
  ) {
    for (name, place) in references.sorted(by: { $0.key < $1.key })
    where !attachments.contains(name) {
      report.add(.missingAttachment(name), in: stream, at: place)
    }
    for name in attachments.sorted() where references[name] == nil {
      report.add(.orphanAttachment(name), in: stream)
    }
  }

  /// Looks for cabinets that nobody can enter.
  public func finish(_ report: inout StoreReport) {
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

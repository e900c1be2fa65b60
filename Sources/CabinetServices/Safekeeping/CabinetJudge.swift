import Cabinet
import CabinetStore
import FoundationEssentials

/// Sorts out, during a repair, the records that can't have happened once others are lost.
public final class CabinetJudge: RepairJudge {
  private var stream: CabinetStore.Stream?
  private var state = CabinetState()
  private var logins: Set<String> = []
  private var withAccount: Set<String> = []
  private var residents: [String] = []
  private let moment: Timestamp
  private let decoder = JSONDecoder()

  private let pace: Pace
  private var saved = 0

  /// Makes a judge for one repair.
  ///
  /// - Parameters:
  ///   - moment: when the repair happens, for the accounts that it adds.
  ///   - pace: hears of each record as it is judged and as it is written; counts those that are written.
  public init(at moment: Timestamp, pace: @escaping Pace = { _, _ in }) {
    self.moment = moment
    self.pace = pace
  }

  /// Folds the cabinet and leaves out what does not fit.
  public func objection(to record: Record, in stream: CabinetStore.Stream) -> Phrase? {
    pace(saved, nil)
    if self.stream != stream {
      self.stream = stream
      state = CabinetState()
      if case .resident(let id) = stream { residents.append(id) }
    }
    switch stream {
    case .city: return nil
    case .accounts:
      guard let account = try? decoder.decode(Account.self, from: Data(record.event)),
        logins.insert(account.login).inserted
      else { return CabinetJudge.notPossible(record, Phrase("имени для входа нет", "no login")) }
      withAccount.insert(account.resident)
      return nil
    case .resident:
      return state.take(record, decoder).map { CabinetJudge.notPossible(record, $0) }
    }
  }

  /// Counts a record that is written.
  public func willSave(_ record: Record) {
    saved += 1
    pace(saved, nil)
  }

  /// Gives a login to each cabinet whose account is lost, and tells so.
  public func finish(
    _ target: FileEventLog, _ report: inout RepairReport
  ) throws(StoreError) {
    for id in residents where !withAccount.contains(id) {
      do throws(CabinetFailure) {
        try Cabinets.add(Account(login: id, resident: id), to: target, at: moment)
      } catch {
        if case .store(let error) = error { throw error }
      }
      report.add(
        "account",
        Phrase(
          "имя для входа потеряно; теперь это \(id): kabinet --as \(id)",
          "the login is lost; it is \(id) now: kabinet --as \(id)"),
        in: .resident(id))
    }
  }

  private static func notPossible(_ record: Record, _ reason: Phrase) -> Phrase {
    Phrase(
      "запись \(record.seq): цела, но опирается на потерянное (\(reason.ru))",
      "record \(record.seq): whole, but it hangs on what is lost (\(reason.en))")
  }
}

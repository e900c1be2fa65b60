import Cabinet
import CabinetStore
import FoundationEssentials

/// The cabinets of a store: who has one, and how one is opened.
public enum Cabinets {
  /// The login of the resident for whom a personal store is made.
  static let ownLogin = "me"

  /// Opens the cabinet of a resident in a store on the disk; a store that is not there is made.
  ///
  /// - Parameters:
  ///   - folder: the folder of the store.
  ///   - login: who acts; the first resident of the store where nil.
  ///   - fixtures: the folder of the files that the program ships with.
  ///   - clock: the clock; that of the machine where nil, or that of the demonstration in one.
  ///   - ids: where new ids come from.
  public static func open(
    folder: String, login: String? = nil, fixtures: String, clock: CabinetClock? = nil,
    ids: IDSource = IDSource()
  ) throws(CabinetFailure) -> CabinetSession {
    let manifest = StoreManifest(kind: .personal, createdAt: (clock ?? .system).now)
    let log = try storeCall { () throws(StoreError) in
      try FileEventLog(folder, creating: manifest)
    }
    return try open(
      log, isDemonstration: log.manifest.kind == .demonstration, login: login,
      fixtures: fixtures, clock: clock, ids: ids)
  }

  /// Opens the cabinet of a resident in an open store.
  public static func open(
    _ log: any EventLog, isDemonstration: Bool, login: String? = nil, fixtures: String,
    clock: CabinetClock? = nil, ids: IDSource = IDSource()
  ) throws(CabinetFailure) -> CabinetSession {
    let clock = clock ?? (isDemonstration ? .fixed(CabinetClock.demonstrationStart) : .system)
    var accounts = try readAccounts(log)
    if accounts.isEmpty, !isDemonstration {
      try add(Account(login: ownLogin, resident: "resident-1"), to: log, at: clock.now)
      accounts = try readAccounts(log)
    }
    let index =
      login.map { login in accounts.firstIndex { $0.login == login } } ?? accounts.indices.first
    guard let index else { throw .notSignedIn(login ?? ownLogin) }
    return try CabinetSession(
      log: log, resident: accounts[index].resident, ordinal: index + 1,
      isDemonstration: isDemonstration, fixtures: fixtures, clock: clock, ids: ids)
  }

  /// A cabinet of nobody, in memory, for those who only look at services.
  public static func visitor(fixtures: String, clock: CabinetClock? = nil) throws(CabinetFailure)
    -> CabinetSession
  {
    try CabinetSession(
      log: MemoryEventLog(), resident: "visitor", ordinal: 1, isDemonstration: false,
      fixtures: fixtures, clock: clock ?? .system)
  }

  /// The accounts of a store, in the order in which they were opened; their place is their ordinal.
  private static func readAccounts(_ log: any EventLog) throws(CabinetFailure) -> [Account] {
    let records = try storeCall { () throws(StoreError) in try log.read(.accounts, from: 1) }
    return records.compactMap { try? JSONDecoder().decode(Account.self, from: Data($0.event)) }
  }

  /// Opens an account, unless one of that login is there.
  static func add(_ account: Account, to log: any EventLog, at moment: Timestamp)
    throws(CabinetFailure)
  {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let event = try? encoder.encode(account) else { return }
    let decoder = JSONDecoder()
    do {
      _ = try log.commit(.accounts, after: 0) { others in
        let isKnown = others.contains {
          (try? decoder.decode(Account.self, from: Data($0.event)))?.login == account.login
        }
        return isKnown ? nil : NewRecord(at: moment, actor: .resident, event: Array(event))
      }
    } catch let error as StoreError {
      throw .store(error)
    } catch {
      throw .journalContradicts(Phrase("\(error)", "\(error)"))
    }
  }

  /// Does something with the store and turns its error into the cabinet's.
  static func storeCall<Value>(_ body: () throws(StoreError) -> Value) throws(CabinetFailure)
    -> Value
  {
    do { return try body() } catch { throw .store(error) }
  }
}

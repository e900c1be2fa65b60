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
  ///   - readsUpToDamage: whether a damaged cabinet is opened as far as it is whole, to be read.
  ///   - pace: hears how far it is.
  public static func open(
    folder: String, login: String? = nil, fixtures: String, clock: CabinetClock? = nil,
    ids: IDSource = IDSource(), readsUpToDamage: Bool = false, pace: Pace = { _, _ in }
  ) throws(CabinetFailure) -> CabinetSession {
    let manifest = StoreManifest(kind: .personal, createdAt: (clock ?? .system).now)
    var options = FileEventLog.Options()
    options.readsUpToDamage = readsUpToDamage
    let log = try storeCall { () throws(StoreError) in
      try FileEventLog(folder, creating: manifest, options: options)
    }
    return try open(
      log, isDemonstration: log.manifest.kind == .demonstration, login: login,
      fixtures: fixtures, clock: clock, ids: ids, pace: pace)
  }

  /// Opens the cabinet of a resident in an open store.
  public static func open(
    _ log: any EventLog, isDemonstration: Bool, login: String? = nil, fixtures: String,
    clock: CabinetClock? = nil, ids: IDSource = IDSource(), pace: Pace = { _, _ in }
  ) throws(CabinetFailure) -> CabinetSession {
    let clock = clock ?? (isDemonstration ? .fixed(CabinetClock.demonstrationStart) : .system)
    if !isDemonstration, try isEmpty(log) {
      try add(Account(login: ownLogin, resident: "resident-1"), to: log, at: clock.now)
    }
    guard let (account, ordinal) = try account(of: login, in: log) else {
      throw .notSignedIn(login ?? ownLogin)
    }
    return try CabinetSession(
      log: log, resident: account.resident, ordinal: ordinal,
      isDemonstration: isDemonstration, fixtures: fixtures, clock: clock, ids: ids, pace: pace)
  }

  /// Whether nobody has a cabinet in a store.
  static func isEmpty(_ log: any EventLog) throws(CabinetFailure) -> Bool {
    try storeCall { () throws(StoreError) in try log.read(.accounts, from: 1, limit: 1) }.isEmpty
  }

  /// Opens the cabinet of a resident to read it, and never makes or changes a file; where there is no
  /// store, a cabinet of nobody.
  public static func reader(
    folder: String, login: String? = nil, fixtures: String, clock: CabinetClock? = nil,
    pace: Pace = { _, _ in }
  ) throws(CabinetFailure) -> CabinetSession {
    var options = FileEventLog.Options()
    options.isWritable = false
    let log: FileEventLog
    do { log = try FileEventLog(folder, options: options) } catch {
      guard case .noStore = error, login == nil else { throw .store(error) }
      return try visitor(fixtures: fixtures, clock: clock)
    }
    let isEmpty = try isEmpty(log)
    guard login != nil || !isEmpty else {
      return try visitor(fixtures: fixtures, clock: clock)
    }
    return try open(
      log, isDemonstration: log.manifest.kind == .demonstration, login: login,
      fixtures: fixtures, clock: clock, pace: pace)
  }

  /// A cabinet of nobody, in memory, for those who only look at services.
  public static func visitor(fixtures: String, clock: CabinetClock? = nil) throws(CabinetFailure)
    -> CabinetSession
  {
    try CabinetSession(
      log: MemoryEventLog(), resident: "visitor", ordinal: 1, isDemonstration: false,
      fixtures: fixtures, clock: clock ?? .system)
  }

  /// The account of a login, or the first one where nil, with its place among all, from 1.
  ///
  /// - Complexity: that of reading one record, however many accounts there are; of reading all of them
  ///   for a login that nobody has, or that was not looked up since it was made.
  static func account(of login: String?, in log: any EventLog) throws(CabinetFailure)
    -> (account: Account, ordinal: Int)?
  {
    guard let login else {
      return try found(
        in: storeCall { () throws(StoreError) in
          try log.read(.accounts, from: 1, limit: 1)
        }
      ).first
    }
    let named = try storeCall { () throws(StoreError) in
      try log.record(named: login, of: .accounts)
    }
    if let account = found(in: named.map { [$0] } ?? []).first, account.account.login == login {
      return account
    }
    let records = try storeCall { () throws(StoreError) in try log.read(.accounts, from: 1) }
    guard let account = found(in: records).first(where: { $0.account.login == login }) else {
      return nil
    }
    // Only the next look-up takes longer where this fails.
    try? log.name(login, records[account.ordinal - 1], of: .accounts)
    return account
  }

  /// The accounts that records hold; their numbers are their places.
  private static func found(in records: [Record]) -> [(account: Account, ordinal: Int)] {
    let decoder = JSONDecoder()
    return records.compactMap { record in
      (try? decoder.decode(Account.self, from: Data(record.event))).map { ($0, record.seq) }
    }
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
      let commit = try log.commit(.accounts, after: 0) { others in
        let isKnown = others.contains {
          (try? decoder.decode(Account.self, from: Data($0.event)))?.login == account.login
        }
        return isKnown ? nil : NewRecord(at: moment, actor: .resident, event: Array(event))
      }
      if let added = commit.added { try? log.name(account.login, added, of: .accounts) }
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

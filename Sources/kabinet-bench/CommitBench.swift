import Cabinet
import CabinetStore
import Glibc

/// Commits beside the least that any store can do, and beside SQLite, on the same disk in the same run.
struct CommitBench {
  let place: Workplace
  /// How often runs of whole processes are repeated; by turns, so that a busy moment meets all.
  let rounds = 5

  func rows() throws -> [Row] {
    let hasSQLite = try place.run("command -v sqlite3")
    if !hasSQLite { print("No SQLite: sqlite3 is not installed (apt-get install sqlite3).") }
    let (ours, raw) = try alternating(1000)
    let (alone, aloneRaw) = try alternating(1000, hasRoom: false)
    let one = try processes(1, commits: 1000, hasSQLite)
    let many = try processes(32, commits: 300, hasSQLite)
    // 1 / 0.9 of the time is 0.9 of the commits.
    return [
      Row("commit, µs, median; append + fdatasync", ours.median, raw.median, ratio: 1 / 0.9),
      Row("commit, µs, p99; append + fdatasync", ours.percentile(99), raw.percentile(99)),
      // What a commit costs that follows no other one: the file grows with the record.
      Row("commit without room, µs, median; append + fdatasync", alone.median, aloneRaw.median),
      Row("commit, µs; SQLite WAL, FULL", one.cost(of: .ours), one.cost(of: .sqlite), ratio: 1),
      Row(
        "commit, 32 writers, µs; SQLite WAL, FULL", many.cost(of: .ours), many.cost(of: .sqlite),
        ratio: 1),
      Row(
        "commit, 32 writers, µs; flock + append + fdatasync", many.cost(of: .ours),
        many.cost(of: .locked), ratio: 1 / 0.9),
      Row(
        "commit, 32 writers, ms, p99; flock + append + fdatasync", many.longest(of: .ours),
        many.longest(of: .locked)),
      // Writers that do not wait for each other share flushes; records that build on each other can't.
      Row(
        "commit, 32 writers, µs; append + fdatasync, unordered", many.cost(of: .ours),
        many.cost(of: .raw)),
    ]
  }

  /// Commits and appends of the same bytes by turns, in one process; in microseconds.
  private func alternating(
    _ count: Int, hasRoom: Bool = true
  ) throws -> (ours: Series, raw: Series) {
    var options = FileEventLog.Options()
    if !hasRoom { options.commitsBeforeRoom = .max }
    let name = "\(place.path)/\(hasRoom ? "one" : "alone")"
    let log = try FileEventLog(
      "\(name).store",
      creating: StoreManifest(kind: .personal, createdAt: Timestamp(seconds: 0)), options: options)
    let append = try StoreWriter.Appender("\(name).raw")
    var ours = Series()
    var raw = Series()
    for seq in 0..<count {
      raw.add(try timed { try append() } * 1000)
      ours.add(
        try timed {
          _ = try log.commit(StoreWriter.stream, after: seq) { _ in StoreWriter.record }
        } * 1000)
    }
    return (ours, raw)
  }

  /// A way to commit, raced by whole processes.
  private enum Way: CaseIterable {
    case raw, ours, locked, sqlite

    func command(_ name: String, _ count: Int) -> String {
      let own = CommandLine.arguments[0]
      return switch self {
      case .raw: "\(own) append \(name).raw \(count)"
      case .ours: "\(own) commit \(name).store \(count)"
      case .locked: "\(own) append-locked \(name).locked \(count)"
      case .sqlite: "sqlite3 \(name).db < \(name).sql"
      }
    }

    /// Where its processes leave their latencies.
    func times(_ name: String) -> String? {
      switch self {
      case .raw: "\(name).raw.times"
      case .ours: "\(name).store.times"
      case .locked: "\(name).locked.times"
      case .sqlite: nil
      }
    }
  }

  /// Of each way the microseconds for a commit, and the longest milliseconds but for one in a hundred;
  /// the medians of the rounds.
  private struct Costs {
    private var costs: [Way: Series] = [:]
    private var latencies: [Way: Series] = [:]

    mutating func add(_ cost: Double, longest: Double?, of way: Way) {
      costs[way, default: Series()].add(cost)
      if let longest { latencies[way, default: Series()].add(longest) }
    }

    func cost(of way: Way) -> Double? { costs[way]?.median }

    func longest(of way: Way) -> Double? { latencies[way]?.median }
  }

  private func processes(
    _ writers: Int, commits count: Int, _ hasSQLite: Bool
  ) throws -> Costs {
    var costs = Costs()
    for round in 1...rounds {
      let name = "\(place.path)/\(writers)-\(round)"
      // Forth and back, so that no way always follows the same other one.
      for way in round % 2 == 0 ? Way.allCases.reversed() : Way.allCases {
        if way == .sqlite {
          guard hasSQLite else { continue }
          try makeDatabase(name, count)
        }
        let cost = try time(writers, count, way.command(name, count))
        let longest = way.times(name).flatMap { Latencies.read($0).percentile(99) }
        costs.add(cost, longest: longest, of: way)
      }
    }
    return costs
  }

  private func makeDatabase(_ name: String, _ count: Int) throws {
    let create =
      "PRAGMA journal_mode=WAL; CREATE TABLE records (seq INTEGER PRIMARY KEY, line TEXT);"
    guard try place.run(insertScript(count, "\(name).sql")),
      try place.run("echo '\(create)' | sqlite3 \(name).db > /dev/null")
    else { throw Subject.Trouble(description: "sqlite3 can't make a database") }
  }

  /// A script of so many transactions of one row each, with as many bytes as a record has.
  private func insertScript(_ count: Int, _ path: String) -> String {
    let size = StoreWriter.line.count
    return """
      { echo '.timeout 60000'; echo 'PRAGMA synchronous=FULL;'
        text=$(head -c \(size) /dev/zero | tr '\\0' x)
        for i in $(seq \(count)); do echo "INSERT INTO records (line) VALUES ('$text');"; done
      } > \(path)
      """
  }

  /// Starts so many processes at once; microseconds for each commit of all together.
  private func time(_ writers: Int, _ count: Int, _ command: String) throws -> Double {
    var hasSucceeded = false
    let milliseconds = try timed {
      hasSucceeded = try place.run(
        "for i in $(seq \(writers)); do \(command) & pids=\"$pids $!\"; done\n"
          + "for pid in $pids; do wait $pid || exit 1; done")
    }
    guard hasSucceeded else { throw Subject.Trouble(description: "failed: \(command)") }
    return milliseconds * 1000 / Double(writers * count)
  }
}

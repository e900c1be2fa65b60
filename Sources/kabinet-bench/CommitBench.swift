import Cabinet
import CabinetStore
import Glibc

/// Commits beside the least that any store can do, and beside SQLite, on the same disk in the same run.
struct CommitBench {
  let place: Workplace
  /// How often runs of whole processes are repeated; by turns, so that a busy moment meets all.
  let rounds = 3

  func rows() throws -> [Row] {
    let hasSQLite = try place.run("command -v sqlite3")
    if !hasSQLite { print("No SQLite: sqlite3 is not installed (apt-get install sqlite3).") }
    let (ours, raw) = try alternating(1000)
    let one = try processes(1, commits: 1000, hasSQLite)
    let many = try processes(32, commits: 100, hasSQLite)
    // 1 / 0.9 of the time is 0.9 of the commits.
    return [
      Row("commit, µs, median; append + fdatasync", ours, raw, ratio: 1 / 0.9),
      Row("commit, µs; SQLite WAL, FULL", one.ours, one.sqlite, ratio: 1),
      Row("commit, 32 writers, µs; SQLite WAL, FULL", many.ours, many.sqlite, ratio: 1),
      Row(
        "commit, 32 writers, µs; flock + append + fdatasync", many.ours, many.locked,
        ratio: 1 / 0.9),
      // Writers that do not wait for each other share flushes; records that build on each other can't.
      Row("commit, 32 writers, µs; append + fdatasync, unordered", many.ours, many.raw),
    ]
  }

  /// Commits and appends of the same bytes by turns, in one process; the medians in microseconds.
  private func alternating(_ count: Int) throws -> (ours: Double?, raw: Double?) {
    let log = try FileEventLog(
      "\(place.path)/one.store",
      creating: StoreManifest(kind: .personal, createdAt: Timestamp(seconds: 0)))
    let append = try StoreWriter.Appender("\(place.path)/one.raw")
    var ours = Series()
    var raw = Series()
    for seq in 0..<count {
      raw.add(try timed { try append() } * 1000)
      ours.add(
        try timed {
          _ = try log.commit(StoreWriter.stream, after: seq) { _ in StoreWriter.record }
        } * 1000)
    }
    return (ours.median, raw.median)
  }

  /// Microseconds of each way for a commit, the best round.
  private struct Costs {
    var ours = Double.infinity
    var raw = Double.infinity
    var locked = Double.infinity
    var sqlite: Double?
  }

  private func processes(
    _ writers: Int, commits count: Int, _ hasSQLite: Bool
  ) throws -> Costs {
    var best = Costs()
    let script = "\(place.path)/insert.sql"
    guard try place.run(insertScript(count, script)) else {
      throw Subject.Trouble(description: "can't write \(script)")
    }
    let own = CommandLine.arguments[0]
    for round in 1...rounds {
      let name = "\(place.path)/\(writers)-\(round)"
      best.raw = min(best.raw, try time(writers, count, "\(own) append \(name).raw \(count)"))
      best.ours = min(best.ours, try time(writers, count, "\(own) commit \(name).store \(count)"))
      best.locked = min(
        best.locked, try time(writers, count, "\(own) append-locked \(name).locked \(count)"))
      guard hasSQLite else { continue }
      guard
        try place.run(
          "echo 'PRAGMA journal_mode=WAL; CREATE TABLE records (seq INTEGER PRIMARY KEY, line TEXT);'"
            + " | sqlite3 \(name).db > /dev/null")
      else { throw Subject.Trouble(description: "sqlite3 can't make a database") }
      let cost = try time(writers, count, "sqlite3 \(name).db < \(script)")
      best.sqlite = min(best.sqlite ?? .infinity, cost)
    }
    return best
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

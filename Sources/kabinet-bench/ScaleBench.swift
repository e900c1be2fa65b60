import Cabinet
import CabinetServices
import CabinetStore
import Glibc

/// Whether size costs anything: many residents, a long cabinet, a long journal.
struct ScaleBench {
  let place: Workplace
  let fixtures: String
  var residents = 100_000
  var records = 1_000_000

  func rows() throws -> [Row] {
    try manyResidents() + longCabinet() + longJournal()
  }

  private func manyResidents() throws -> [Row] {
    let few = "\(place.path)/few"
    let many = "\(place.path)/many"
    try fill(few, residents: 10)
    try fill(many, residents: residents)
    var fewTimes = Series()
    var manyTimes = Series()
    for round in 0..<200 {
      // Another resident each time; both stores by turns.
      fewTimes.add(try timeToOpen(few, login: "r\(round % 10)"))
      manyTimes.add(try timeToOpen(many, login: "r\(round * (residents / 200))"))
    }
    return [
      Row(
        "open one of \(residents) cabinets, ms, median; of 10", manyTimes.median,
        fewTimes.median, ratio: 1.2)
    ]
  }

  /// A store of residents who have each said who they are and sent nothing yet.
  private func fill(_ path: String, residents count: Int) throws {
    let start = Timestamp(seconds: 1_610_607_600)
    let log = try FileEventLog(
      path, creating: StoreManifest(kind: .personal, createdAt: start), files: UnsyncedFileSystem())
    var number = 0
    _ = try log.restore(.accounts) { () throws(StoreError) in
      guard number < count else { return nil }
      defer { number += 1 }
      let event = #"{"login":"r\#(number)","resident":"r\#(number)"}"#
      return NewRecord(at: start, actor: .resident, event: Array(event.utf8))
    }
    let event =
      #"{"kind":"profileChanged","profile":{"documents":[],"objects":[],"values":{"surname":"Синтетическая"}}}"#
    for number in 0..<count {
      _ = try log.append(
        .resident("r\(number)"), expecting: 0,
        NewRecord(at: start, actor: .resident, event: Array(event.utf8)))
    }
    // As if each had signed in before, which names the account.
    for record in try log.read(.accounts, from: 1) where isMeasured(record.seq - 1, of: count) {
      try log.name("r\(record.seq - 1)", record, of: .accounts)
    }
  }

  private func isMeasured(_ number: Int, of count: Int) -> Bool {
    count <= 10 || number % (residents / 200) == 0
  }

  private func timeToOpen(_ path: String, login: String) throws -> Double {
    try timed {
      _ = try Cabinets.open(
        folder: path, login: login, fixtures: fixtures,
        clock: .fixed(CabinetClock.demonstrationStart))
    }
  }

  private func longCabinet() throws -> [Row] {
    let path = "\(place.path)/long"
    _ = try Demonstration.open(folder: path, fixtures: fixtures)
    try History(applications: 2000, requests: 3).write(to: path, files: UnsyncedFileSystem())
    let session = try Cabinets.open(folder: path, fixtures: fixtures)
    session.saveSnapshot()
    var times = Series()
    for _ in 0..<50 {
      times.add(try timed { _ = try Cabinets.open(folder: path, fixtures: fixtures) })
    }
    return [
      Row(
        "open a cabinet of 2,000 applications and \(session.eventCount) events, ms",
        times.median, nil, most: 30)
    ]
  }

  private func longJournal() throws -> [Row] {
    let long = "\(place.path)/million"
    let short = "\(place.path)/ten"
    for (path, count) in [(short, 10), (long, records)] {
      try grow(path, to: count)
    }
    let afterMaking = try timeOfFirstCommit(long)
    var firsts = Series()
    for _ in 0..<5 { firsts.add(try timeOfFirstCommit(long)) }
    let logs = try [long, short].map { try FileEventLog($0) }
    var heads = try logs.map { try $0.head(of: StoreWriter.stream).seq }
    var times = [Series(), Series()]
    for _ in 0..<300 {
      for index in logs.indices {
        times[index].add(
          try timed {
            heads[index] = try logs[index].append(
              StoreWriter.stream, expecting: heads[index], StoreWriter.record
            ).seq
          } * 1000)
      }
    }
    return [
      Row(
        "commit at record \(records), µs, median; at record 10", times[0].median,
        times[1].median, ratio: 1.2),
      Row("open and first commit at record \(records), ms", firsts.median, nil, most: 50),
      Row("the same after the store was copied, ms", afterMaking, nil),
    ]
  }

  private func grow(_ path: String, to count: Int) throws {
    let making = "\(path).made"
    let log = try FileEventLog(
      making, creating: StoreManifest(kind: .personal, createdAt: Timestamp(seconds: 0)),
      files: UnsyncedFileSystem())
    var last: Record?
    for seq in 0..<count {
      last = try log.append(StoreWriter.stream, expecting: seq, StoreWriter.record)
    }
    if let last {
      try log.saveSnapshot(
        Snapshot(head: Head(seq: last.seq, hash: last.hash), body: Array("{}".utf8)),
        of: StoreWriter.stream)
    }
    guard try place.run("cp -a \(making) \(path) && rm -rf \(making) && sync") else {
      throw Subject.Trouble(description: "can't copy \(making)")
    }
  }

  /// What a command pays that opens the store, adds one record and ends.
  private func timeOfFirstCommit(_ path: String) throws -> Double {
    try timed {
      let log = try FileEventLog(path)
      let seq = try log.loadSnapshot(of: StoreWriter.stream)?.head.seq ?? 0
      _ = try log.commit(StoreWriter.stream, after: seq) { _ in StoreWriter.record }
    }
  }
}

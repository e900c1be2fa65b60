import Cabinet
import Foundation
import Testing

@testable import CabinetStore

@Suite struct ConcurrencyTests {
  /// Adds one to a counter kept in the journal, `count` times; a lost update would show in the sum.
  static func increment(
    _ path: String, _ stream: CabinetStore.Stream = .city("counter"), writer: Int, count: Int
  ) throws {
    let log = try FileEventLog(path, creating: personal)
    var seq = 0
    var sum = 0
    for _ in 0..<count {
      let commit = try log.commit(stream, after: seq) { others in
        sum += others.count
        return NewRecord(
          at: moment, actor: .office, event: Array(#"{"w":\#(writer),"sum":\#(sum + 1)}"#.utf8))
      }
      seq = commit.seq(after: seq)
      sum += 1
    }
  }

  static func verify(
    _ path: String, _ stream: CabinetStore.Stream = .city("counter"), count: Int
  ) throws {
    let log = try FileEventLog(path)
    let records = try log.read(stream, from: 1)
    #expect(records.count == count)
    for record in records {
      #expect(String(decoding: record.event, as: UTF8.self).hasSuffix(#""sum":\#(record.seq)}"#))
    }
    #expect(try log.check().findings.isEmpty)
  }

  @Test func threadsLoseNoUpdate() async throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/store"
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<6 {
        group.addTask { try Self.increment(path, writer: writer, count: 40) }
      }
      try await group.waitForAll()
    }
    try Self.verify(path, count: 240)
  }

  /// The file of the lock is mapped by who waits; whoever cuts it ends nobody.
  @Test func cuttingTheLockEndsNobody() throws {
    let directory = try TemporaryDirectory()
    let logs = try (0..<2).map { _ in
      try FileEventLog(directory.path + "/store", creating: personal)
    }
    for seq in 0..<8 {
      _ = try logs[seq % 2].commit(anna, after: 0) { _ in event(seq + 1) }
      let lock = "\(directory.path)/store/\(anna.path)/lock"
      #expect(truncate(lock, seq % 3 == 0 ? 0 : seq) == 0)
    }
    #expect(try logs[0].read(anna, from: 1).map(\.seq) == Array(1...8))
    #expect(try logs[1].check().findings.isEmpty)
  }

  /// Real processes, all of which also race to make the store; `make torture` has 32 of them.
  @Test(arguments: [true, false]) func processesLoseNoUpdate(inTheCity isCity: Bool) async throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/store"
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask {
          await #expect(processExitsWith: .success) {
            [path = path as String, writer = writer as Int, isCity = isCity as Bool] in
            try ConcurrencyTests.increment(
              path, isCity ? .city("counter") : .resident("anna"), writer: writer, count: 50)
          }
        }
      }
    }
    try Self.verify(path, isCity ? .city("counter") : .resident("anna"), count: 400)
  }
}

import Cabinet
import CabinetStore
import Testing

/// The log in memory behaves as the one in files.
@Suite struct MemoryEventLogTests {
  static func logs() throws -> [any EventLog] {
    let files = try FaultSweepTests.machine()
    return [
      MemoryEventLog(),
      try FileEventLog("/data/store", creating: FaultSweepTests.manifest, files: files),
    ]
  }

  /// What a log answers to a fixed course of questions, errors included.
  static func transcript(_ log: any EventLog) -> [String] {
    let stream = CabinetStore.Stream.city("vets")
    func answer(_ question: () throws -> Any) -> String {
      do { return "\(try question())" } catch { return "\(error)" }
    }
    var answers: [String] = []
    answers.append(answer { try log.head(of: stream) })
    answers.append(answer { try log.append(stream, expecting: 0, SnapshotTests.record(1)) })
    answers.append(answer { try log.append(stream, expecting: 0, SnapshotTests.record(2)) })
    answers.append(answer { try log.append(stream, expecting: 7, SnapshotTests.record(2)) })
    answers.append(answer { try log.append(stream, expecting: 1, SnapshotTests.record(2)) })
    for seq in -1...4 { answers.append(answer { try log.read(stream, from: seq) }) }
    answers.append(answer { try log.commit(stream, after: 1) { _ in nil } })
    answers.append(answer { try log.commit(stream, after: 0) { _ in SnapshotTests.record(3) } })
    answers.append(answer { try log.loadSnapshot(of: stream) as Any })
    for seq in 0...4 {
      answers.append(
        answer {
          let hash = try log.read(stream, from: max(seq, 1)).first?.hash ?? stream.origin
          let head = Head(seq: seq, hash: seq == 0 ? stream.origin : hash)
          try log.saveSnapshot(Snapshot(head: head, body: Array("{}".utf8)), of: stream)
          return try log.loadSnapshot(of: stream) as Any
        })
    }
    answers.append(answer { try log.putAttachment([1, 2], in: stream) })
    answers.append(answer { try log.attachment("none", of: stream) })
    answers.append(answer { try log.head(of: .city("No")) })
    answers.append(answer { try log.putAttachment([], in: .city("No")) })
    answers.append(
      answer {
        try log.append(stream, expecting: 3, NewRecord(at: moment, actor: .clock, event: [1]))
      })
    answers.append(answer { try log.streams() })
    return answers
  }

  @Test func bothLogsAnswerAlike() throws {
    let transcripts = try Self.logs().map(Self.transcript)
    #expect(transcripts[0].count == 25)
    for (memory, file) in zip(transcripts[0], transcripts[1]) { #expect(memory == file) }
  }

  @Test func nextWriteFailsWhenAskedTo() throws {
    let log = MemoryEventLog()
    log.nextFailure = .noSpace(path: "/p")
    #expect(throws: StoreError.noSpace(path: "/p")) {
      try log.append(.accounts, expecting: 0, SnapshotTests.record(1))
    }
    #expect(try log.append(.accounts, expecting: 0, SnapshotTests.record(1)).seq == 1)
  }
}

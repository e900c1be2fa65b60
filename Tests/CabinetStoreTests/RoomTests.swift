import Cabinet
import Glibc
import Testing

@testable import CabinetStore
@testable import StoreTorture

/// Room: where many records follow each other the journal's file is longer than they are.
@Suite struct RoomTests {
  let files: FaultyFileSystem
  let machine: Machine

  init() throws {
    files = try FaultSweepTests.machine()
    machine = files.machine
  }

  private func open(
    _ files: FaultyFileSystem? = nil, sealedSize: Int? = nil
  ) throws -> FileEventLog {
    var options = FileEventLog.Options()
    if let sealedSize { options.sealedSize = sealedSize }
    return try FileEventLog(
      "/data/store", creating: personal, options: options, files: files ?? self.files)
  }

  private var another: FaultyFileSystem {
    let other = FaultyFileSystem(on: machine)
    other.process = 2
    return other
  }

  private func write(_ numbers: ClosedRange<Int>, to log: FileEventLog) throws {
    for number in numbers { _ = try log.append(anna, expecting: number - 1, event(number)) }
  }

  /// The bytes behind the last record.
  private func room() -> ArraySlice<UInt8> {
    let bytes = files.disk(of: anna)
    return bytes[((bytes.lastIndex(of: 10) ?? -1) + 1)...]
  }

  /// What a process finds that comes next: every record, and nothing to mend.
  private func expectWhole(_ count: Int, _ files: FaultyFileSystem) throws {
    let log = try open(files)
    #expect(try log.read(anna, from: 1).count == count)
    #expect(try log.check().findings.isEmpty)
    _ = try log.append(anna, expecting: count, event(count + 1))
    #expect(log.recoveries.isEmpty && log.takeNotices().isEmpty)
    #expect(try log.read(anna, from: 1).map(\.seq) == Array(1...count + 1))
    #expect(try log.salvage(anna).losses.isEmpty)
  }

  @Test func whoWritesManyInARowHasRoomUpToThePage() throws {
    let log = try open()
    try write(1...15, to: log)
    #expect(room().isEmpty)
    for number in 16...80 {
      try write(number...number, to: log)
      #expect(files.disk(of: anna).count % JournalRoom.page == 0)
      #expect(room().allSatisfy { $0 == 0 })
    }
    // The file grows once for each page.
    let pages = files.disk(of: anna).count / JournalRoom.page
    #expect(pages > 2)
    #expect(files.log.count { $0 == "truncate" } <= pages)
  }

  /// Records that come one by one leave the file as long as they are.
  @Test func afterAPauseThereIsNoRoom() throws {
    let log = try open()
    for number in 1...40 {
      files.microseconds += JournalRoom.longestPause + 1
      try write(number...number, to: log)
      #expect(room().isEmpty)
    }
  }

  /// A record larger than a page gains nothing by room.
  @Test func aLargeRecordTakesItsOwnPlace() throws {
    let log = try open()
    try write(1...20, to: log)
    let large = NewRecord(
      at: moment, actor: .resident,
      event: Array(#"{"text":"\#(String(repeating: "x", count: 9000))"}"#.utf8))
    _ = try log.append(anna, expecting: 20, large)
    #expect(room().isEmpty)
    try write(22...23, to: log)
    try expectWhole(23, another)
  }

  @Test func whoClosesTheLogTakesTheRoomAway() throws {
    do {
      let log = try open()
      try write(1...30, to: log)
      #expect(!room().isEmpty)
    }
    #expect(room().isEmpty)
    try expectWhole(30, another)
  }

  /// Others read on in the room, and leave it to who wrote last to take it away.
  @Test func theLastWriterTakesTheRoomAway() throws {
    let other = try open(another)
    do {
      let log = try open()
      try write(1...30, to: log)
      #expect(try other.read(anna, from: 1).count == 30)
      let generation = try other.generation(of: anna)
      try write(31...31, to: log)
      #expect(try other.generation(of: anna) != generation)
      #expect(try other.read(anna, from: 31).map(\.seq) == [31])
      #expect(try other.read(anna, from: 32).isEmpty)
      _ = try other.append(anna, expecting: 31, event(32))
    }
    #expect(!room().isEmpty)
    #expect(try other.append(anna, expecting: 32, event(33)).seq == 33)
  }

  /// Killed at each of its calls: what it confirmed is there, and the next one finds nothing amiss.
  @Test(arguments: 1...60) func aKilledWriterLeavesRoomThatTheNextOneUses(_ call: Int) throws {
    let log = try open()
    try write(1...14, to: log)
    files.heal()
    (files.faultyCall, files.fault) = (call, .crash)
    var confirmed = 14
    for number in 15...25 {
      guard (try? write(number...number, to: log)) != nil else { break }
      confirmed = number
    }
    files.exit()
    let reader = try open(another)
    let count = try reader.read(anna, from: 1).count
    #expect(count == confirmed || count == confirmed + 1)
    let next = try open(another)
    #expect(try next.commit(anna, after: 0) { _ in nil }.others.count == count)
    try expectWhole(count, another)
    #expect(room().allSatisfy { $0 == 0 })
  }

  /// Where the file can't be made longer it grows with the record.
  @Test func withoutRoomRecordsAreKeptAllTheSame() throws {
    let log = try open()
    try write(1...15, to: log)
    files.heal()
    files.called = { [files] in
      // The next call is refused where it is that of making room.
      files.faultyCall = files.log.last?.hasPrefix("status") == true ? files.calls + 1 : 0
      files.fault = .failure(ENOSPC, forEver: false)
    }
    _ = try log.append(anna, expecting: 15, event(16))
    files.called = nil
    #expect(files.log.contains("truncate"))
    #expect(room().isEmpty)
    files.heal()
    try write(17...17, to: log)
    try expectWhole(17, another)
  }

  /// What a crash leaves of a record in the room is set aside without the room.
  @Test func aTornRecordIsSetAsideWithoutTheRoom() throws {
    let log = try open()
    try write(1...20, to: log)
    var bytes = files.disk(of: anna)
    let end = bytes.count - room().count
    bytes.replaceSubrange(end..<end + 5, with: Array("{\"has".utf8))
    files.setDisk(of: anna, bytes)
    let next = try open(another)
    #expect(try next.check().findings.map(\.kind) == [.tornTail(size: 5)])
    #expect(try next.salvage(anna).losses.map(\.reason) == [.unfinished(5)])
    #expect(try next.append(anna, expecting: 20, event(21)).seq == 21)
    #expect(next.recoveries.map(\.size) == [5])
    try expectWhole(21, another)
  }

  /// Zeros that are no room are what a crash left, as in every other place.
  ///
  /// - Parameter count: how many; nil for two pages more than room would be.
  @Test(arguments: [1, 100, 4095, 4097, nil]) func otherZerosAreTold(_ count: Int?) throws {
    do {
      let log = try open()
      try write(1...20, to: log)
    }
    var bytes = files.disk(of: anna)
    let page = JournalRoom.page
    let zeros = count ?? page - bytes.count % page + 2 * page
    try #require((bytes.count + zeros).isMultiple(of: page) == (count == nil))
    bytes += [UInt8](repeating: 0, count: zeros)
    files.setDisk(of: anna, bytes)
    let next = try open(another)
    #expect(try next.check().findings.map(\.kind) == [.tornTail(size: zeros)])
    _ = try next.append(anna, expecting: 20, event(21))
    #expect(next.recoveries.map(\.size) == [zeros])
  }

  /// Zeros where a snapshot tells of records are no room.
  @Test func lostRecordsThatASnapshotTellsOfAreDamage() throws {
    do {
      let log = try open()
      try write(1...20, to: log)
      let head = try log.head(of: anna)
      try log.saveSnapshot(Snapshot(head: head, body: Array("{}".utf8)), of: anna)
    }
    var bytes = files.disk(of: anna)
    let last = (bytes.dropLast().lastIndex(of: 10) ?? 0) + 1
    let length = (bytes.count + JournalRoom.page - 1) / JournalRoom.page * JournalRoom.page
    bytes.replaceSubrange(last..., with: [UInt8](repeating: 0, count: length - last))
    files.setDisk(of: anna, bytes)
    let next = try open(another)
    #expect(throws: StoreError.self) { try next.append(anna, expecting: 19, event(20)) }
    #expect(try !next.check().findings.filter(\.kind.isDamage).isEmpty)
  }

  /// A file that never changes again has no room.
  @Test func sealedFilesEndWithARecord() throws {
    let log = try open(sealedSize: 3 * JournalRoom.page)
    try write(1...200, to: log)
    let sealed = files.sealedFiles(of: anna)
    #expect(sealed > 2)
    for number in 1...sealed {
      let path = "data/store/\(anna.path)/\(JournalFiles.sealedName(number))"
      #expect(machine.node(at: path)?.seen.bytes.last == 10)
    }
    try expectWhole(200, another)
  }

  /// The lock is taken for other things, too: a file to attach, and not to look at records.
  @Test func whatOthersWroteIsSeenAlthoughTheLockWasTakenSince() throws {
    let log = try open()
    try write(1...20, to: log)
    let other = try open(another)
    _ = try other.append(anna, expecting: 20, event(21))
    _ = try log.putAttachment([1], in: anna)
    let commit = try log.commit(anna, after: 20) { _ in event(22) }
    #expect(commit.others.map(\.seq) == [21])
    try expectWhole(22, another)
  }

  /// The disk fails to write the note, and programs read the one from before.
  @Test func whatOthersWroteIsSeenAlthoughTheirNoteIsGone() throws {
    let log = try open()
    try write(1...20, to: log)
    let lock = try #require(machine.node(at: "data/store/\(anna.path)/lock"))
    let note = lock.seen.bytes
    let other = try open(another)
    _ = try other.append(anna, expecting: 20, event(21))
    lock.plant(note, at: machine.tick())
    let commit = try log.commit(anna, after: 20) { _ in event(22) }
    #expect(commit.others.map(\.seq) == [21])
    try expectWhole(22, another)
  }

  /// The disk fails to cut off room that programs no longer see; then the file is sealed.
  @Test func roomThatTheDiskKeptIsNotSealed() throws {
    var kept = 0
    for seed in 0..<16 {
      let trial = try RoomTests()
      do {
        let log = try trial.open()
        try trial.write(1...20, to: log)
      }
      let node = try #require(trial.machine.node(at: "data/store/\(anna.path)/journal.jsonl"))
      var chance = SplitMix64(state: UInt64(seed))
      node.giveUp(&chance)
      if node.disk.bytes.count > node.seen.bytes.count { kept += 1 }
      // Who is told of the failure stops; the next one finds nothing to do.
      for number in 2...3 {
        let files = trial.another
        files.process = number
        let log = try trial.open(files, sealedSize: 1000)
        _ = try? log.append(anna, expecting: 20, event(21))
      }
      let after = trial.files.afterCrash(.nothing)
      #expect(after.sealedFiles(of: anna) == 1)
      let log = try trial.open(after)
      #expect(try log.read(anna, from: 1).count == 21)
      #expect(try log.check().findings.isEmpty)
    }
    #expect(kept > 0)
  }

  /// Nothing is believed of those who close a journal: only what the file says counts.
  @Test(arguments: [true, false]) func whoClosesCutsOffNoRecordOfOthers(isNoteGone: Bool) throws {
    var log: FileEventLog? = try open()
    try write(1...20, to: #require(log))
    let lock = try #require(machine.node(at: "data/store/\(anna.path)/lock"))
    let note = lock.seen.bytes
    do {
      let other = try open(another)
      for number in 21...23 { _ = try other.append(anna, expecting: number - 1, event(number)) }
      if isNoteGone { lock.plant(note, at: machine.tick()) }
      log?.rest()
      log = nil
    }
    try expectWhole(23, another)
  }

  /// Who could not read what others wrote does not take it for room.
  @Test(arguments: [EIO, EMFILE]) func afterAFailedReadNothingIsCutOff(_ code: Int32) throws {
    for call in 1...12 {
      let trial = try RoomTests()
      do {
        let log = try trial.open()
        try trial.write(1...20, to: log)
        let other = try trial.open(trial.another)
        for number in 21...23 { _ = try other.append(anna, expecting: number - 1, event(number)) }
        trial.files.heal()
        (trial.files.faultyCall, trial.files.fault) = (call, .failure(code, forEver: false))
        _ = try? log.commit(anna, after: 20) { _ in nil }
        log.rest()
      }
      try trial.expectWhole(23, trial.another)
    }
  }

  /// Damage that others did, met and refused, stays what it was.
  @Test func damageInTheRoomIsNotCutOff() throws {
    var damaged: [UInt8] = []
    do {
      let log = try open()
      try write(1...20, to: log)
      let other = try open(another)
      for number in 21...23 { _ = try other.append(anna, expecting: number - 1, event(number)) }
      damaged = files.disk(of: anna)
      let second = try #require(damaged.dropLast(room().count + 1).lastIndex(of: 10))
      damaged[second - 100] ^= 1
      files.setDisk(of: anna, damaged)
      #expect(throws: StoreError.self) { try log.append(anna, expecting: 20, event(21)) }
    }
    // All but the room, which went with its writer.
    let isKept = files.disk(of: anna) == damaged[...(damaged.lastIndex(of: 10) ?? 0)].map { $0 }
    #expect(isKept)
    #expect(try !open(another).check().findings.filter(\.kind.isDamage).isEmpty)
  }

  /// One zero is no room: readers look at all that follows.
  @Test(arguments: [1, 60, nil]) func zerosBeforeOtherBytesAreDamage(_ count: Int?) throws {
    do {
      let log = try open()
      try write(1...20, to: log)
      let head = Head(seq: 18, hash: try log.read(anna, from: 18)[0].hash)
      try log.saveSnapshot(Snapshot(head: head, body: Array("{}".utf8)), of: anna)
      var bytes = files.disk(of: anna)
      let lines = bytes.indices.filter { bytes[$0] == 10 }
      let line = lines[17] + 1..<lines[18]
      let zeros = line.lowerBound..<(count.map { line.lowerBound + $0 } ?? line.upperBound)
      bytes.replaceSubrange(zeros, with: [UInt8](repeating: 0, count: zeros.count))
      files.setDisk(of: anna, bytes)
    }
    let reader = try open(another)
    _ = try reader.loadSnapshot(of: anna)
    #expect(throws: StoreError.self) { try reader.read(anna, from: 19) }
    #expect(throws: StoreError.self) { try reader.head(of: anna) }
  }

  /// Who has found room takes it away as well: its writer may have been killed, or wait for a key.
  @Test func whoHasFoundRoomTakesItAway() throws {
    let log = try open()
    try write(1...20, to: log)
    do {
      let other = try open(another)
      _ = try other.commit(anna, after: 20) { _ in nil }
      #expect(!room().isEmpty)
    }
    #expect(room().isEmpty)
    try write(21...40, to: log)
    #expect(!room().isEmpty)
    log.rest()
    #expect(room().isEmpty)
    let calls = files.calls
    log.rest()
    #expect(files.calls == calls)
    try write(41...41, to: log)
    try expectWhole(41, another)
  }

  /// A record that its writer took back, with room where it was, is not taken for the last one.
  @Test func aRecordTakenBackIsForgottenByItsReaders() throws {
    let log = try open()
    try write(1...20, to: log)
    let before = files.disk(of: anna)
    let reader = try open(another)
    try write(21...21, to: log)
    #expect(try reader.head(of: anna).seq == 21)
    files.setDisk(of: anna, before)
    #expect(throws: StoreError.conflict(actual: 20)) { try reader.head(of: anna) }
    #expect(try reader.head(of: anna).seq == 20)
  }

  /// Repair judges zeros at the end as the check does.
  @Test func lostRecordsThatASnapshotTellsOfAreToldByRepair() throws {
    try lostRecordsThatASnapshotTellsOfAreDamage()
    let losses = try open(another).salvage(anna).losses
    #expect(losses.map(\.reason) == [.damaged(.notRecord)])
  }

  /// Room that was cut off and comes back, as a failing disk may have it, is no end to write behind.
  @Test func aRecordLiesAtItsPlaceThoughRoomComesBack() throws {
    let log = try open()
    try write(1...20, to: log)
    let withRoom = files.disk(of: anna)
    log.rest()
    #expect(room().isEmpty)
    let other = try open(another)
    _ = try other.commit(anna, after: 20) { _ in
      files.setDisk(of: anna, withRoom)
      return event(21)
    }
    try expectWhole(21, another)
  }
}

import Cabinet
import Foundation
import Glibc
import StoreTorture
import Testing

@testable import CabinetStore

@Suite struct MigrationTests {
  let directory: TemporaryDirectory
  let path: String

  /// The committed store of format 1, copied; what is checked out is open to others, so it is closed.
  init() throws {
    directory = try TemporaryDirectory()
    path = directory.path + "/store"
    let source =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path + "/Fixtures/stores/format-1"
    try FileManager.default.copyItem(atPath: source, toPath: path)
    for name in try FileManager.default.subpathsOfDirectory(atPath: directory.path) {
      var isDirectory: ObjCBool = false
      let file = "\(directory.path)/\(name)"
      _ = FileManager.default.fileExists(atPath: file, isDirectory: &isDirectory)
      try FileManager.default.setAttributes(
        [.posixPermissions: isDirectory.boolValue ? 0o700 : 0o600], ofItemAtPath: file)
    }
  }

  func manifest() throws -> String {
    String(decoding: try directory.bytes("store/store.json"), as: UTF8.self)
  }

  @Test func storeOfFormat1IsBroughtToTheCurrentOneOnce() throws {
    #expect(try manifest().hasPrefix(#"{"format":1,"#))
    var reading = FileEventLog.Options()
    reading.isWritable = false
    let old = try FileEventLog(path, options: reading)
    let streams = try old.streams()
    let records = try streams.map { try old.read($0, from: 1) }
    #expect(records.joined().count > 20)
    #expect(try manifest().hasPrefix(#"{"format":1,"#))
    for _ in 1...2 {
      let log = try FileEventLog(path)
      #expect(log.manifest.format == StoreManifest.currentFormat)
      #expect(log.manifest.migrations == ["sealed-files", "room"])
      #expect(log.manifest.kind == .demonstration)
      #expect(log.manifest.createdAt == old.manifest.createdAt)
      #expect(try manifest().contains(#""migrations":["sealed-files","room"]"#))
      #expect(try streams.map { try log.read($0, from: 1) } == records)
      #expect(try log.check().findings.isEmpty)
    }
    var options = FileEventLog.Options()
    options.sealedSize = 1000
    let log = try FileEventLog(path, options: options)
    let stream = try #require(streams.first { $0 != .accounts })
    let head = try log.head(of: stream)
    _ = try log.append(stream, expecting: head.seq, event(1))
    #expect(FileManager.default.fileExists(atPath: "\(path)/\(stream.path)/journal-000001.jsonl"))
    #expect(try log.check().findings.isEmpty)
  }

  @Test func everyStepIsNamedAndTheOrderIsThatOfTheFormats() {
    #expect(Migration.all.map(\.format) == Array(2...StoreManifest.currentFormat))
    #expect(Set(Migration.all.map(\.name)).count == Migration.all.count)
    #expect(Migration.all.allSatisfy { CabinetStore.Stream.isValidName($0.name) })
  }

  /// Two steps that write, and every call of taking them fails in every way.
  @Test(arguments: FaultSweepTests.faults)
  func everyCallOfAMigration(_ fault: Fault) throws {
    let steps = [
      Migration(name: "one", format: 2) { root throws(StoreError) in
        try root.replace("one", with: [1])
      },
      Migration(name: "two", format: 3) { root throws(StoreError) in
        let one = try root.contents(of: "one") ?? []
        try root.replace("two", with: one + [2])
      },
    ]
    func open(_ files: FaultyFileSystem) throws -> (Folder, StoreManifest) {
      try StoreRoot(
        path: "/data/store", files: files, patience: 0, isWritable: true, migrations: steps
      ).open(creating: nil)
    }
    func machine() throws -> FaultyFileSystem {
      let files = try FaultSweepTests.machine()
      _ = try FileEventLog("/data/store", creating: personal, files: files)
      let root = try #require(try Folder.open("/data/store", files: files))
      try root.replace(
        "store.json",
        with: Array(
          #"{"format":1,"kind":"personal","createdAt":"2021-01-14T07:00:00Z"}"#.utf8))
      files.heal()
      return files
    }
    func verify(_ files: FaultyFileSystem, _ context: String) throws {
      let (root, manifest) = try open(files)
      #expect(manifest.format == 3, "\(context)")
      #expect(manifest.migrations == ["one", "two"], "\(context)")
      #expect(try root.contents(of: "one") == [1], "\(context)")
      #expect(try root.contents(of: "two") == [1, 2], "\(context)")
    }
    let clean = try machine()
    _ = try open(clean)
    for call in 1...clean.calls {
      let files = try machine()
      files.faultyCall = call
      files.fault = fault
      let opened = try? open(files).1.format
      // A disk that may only be read, or is full, shows the store in the format that it has.
      let isOldShown: Bool =
        switch fault {
        case .failure(EROFS, _), .failure(ENOSPC, _): true
        default: false
        }
      #expect(opened == nil || opened == 3 || isOldShown)
      for survival in FaultSweepTests.survivals(after: fault) {
        try verify(files.afterCrash(survival), "\(fault) at call \(call), \(survival)")
      }
      if fault != .crash {
        files.heal()
        try verify(files, "\(fault) at call \(call), same machine")
      }
    }
  }

  /// A disk that takes no new format takes no records, and shows the old ones.
  @Test func storeOnAReadOnlyDiskIsReadInItsOwnFormat() throws {
    let files = try FaultSweepTests.machine()
    let log = try FileEventLog("/data/store", creating: personal, files: files)
    let record = try log.append(anna, expecting: 0, event(1))
    let root = try #require(try Folder.open("/data/store", files: files))
    try root.replace(
      "store.json",
      with: Array(#"{"format":1,"kind":"personal","createdAt":"2021-01-14T07:00:00Z"}"#.utf8))
    files.heal()
    files.faultyCall = 1
    files.fault = .failure(EROFS, forEver: true)
    files.failsOnlyWrites = true
    let again = try FileEventLog("/data/store", files: files)
    #expect(again.manifest.format == 1)
    #expect(try again.read(anna, from: 1) == [record])
    #expect(throws: StoreError.readOnly(path: "/data/store")) {
      try again.append(anna, expecting: 1, event(2))
    }
  }
}

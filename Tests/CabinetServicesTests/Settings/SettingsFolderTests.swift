import Cabinet
import CabinetServices
import Foundation
import Testing

/// The folder of what a resident likes.
@Suite struct SettingsFolderTests {
  private let root = NSTemporaryDirectory() + "kabinet-settings-" + UUID().uuidString
  private var folder: SettingsFolder { SettingsFolder(root + "/deep/kabinet") }
  private var file: String { folder.path(of: "settings.json") }

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  private func write(_ text: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path, withIntermediateDirectories: true)
    try text.write(toFile: file, atomically: false, encoding: .utf8)
  }

  @Test func whatWasNeverKeptIsNobodysFault() throws {
    let (preferences, problem) = folder.preferences()
    #expect(preferences == Preferences() && problem == nil)
    #expect(try folder.read("keys.json") == nil)
    #expect(!FileManager.default.fileExists(atPath: root))
  }

  @Test func whatIsKeptComesBackAndIsForItsOwnerAlone() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let liked = Preferences(theme: "light", mouse: true, tourSeen: true)
    try folder.keep(liked)
    #expect(folder.preferences().0 == liked)
    #expect(try mode(file) == 0o600)
    #expect(try mode(folder.path) == 0o700)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["settings.json"])
  }

  @Test(arguments: [(-5, 0), (0, 0), (30, 30), (240, 240), (100_000, 240)])
  func aWayThatNobodyGoesIsCutToOneThatSomebodyDoes(written: Int, way: Int) throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    try write(#"{"wayMinutes": \#(written)}"#)
    #expect(folder.preferences().0.way == way)
    #expect(Preferences().way == AgendaConflict.wayMinutes)
  }

  @Test func whatIsKeptAlreadyIsNotWrittenAgain() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    try write(#"{"theme":"dark","comment":"by hand"}"#)
    try folder.keep(Preferences(theme: "dark"))
    #expect(try String(contentsOfFile: file, encoding: .utf8).contains("by hand"))
  }

  @Test(arguments: ["{\"theme\": 5}", "not json", ""])
  func aFileThatCannotBeReadIsToldAndPutAside(text: String) throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    try write(text)
    let (preferences, problem) = folder.preferences()
    #expect(preferences == Preferences())
    #expect(problem?.ru.contains(file) == true && problem?.en.contains(file) == true)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
    try folder.keep(Preferences(mouse: true))
    #expect(try String(contentsOfFile: file + ".old", encoding: .utf8) == text)
    #expect(folder.preferences().0.mouse == true)
    #expect(folder.preferences().problem == nil)
  }

  @Test func aLinkStaysALink() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    try write("{}")
    let real = root + "/dotfile.json"
    try FileManager.default.moveItem(atPath: file, toPath: real)
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: real)
    try folder.keep(Preferences(theme: "contrast"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: file) == real)
    #expect(try String(contentsOfFile: real, encoding: .utf8).contains("contrast"))
  }

  @Test func whereNothingCanBeWrittenTheReasonIsTold() throws {
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: root) }
    // A file stands where the folder should be.
    try "".write(toFile: root + "/deep", atomically: false, encoding: .utf8)
    #expect(throws: (any Error).self) { try folder.keep(Preferences(mouse: true)) }
    #expect(folder.preferences().problem == nil)
  }
}

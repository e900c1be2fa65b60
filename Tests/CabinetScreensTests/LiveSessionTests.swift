import Cabinet
import CabinetServices
import CabinetStore
import Foundation
import Terminal
import TerminalUI
import Testing

@testable import CabinetScreens

/// Two sessions of one cabinet on one store on the disk.
@Suite struct LiveSessionTests {
  private let folder = NSTemporaryDirectory() + "kabinet-live-" + UUID().uuidString
  private let fixtures =
    URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    + "/Fixtures"

  private func session() throws -> CabinetSession {
    try Demonstration.open(folder: folder, fixtures: fixtures)
  }

  private func app(_ session: CabinetSession) -> CabinetApp {
    CabinetApp(session: session, language: .russian, size: Size(columns: 80, rows: 24))
  }

  /// To the first step of a form, with the focus on the surname.
  private static let toForm: [Key] =
    [.function(3)] + "охотничий".map { .character($0) } + [.enter, .enter]

  private func press(_ keys: [Key], _ app: CabinetApp) {
    for key in keys {
      app.handle(.key(key))
      _ = app.frame()
    }
  }

  @Test func aFormKeepsWhatIsTypedWhileTheCabinetChanges() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let session = try session()
    let app = app(session)
    press(Self.toForm, app)
    #expect(app.frame().text.contains("шаг 1 из 4"))
    press([.control("u")] + "Неокончен".map { .character($0) } + [.left, .left], app)
    let before = app.frame()
    let focus = app.focusLabel
    let seen = session.eventCount
    let other = try self.session()
    try other.save(other.state.profile)
    app.handle(.woken)
    #expect(session.eventCount == seen + 1)
    let after = app.frame()
    #expect(after.cursor == before.cursor)
    #expect(after.cursor != nil)
    #expect(app.focusLabel == focus)
    #expect(after.text.contains("Неокончен"))
    press([.character("!")], app)
    #expect(app.frame().text.contains("Неокончен".dropLast(2) + "!ен"))
  }

  /// Rows that come in above the focused one do not take the focus away from it.
  @Test(arguments: ["2", "3", "5"]) func theFocusStaysOnItsRow(section: Character) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let app = app(try session())
    press([.character(section), .down], app)
    let focus = try #require(app.focusLabel)
    let before = app.frame().text
    let other = try self.session()
    try file(other)
    app.handle(.woken)
    let after = app.frame()
    #expect(after.text != before)
    #expect(app.focusLabel == focus)
    #expect(after.cursor.map { after.text(row: $0.row).contains(focus.prefix(12)) } == true)
  }

  private func file(_ session: CabinetSession) throws {
    let service = try session.service("hunting-licence")
    var draft = session.newDraft(for: service, id: "life")
    let answers = #"{"minimum": true, "oldLicence": "no", "delivery": "mfc", "truthful": true}"#
    draft.answers.merge(try session.answers(fromJSON: Array(answers.utf8), for: service.form)) {
      $1
    }
    try session.save(draft)
    try session.submit(draft: draft.id)
  }

  /// What another session did is told in the next turn of a conversation.
  @Test func aConversationTellsWhatChanged() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let other = try session()
    var partner = Newcomer { try file(other) }
    try app(try session()).converse(with: &partner, width: 78)
    #expect(!partner.before.contains("Охотничий билет"))
    #expect(partner.after.contains("Охотничий билет"))
  }

  @Test func whatNobodyChangedIsNoNews() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let session = try session()
    _ = try session.takeInChanges()
    #expect(try !session.takeInChanges())
    let other = try self.session()
    try other.save(other.state.profile)
    #expect(try session.takeInChanges())
    #expect(try !session.takeInChanges())
    // Its own records are no news either.
    try session.save(session.state.profile)
    #expect(try !session.takeInChanges())
  }

  /// Whenever the program waits for a key, everybody else can write.
  @Test func noLockIsHeldWhileWaitingForAKey() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let session = try session()
    let keys =
      Self.toForm + [.character("x"), .tab, .character("y"), .escape, .function(9), .escape]
      + "1234".map { .character($0) } + [.control("q")]
    let device = NosyDevice(keys: keys, folder: folder, stream: .resident(session.resident))
    try app(session).run(on: device)
    #expect(device.waits == keys.count)
    #expect(device.lockedOut == 0)
  }
}

/// Somebody who reads their applications while another session files one.
private struct Newcomer: ConversationPartner {
  private(set) var before = ""
  private(set) var after = ""
  private var turn = 0
  private let file: () throws -> Void

  init(_ file: @escaping () throws -> Void) { self.file = file }

  mutating func nextLine(isSecret: Bool) -> String? {
    turn += 1
    if turn == 1 { return "заявления" }
    if turn == 2, (try? file()) != nil { return "ещё" }
    return nil
  }

  mutating func say(_ lines: [String]) {
    if turn < 2 { before += lines.joined(separator: "\n") } else { after += lines.joined() }
  }
}

/// A terminal that takes the lock of a cabinet whenever it is asked for a key.
private final class NosyDevice: TerminalDevice {
  let size = Size(columns: 80, rows: 24)
  private(set) var waits = 0
  private(set) var lockedOut = 0
  private var keys: ArraySlice<Key>
  private let folder: String
  private let stream: CabinetStore.Stream

  init(keys: [Key], folder: String, stream: CabinetStore.Stream) {
    self.keys = keys[...]
    self.folder = folder
    self.stream = stream
  }

  let hasPendingInput = false

  func nextEvent(timeout: Int?) throws -> TerminalEvent? {
    var options = FileEventLog.Options()
    options.patience = 0
    let log = try FileEventLog(folder, options: options)
    if (try? log.commit(stream, after: 0, { _ in nil })) == nil { lockedOut += 1 }
    waits += 1
    return keys.popFirst().map { .key($0) } ?? .hungUp
  }

  func present(_ grid: CellGrid) {}
  func perform(_ request: DeviceRequest) {}
  func watch(_ descriptor: Int32) {}
  func unwatch(_ descriptor: Int32) {}
  func suspend() {}
}

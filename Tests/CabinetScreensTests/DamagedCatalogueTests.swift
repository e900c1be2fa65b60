import Cabinet
import CabinetServices
import CabinetStore
import Foundation
import TerminalUI
import Testing

@testable import CabinetScreens

/// What the services section says of a catalogue that cannot be read whole.
@Suite struct DamagedCatalogueTests {
  /// A cabinet whose catalogue is the shared file and one category, spoiled.
  private func context(_ spoil: (String) -> String) throws -> (ScreenContext, folder: URL) {
    let source = URL(fileURLWithPath: try AllScreens().session.fixtures + "/catalogue")
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("kabinet-damage-\(UUID().uuidString)")
    let catalogue = folder.appendingPathComponent("catalogue")
    try FileManager.default.createDirectory(at: catalogue, withIntermediateDirectories: true)
    for name in ["shared.json", "family.json"] {
      try FileManager.default.copyItem(
        at: source.appendingPathComponent(name), to: catalogue.appendingPathComponent(name))
    }
    let text = try String(
      contentsOf: source.appendingPathComponent("nature.json"), encoding: .utf8)
    try spoil(text).write(
      to: catalogue.appendingPathComponent("nature.json"), atomically: true, encoding: .utf8)
    let session = try CabinetSession(
      log: MemoryEventLog(), resident: "anna", ordinal: 1, isDemonstration: false,
      fixtures: folder.path, clock: .fixed(CabinetClock.demonstrationStart))
    return (ScreenContext(session: session, language: .russian), folder)
  }

  private func text(_ screen: some Screen, _ context: ScreenContext) -> String {
    LinearReader(words: .russian, mostRows: 500).lines(screen.view(context))
      .joined(separator: "\n")
  }

  @Test func itIsToldOnceBeforeAnythingIsTypedAndTheRestIsServed() throws {
    let (context, folder) = try context { String($0.prefix($0.count / 2)) }
    defer { try? FileManager.default.removeItem(at: folder) }
    var screen = ServicesScreen()
    let told = text(screen, context)
    #expect(told.contains("Часть каталога не читается, остальное работает"))
    #expect(told.contains("nature.json:"))
    #expect(told.contains("Охотничий билет") && told.contains("Материнский капитал"))
    _ = screen.update(.textChanged("query", "охот"), context)
    #expect(!text(screen, context).contains("nature.json"))
    #expect(text(screen, context).contains("Охотничий билет"))
  }

  @Test func aCardThatIsWrongWithinSaysWhereAndOthersOpen() throws {
    let (context, folder) = try context {
      $0.replacing(#""version": 1"#, with: #""version": "one""#, maxReplacements: 1)
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(context.session.shelf.damages == [])
    let card = text(ServiceScreen(id: "hunting-licence"), context)
    #expect(card.contains("nature.json:") && card.contains("services[0].form.version"))
    #expect(card.contains("Остальные услуги работают"))
    #expect(text(ServiceScreen(id: "pet-registration"), context).contains("Что нужно"))
    #expect(text(ServicesScreen(), context).contains("services[0].form.version"))
    var screen = ServiceScreen(id: "hunting-licence")
    #expect(screen.actions(context).isEmpty)
    #expect(screen.update(.activated("nothing"), context).isEmpty)
  }
}

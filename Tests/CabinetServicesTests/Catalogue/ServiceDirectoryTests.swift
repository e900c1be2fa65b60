import Cabinet
import Foundation
import Testing

@testable import CabinetServices

@Suite struct ServiceDirectoryTests {
  private static let directory = ServiceDirectory.load(SearchFixture.folder + "/catalogue")

  @Test func theListSaysWhatTheCardsSay() {
    let whole = SearchFixture.catalogue
    #expect(Self.directory.damages == [])
    #expect(Self.directory.services == whole.services.map(\.brief))
    #expect(Self.directory.agencies == whole.agencies)
    #expect(Self.directory.categories == whole.categories)
    #expect(Self.directory.lifeSituations == whole.lifeSituations)
  }

  @Test func aCardReadByItselfIsTheSame() throws {
    let lists = try Self.directory.lists()
    for card in SearchFixture.catalogue.services.filter({ $0.id.hashValue % 7 == 0 }) {
      #expect(try Self.directory.card(card.id, lists: lists) == card)
    }
    #expect(try Self.directory.card("nothing", lists: lists) == nil)
  }

  /// A folder with the shared file and one short category file, whose text is spoiled.
  private struct Spoiled {
    let folder: Fixtures.Folder
    let text: String

    init() throws {
      folder = try Fixtures.Folder()
      let source = SearchFixture.folder + "/catalogue/"
      let shared = try Data(contentsOf: URL(fileURLWithPath: source + "shared.json"))
      try folder.write(Array(shared), to: "shared.json")
      text = try String(contentsOfFile: source + "work.json", encoding: .utf8)
    }

    func load(_ text: String) throws -> ServiceDirectory {
      try folder.write(Array(text.utf8), to: "work.json")
      return ServiceDirectory.load(folder.path)
    }
  }

  @Test func aFileCutAnywhereIsNamedAndNothingCrashes() throws {
    let spoiled = try Spoiled()
    let whole = try spoiled.load(spoiled.text)
    #expect(whole.damages == [] && whole.services.count == 1)
    let bytes = Array(spoiled.text.utf8)
    for length in stride(from: 0, to: bytes.count - 2, by: 97) {
      try spoiled.folder.write(Array(bytes.prefix(length)), to: "work.json")
      let directory = ServiceDirectory.load(spoiled.folder.path)
      #expect(directory.damages.count == 1, "\(length)")
      #expect(directory.damages.first?.file == "work.json")
      #expect(directory.damages.first?.line != nil)
    }
  }

  @Test func anyByteMayBeWrong() throws {
    let spoiled = try Spoiled()
    let bytes = Array(spoiled.text.utf8)
    for place in stride(from: 0, to: bytes.count, by: 211) {
      for byte in [UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "]"), 0, 0xFF] {
        var broken = bytes
        broken[place] = byte
        try spoiled.folder.write(broken, to: "work.json")
        // What the list takes, the cards either hold or name as damaged.
        let directory = ServiceDirectory.load(spoiled.folder.path)
        let catalogue = directory.whole()
        #expect(
          !catalogue.damages.isEmpty || catalogue.services.map(\.brief) == directory.services)
      }
    }
  }

  @Test func whatALineNeedsIsNamedAtOnceAndWhatIsDeepWithItsCard() throws {
    let spoiled = try Spoiled()
    let early = [
      (#""kind": "application""#, #""kind": "aplication""#, "services[0].kind"),
      (#""titleEn": "#, #""titelEn": "#, "services[0]"),
      (#""keywords": ["#, #""keywords": [7, "#, "services[0].keywords[0]"),
    ]
    for (from, to, key) in early {
      let directory = try spoiled.load(spoiled.text.replacing(from, with: to, maxReplacements: 1))
      #expect(directory.damages.map(\.key) == [key], "\(from)")
      #expect(directory.services.isEmpty)
    }
    let deep = spoiled.text.replacing(#""supplier": ""#, with: #""supplier": "x"#)
    let shelf = try shelf(spoiled, deep)
    #expect(shelf.damages == [] && shelf.directory.services.count == 1)
    #expect(throws: Catalogue.Damage.self) { try shelf.card("unemployment-registration") }
    #expect(shelf.damages.first?.key.contains("documents") == true)
    #expect(shelf.damages.first?.line != nil)
  }

  /// A shelf over the folder `catalogue` beside nothing else.
  private func shelf(_ spoiled: Spoiled, _ text: String) throws -> CatalogueShelf {
    _ = try spoiled.load(text)
    let fixtures = spoiled.folder.path + "/fixtures"
    try FileManager.default.createDirectory(
      atPath: fixtures, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: fixtures + "/catalogue", withDestinationPath: spoiled.folder.path)
    return CatalogueShelf(fixtures: fixtures)
  }

  @Test func aCardIsFoundThoughItsFileChanged() throws {
    let spoiled = try Spoiled()
    let shelf = try shelf(spoiled, spoiled.text)
    #expect(shelf.directory.services.count == 1)
    let moved = "\n\n   " + spoiled.text
    try spoiled.folder.write(Array(moved.utf8), to: "work.json")
    #expect(try shelf.card("unemployment-registration")?.id == "unemployment-registration")
  }
}

import Cabinet
import FoundationEssentials
import Glibc
import Testing

@testable import CabinetServices

@Suite struct CatalogueFilesTests {
  @Test func everyFileOfTheCatalogueIsSound() {
    #expect(Fixtures.catalogue.damages == [])
    #expect(Fixtures.catalogue.services.count >= 24)
  }

  /// A catalogue of a shared file and two services in `a.json` and `b.json`, before it is spoiled.
  private struct Files {
    let folder: Fixtures.Folder
    let service: String

    init() throws {
      folder = try Fixtures.Folder()
      var service = Resident.make("one", formVersion: 1)
      service.acceptanceRefusals = []
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      self.service = String(decoding: try encoder.encode(service), as: UTF8.self)
      try write("a.json", list([self.service]))
      try write("b.json", list([self.service.replacing(#""one""#, with: #""two""#)]))
      try write(
        "shared.json",
        #"""
        {"format": 1, "agencies": [], "categories": [], "lifeSituations": [],
         "lists": {"fields": {}, "grounds": {"common": [{"code": "1030.1", "title": "а"}]},
          "suspensions": {}, "documents": {}, "legalActs": {}, "steps": {}}}
        """#)
    }

    func list(_ services: [String]) -> String {
      "{\"services\": [\n\(services.joined(separator: ",\n"))\n]}"
    }

    func write(_ name: String, _ text: String) throws {
      try folder.write(Array(text.utf8), to: name)
    }

    func load() -> Catalogue { CatalogueFiles.load(folder.path) }
  }

  @Test func theSoundFilesAreServed() throws {
    let files = try Files()
    try files.write(
      "b.json",
      files.list([
        files.service.replacing(#""one""#, with: #""two""#)
          .replacing(
            #""acceptanceRefusals" : ["#, with: #""acceptanceRefusals" : [{"use": "common"}"#)
      ]))
    let catalogue = files.load()
    #expect(catalogue.damages == [])
    #expect(catalogue.services.map(\.id) == ["one", "two"])
    #expect(catalogue.service("two")?.acceptanceRefusals.map(\.code) == ["1030.1"])
  }

  /// Spoils `b.json`, expects that `one` is served, and gives the only damage.
  private func damage(_ spoil: (String) -> String) throws -> (Catalogue.Damage, String) {
    let files = try Files()
    let sound = files.service.replacing(#""one""#, with: #""two""#)
    let text = files.list([sound, spoil(sound.replacing(#""two""#, with: #""three""#))])
    try files.write("b.json", text)
    let catalogue = files.load()
    #expect(catalogue.services.map(\.id).contains("one"))
    #expect(catalogue.damages.count == 1)
    return (try #require(catalogue.damages.first), text)
  }

  private func line(_ number: Int?, of text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let number, lines.indices.contains(number - 1) else { return "" }
    return String(lines[number - 1])
  }

  @Test func aMissingKeyIsNamed() throws {
    let (damage, text) = try damage { $0.replacing(#""basis" : "","#, with: "") }
    #expect(damage.file == "b.json" && damage.key == "services[1]")
    #expect(damage.reason.en == "the key basis is missing")
    #expect(line(damage.line, of: text) == "{")
  }

  @Test func aWrongTypeIsNamedWithItsLine() throws {
    let (damage, text) = try damage {
      $0.replacing(#""unit" : "workingDays""#, with: #""unit" : 7"#)
    }
    #expect(damage.key == "services[1].term.unit")
    #expect(line(damage.line, of: text).contains(#""unit" : 7"#))
  }

  @Test func anUnknownValueOfAChoiceIsNamed() throws {
    let (damage, text) = try damage {
      $0.replacing(#""unit" : "workingDays""#, with: #""unit" : "weeks""#)
    }
    #expect(damage.key == "services[1].term.unit" && damage.reason.en.contains("weeks"))
    #expect(line(damage.line, of: text).contains("weeks"))
  }

  @Test func anUnknownConditionIsNamed() throws {
    let (damage, text) = try damage {
      $0.replacing(#""equals" : "ask""#, with: #""eqals" : "ask""#)
    }
    #expect(damage.key == "services[1].regulation.clarifications[0].when")
    #expect(damage.reason.en == "a condition has no key eqals")
    #expect(line(damage.line, of: text).contains("when"))
  }

  @Test func anUnknownListIsNamed() throws {
    let (damage, _) = try damage {
      $0.replacing(#""legalActs" : ["#, with: #""legalActs" : [{"use": "nothing"}"#)
    }
    #expect(damage.key == "services[1].legalActs[0]")
    #expect(damage.reason.en == "no shared list is called nothing")
    #expect(damage.line != nil)
  }

  @Test func anIdThatIsTakenIsNamedAndTheFirstStands() throws {
    let (damage, text) = try damage { $0.replacing(#""three""#, with: #""one""#) }
    #expect(damage.key == "services[1].id" && damage.reason.en == "the id one is taken already")
    #expect(line(damage.line, of: text).contains(#""id" : "one""#))
  }

  @Test func anErrorOfSyntaxIsNamedAndTheOtherFilesServed() throws {
    let files = try Files()
    for text in ["{\"services\": [\n{\n]}", "", "{", "{\"services\": [", "\u{0}", "{} {}", "null"] {
      try files.write("b.json", text)
      let catalogue = files.load()
      #expect(catalogue.services.map(\.id) == ["one"])
      #expect(catalogue.damages.map(\.file) == ["b.json"], "\(text)")
      #expect(catalogue.damages.first?.reason.ru.isEmpty == false)
    }
    try files.write("b.json", "{\"services\": [\n{},\n{\"id\" 7}\n]}")
    #expect(files.load().damages.map(\.line) == [2, 3])
  }

  @Test func whatStandsBetweenTheCardsIsReadStrictlyToo() throws {
    let files = try Files()
    for (text, reason) in [
      (#"{"services": [], "services": []}"#, "the name is here twice, first on line 1"),
      (#"{"note": "\ud800", "services": []}"#, "half a surrogate pair"),
      (#"{"note": [01], "services": []}"#, "JSON writes no number like this"),
    ] {
      try files.write("b.json", text)
      #expect(files.load().damages.map(\.reason.en) == [reason])
    }
  }

  @Test func whatIsNoListOfServicesIsNamed() throws {
    let files = try Files()
    try files.write("b.json", #"{"services": {}}"#)
    #expect(files.load().damages.map(\.key) == ["services"])
    try files.write("b.json", "[]")
    #expect(files.load().damages.count == 1)
    try files.write("b.json", #"{"services": [7, null, "x", []]}"#)
    #expect(
      files.load().damages.map(\.key) == [
        "services[0]", "services[1]", "services[2]", "services[3]",
      ])
  }

  @Test func anUnreadableFileIsNamed() throws {
    let files = try Files()
    #expect(mkdir(files.folder.path + "/c.json", 0o700) == 0)
    let catalogue = files.load()
    #expect(catalogue.services.map(\.id) == ["one", "two"])
    #expect(catalogue.damages.map(\.file) == ["c.json"])
    #expect(catalogue.damages.first?.reason.en == "the file cannot be read")
  }

  @Test func withoutTheSharedFileWhatNeedsNoListIsServed() throws {
    let files = try Files()
    #expect(unlink(files.folder.path + "/shared.json") == 0)
    #expect(files.load().services.map(\.id) == ["one", "two"])
    #expect(files.load().damages.map(\.file) == ["shared.json"])
    try files.write("shared.json", "{")
    #expect(files.load().services.map(\.id) == ["one", "two"])
    #expect(files.load().damages.map(\.file) == ["shared.json"])
    let nowhere = CatalogueFiles.load(files.folder.path + "/nothing")
    #expect(nowhere.services.isEmpty && nowhere.damages.map(\.file) == ["shared.json"])
  }

  @Test func aNewerFormatIsNamed() throws {
    let files = try Files()
    let path = files.folder.path + "/shared.json"
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    try files.write("shared.json", text.replacing(#""format": 1"#, with: #""format": 2"#))
    #expect(files.load().damages.map(\.key) == ["format"])
  }
}

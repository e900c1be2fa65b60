import Cabinet
import Testing

@testable import CabinetServices

@Suite struct ServiceSearchTests {
  private static let search = ServiceSearch(Fixtures.catalogue)

  private func ids(_ query: String) -> [String] {
    Self.search.matches(query).map(\.service.id)
  }

  @Test(arguments: [
    ("запись в первый класс", "first-grade-enrolment"),
    ("судимость", "criminal-record-certificate"), ("детский сад", "kindergarten-enrolment"),
    ("резидентное", "resident-parking-permit"), ("unemployment", "unemployment-registration"),
    ("СУДИМОСТЬ", "criminal-record-certificate"), ("hunting-licence", "hunting-licence"),
  ])
  func whatIsCalledByItsNameComesFirst(query: String, id: String) throws {
    try #require(Fixtures.catalogue.service(id) != nil)
    #expect(ids(query).first == id)
  }

  @Test func nothingListsAllByTitle() {
    for query in ["", " ", "\n\t"] {
      let all = Self.search.matches(query)
      #expect(all.count == Fixtures.catalogue.services.count)
      #expect(all.map(\.service.title) == all.map(\.service.title).sorted())
      #expect(all.allSatisfy { $0.score == 0 })
    }
  }

  @Test func scoresFallAndEveryWordCounts() {
    for query in ["парковка", "ребенок", "справка", "квартира"] {
      let scores = Self.search.matches(query).map(\.score)
      #expect(!scores.isEmpty && scores == scores.sorted(by: >) && scores.allSatisfy { $0 > 0 })
      #expect(ids(query + " несуществующее").isEmpty)
    }
  }

  @Test func theLettersЁAndЕAreOne() {
    #expect(!ids("ребёнок").isEmpty)
    #expect(ids("ребёнок") == ids("ребенок"))
    #expect(ids("РЕБЁНОК") == ids("ребенок"))
  }

  @Test func aQueryInTheWrongLayoutFindsTheSame() {
    for query in ["парковка", "судимость", "жильё", "объект", "безработица", "хобби", "ребёнок"] {
      let swapped = KeyboardLayout.swapped(query)
      #expect(swapped != query && KeyboardLayout.swapped(swapped) == query)
      #expect(ids(swapped) == ids(query), "\(swapped)")
      #expect(ids(KeyboardLayout.swapped(query.uppercased())) == ids(query))
    }
    #expect(!ids("ufhr").isEmpty || ids("парк") == ids("gfhr"))
    for query in ["parking", "school", "passport"] {
      #expect(ids(KeyboardLayout.swapped(query)) == ids(query), "\(query)")
    }
  }

  @Test func everyServiceIsFoundByItsTitleAndItsId() {
    for service in Fixtures.catalogue.services {
      #expect(ids(service.shortTitle ?? service.title).contains(service.id), "\(service.id)")
      #expect(ids(service.id).first == service.id, "\(service.id)")
    }
  }

  @Test(arguments: [
    String(repeating: "а", count: 10_000), String(repeating: "парковка ", count: 2_000),
    String(repeating: "\u{301}", count: 10_000), "\u{0}\u{1B}[2J", "🏛👨‍👩‍👧‍👦", ".*", "(((", "[a-", "\\",
    "^$|?+{}", "'; DROP TABLE services; --", "\u{202E}абв", "а\u{301}\u{301}", "%s%n", "٤٢",
  ])
  func hostileQueriesAreAnsweredCalmly(query: String) {
    let found = Self.search.matches(query)
    #expect(found.count <= Fixtures.catalogue.services.count)
    #expect(found == Self.search.matches(query))
  }

  @Test func nearestNamesAreNamed() {
    let names = ["hunting-licence", "library-card", "taxi-permit"]
    #expect(Nearest.names(to: "huntng-licence", among: names) == ["hunting-licence"])
    #expect(Nearest.names(to: "library", among: names) == ["library-card"])
    #expect(Nearest.names(to: "", among: names).isEmpty)
    #expect(Nearest.names(to: "zzz", among: names).isEmpty)
    #expect(Nearest.names(to: String(repeating: "q", count: 100_000), among: names).isEmpty)
    #expect(Nearest.names(to: "a", among: ["a1", "a2", "a3", "a4"]) == ["a1", "a2", "a3"])
  }
}

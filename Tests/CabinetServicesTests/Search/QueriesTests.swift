import Cabinet
import Testing

@testable import CabinetServices

@Suite struct QueriesTests {
  @Test func whatPeopleSearchForIsFound() {
    let queries = SearchFixture.queries
    #expect(queries.count >= 250)
    var first: [String: Int] = [:]
    var withinFive: [String: Int] = [:]
    var asked: [String: Int] = [:]
    for query in queries {
      let rank = SearchFixture.ids(query.text).firstIndex { query.expected.contains($0) } ?? .max
      for kind in [query.kind, "all"] {
        asked[kind, default: 0] += 1
        first[kind, default: 0] += rank == 0 ? 1 : 0
        withinFive[kind, default: 0] += rank < 5 ? 1 : 0
      }
    }
    for (kind, count) in asked.sorted(by: { $0.key < $1.key }) {
      print(
        "\(kind): \(count) queries, first \(100 * first[kind, default: 0] / count) %, "
          + "within five \(100 * withinFive[kind, default: 0] / count) %")
    }
    #expect(first["all", default: 0] * 100 >= 85 * queries.count)
    #expect(withinFive["all", default: 0] * 100 >= 97 * queries.count)
  }

  @Test func queriesNameServicesThatExist() {
    for query in SearchFixture.queries {
      #expect(!query.expected.isEmpty && !query.kind.isEmpty, "\(query.text)")
      for id in query.expected {
        #expect(SearchFixture.catalogue.service(id) != nil, "\(query.text): \(id)")
      }
    }
  }

  @Test func everyServiceIsFoundByItsTitles() {
    for service in SearchFixture.catalogue.services {
      for title in [service.title, service.shortTitle ?? service.title, service.titleEn] {
        let rank = SearchFixture.ids(title).prefix(10).firstIndex(of: service.id)
        #expect(rank != nil, "\(service.id): \(title)")
      }
    }
  }
}

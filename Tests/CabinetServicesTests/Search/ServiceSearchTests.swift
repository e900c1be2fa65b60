import Cabinet
import Testing

@testable import CabinetServices

@Suite struct ServiceSearchTests {
  @Test func anEmptyQueryNamesAllByTitle() {
    for query in ["", "   ", "\n\t "] {
      let found = SearchFixture.search.matches(query)
      #expect(found.count == SearchFixture.catalogue.services.count)
      #expect(found.allSatisfy { $0.score == 0 && $0.highlights(in: $0.service.title).isEmpty })
      let titles = found.map(\.service.title)
      #expect(titles == Alphabet.sorted(titles) { $0 })
    }
  }

  @Test func theSameQueryHasTheSameAnswer() {
    let again = ServiceSearch(SearchFixture.catalogue, vocabulary: SearchFixture.vocabulary)
    for query in SearchFixture.queries.prefix(80) {
      #expect(SearchFixture.search.matches(query.text) == again.matches(query.text))
    }
  }

  @Test func scoresFallAndStayWithinTheirRange() {
    for query in SearchFixture.queries {
      let scores = SearchFixture.search.matches(query.text).map(\.score)
      #expect(scores.allSatisfy { (1...Ranking.best).contains($0) }, "\(query.text)")
      #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 + 1 >= $1 }, "\(query.text)")
    }
  }

  @Test(arguments: [
    ("охот бил", ["Охот", "бил"]), ("билет", ["билет"]),
    ("охотничьего билета", ["Охотничий", "билет"]),
    ("j[jnybxbq", ["Охотничий"]), ("ohotnichiy", ["Охотничий"]), ("охотничй", ["Охотничий"]),
  ]) func whatAnswersIsMarked(query: String, expected: [String]) {
    let match = SearchFixture.search.matches(query).first { $0.service.id == "hunting-licence" }
    let title = "Охотничий билет"
    #expect(match?.highlights(in: title).map { String(title[$0]) } == expected)
  }

  @Test func marksStandInOrderAndApart() {
    for query in SearchFixture.queries {
      for match in SearchFixture.search.matches(query.text).prefix(5) {
        let title = match.service.title
        let marks = match.highlights(in: title)
        #expect(marks.allSatisfy { !$0.isEmpty && $0.upperBound <= title.endIndex })
        #expect(zip(marks, marks.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
      }
    }
  }

  @Test(arguments: [
    String(repeating: "а", count: 10_000), String(repeating: "а ", count: 5_000),
    String(repeating: "запись ", count: 2_000), "\u{0}\u{1}\u{1B}[31m\u{7F}", "👨‍👩‍👧‍👦🎉",
    ".*+?^${}()|[]\\",
    "' OR 1=1 --", "<script>", "%s%n%x", "\u{202E}тропсап",
    String(repeating: "ё\u{308}", count: 9_000),
    "\u{FFFD}\u{10FFFF}", "- - - -", "???", "0", String(repeating: "9", count: 4_000), "ъ", "ь ь ь",
  ]) func anythingMayBeTyped(text: String) {
    let found = SearchFixture.search.matches(text)
    #expect(found.count <= SearchFixture.catalogue.services.count)
    #expect(SearchFixture.search.suggestions(text).services.count <= 5)
    #expect(found.prefix(3).allSatisfy { $0.highlights(in: text).count <= text.count })
  }

  @Test func aQueryIsReadUpToItsBounds() {
    let reader = QueryReader(
      SearchIndexBuilder.build(
        SearchFixture.catalogue.services.map(\.brief), SearchFixture.catalogue,
        SearchFixture.vocabulary))
    let long = String(repeating: "а ", count: 5_000)
    #expect(reader.words(of: long).count == QueryReader.mostWords)
    let joined = String(repeating: "а-", count: 5_000)
    #expect(reader.words(of: joined).count <= QueryReader.mostWords)
  }

  @Test func whereNothingFitsTheNearestIsOffered() {
    #expect(SearchFixture.ids("абырвалг").isEmpty)
    let popular = SearchFixture.search.suggestions("абырвалг").services.map(\.service.id)
    #expect(popular.first == SearchFixture.vocabulary.popular.first)
    let suggestions = SearchFixture.search.suggestions(
      "свадьба ыфвапр щшгнек цукенг ячсмит ждлорп хзщшгн эждлор")
    #expect(!suggestions.services.isEmpty)
    #expect(suggestions.situations.map(\.id).contains("getting-married"))
  }

  @Test func anEmptyCatalogueFindsNothing() {
    let search = ServiceSearch(SearchFixture.catalogue([]), vocabulary: SearchFixture.vocabulary)
    #expect(search.matches("").isEmpty && search.matches("паспорт").isEmpty)
    #expect(search.suggestions("паспорт").services.isEmpty)
  }
}

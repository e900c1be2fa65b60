import Cabinet
import Testing

@testable import CabinetServices

@Suite struct SearchVocabularyTests {
  private let vocabulary = SearchFixture.vocabulary

  @Test func theFileIsRead() {
    #expect(vocabulary.synonyms.count >= 150)
    #expect(vocabulary.stopWords.count >= 50)
    #expect(SearchVocabulary.load(fixtures: "/nowhere").synonyms.isEmpty)
  }

  @Test func nothingIsSaidTwice() {
    let said = vocabulary.synonyms.map(\.say)
    #expect(Set(said).count == said.count)
    #expect(Set(vocabulary.stopWords).count == vocabulary.stopWords.count)
    #expect(Set(vocabulary.popular).count == vocabulary.popular.count)
    #expect(vocabulary.synonyms.allSatisfy { !$0.mean.isEmpty && !$0.say.isEmpty })
  }

  @Test func synonymsAreNoStopWords() {
    let stops = Set(vocabulary.stopWords)
    #expect(vocabulary.synonyms.map(\.say).filter(stops.contains) == [])
  }
}

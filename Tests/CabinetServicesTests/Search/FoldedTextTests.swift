import Cabinet
import Testing

@testable import CabinetServices

@Suite struct FoldedTextTests {
  private func words(_ text: String) -> [FoldedWord] { FoldedText.words(text.unicodeScalars) }

  @Test func caseAndYoDoNotMatter() {
    #expect(words("ЁЛКА Ёлка ёлка елка").allSatisfy { $0 == words("елка")[0] })
    #expect(words("Passport PASSPORT").allSatisfy { $0 == words("passport")[0] })
  }

  @Test func everyLetterHasAByteOfItsOwn() {
    let letters = "абвгдежзийклмнопрстуфхцчшщъыьэюяabcdefghijklmnopqrstuvwxyz0123456789"
    let bytes = letters.unicodeScalars.map { FoldedText.fold($0.value) }
    #expect(Set(bytes).count == letters.count)
    #expect(!bytes.contains(FoldedText.separator) && !bytes.contains(FoldedText.nothing))
  }

  @Test func signsPartWordsAndStressesDoNot() {
    #expect(words("детско-юношеская (школа)").count == 3)
    #expect(words("за\u{301}мок со\u{AD}сед") == words("замок сосед"))
    #expect(words("и\u{306}од е\u{308}ж") == words("йод еж"))
    #expect(words("«»—…!?*[]{}").isEmpty)
  }

  @Test func longWordsAreCut() {
    #expect(words(String(repeating: "а", count: 500)).map(\.count) == [FoldedText.longestWord])
  }

  @Test func placesCoverTheirWords() {
    let text = "Запись в «детский сад», ёлка"
    let places = FoldedText.places(of: text)
    #expect(places.map { String(text[$0.range]) } == ["Запись", "в", "детский", "сад", "ёлка"])
    #expect(places.map(\.word) == words(text))
  }
}

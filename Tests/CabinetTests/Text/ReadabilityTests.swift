import Testing

@testable import Cabinet

@Suite struct ReadabilityTests {
  @Test(arguments: [
    ("", []), ("   ", []), ("Слово", [1]), ("Два слова.", [2]),
    ("Раз. Два три! Четыре?", [1, 2, 1]),
    ("По ст. 12 закона. Да.", [4, 1]), ("Для г. Москвы и ул. Тверской", [6]),
    ("Не больше 0,5 % цены — это всё.", [6]), ("Он сказал «да». И ушёл.", [3, 2]),
    ("Так бывает… И это тоже.", [2, 3]), ("Выплата (см. закон) назначается.", [4]),
    ("Free of charge. Really.", [3, 1]),
  ])
  func sentencesAndTheirWordsAreCounted(_ text: String, _ sentences: [Int]) {
    #expect(Readability(text).sentences == sentences)
  }

  @Test func aTextIsHardAboveTwentyWordsOnAverage() {
    func sentence(_ words: Int) -> String {
      "Слово" + String(repeating: " слово", count: words - 1) + "."
    }
    #expect(!Readability(sentence(20)).isHard)
    #expect(Readability(sentence(21)).isHard)
    #expect(!Readability(sentence(30) + " " + sentence(10)).isHard)
    #expect(Readability(sentence(30) + " " + sentence(11)).isHard)
    #expect(Readability(sentence(30) + " " + sentence(11)).averageTenths == 205)
    #expect(!Readability("").isHard && Readability("").averageTenths == 0)
  }
}

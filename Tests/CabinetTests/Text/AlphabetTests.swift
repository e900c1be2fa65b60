import Cabinet
import Testing

@Suite struct AlphabetTests {
  @Test(arguments: [
    ["ежевика", "ель", "ёж", "ёлка", "жук"], ["Елена", "ёж", "Жанна"], ["а", "ая", "б", "я"],
    ["вода", "вода горячая", "водный"], ["101-й километр", "Архив", "English"],
    ["«Активный гражданин»", "билет", "«Весна»"], ["Apply", "apply once", "Book"],
    ["дом 1", "дом 2", "дом-музей"], ["яблоко", "abc"],
  ])
  func ordersTitles(_ titles: [String]) {
    #expect(Alphabet.sorted(titles.reversed()) { $0 } == titles)
    #expect(Alphabet.sorted(titles) { $0 } == titles)
  }

  @Test func theLettersStandAsInTheAlphabet() {
    let letters = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя".map(String.init)
    #expect(Alphabet.sorted(letters.reversed()) { $0 } == letters)
    let capitals = letters.map { $0.uppercased() }
    #expect(Alphabet.sorted(capitals.reversed()) { $0 } == capitals)
  }
}

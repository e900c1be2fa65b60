import Cabinet
import Testing

@testable import CabinetServices

@Suite struct SpellingTests {
  @Test(
    arguments: zip(
      "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ",
      "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~"))
  func everyKeyHasBothLetters(russian: Character, latin: Character) {
    #expect(KeyboardLayout.swapped(String(russian)) == String(latin))
    #expect(KeyboardLayout.swapped(String(latin)) == String(russian))
  }

  @Test func whatIsOnBothLayoutsStays() {
    #expect(KeyboardLayout.swapped("12 345!") == "12 345!")
    #expect(KeyboardLayout.swapped("gfhrjdrf") == "парковка")
    #expect(KeyboardLayout.swapped("зфклштп") == "parking")
  }

  /// One word in the schemes of passports, GOST, scholars and messages.
  @Test(arguments: [
    ("детский", ["detskiy", "detskij", "detskii", "detsky", "Detskiĭ"].dropLast().map { $0 }),
    ("щенок", ["shchenok", "schenok", "shhenok"]),
    ("жильё", ["zhilyo", "zhile", "zhil'e", "zhilje"]),
    ("юбилей", ["yubiley", "jubilej", "iubilei"]),
    ("справка", ["spravka"]), ("охотничий", ["ohotnichij", "okhotnichiy"]),
    ("субсидия", ["subsidiya", "subsidija", "subsidia"]), ("цирк", ["tsirk", "cirk"]),
    ("подъезд", ["podezd", "podyezd", "pod'ezd"]), ("вывоз", ["vyvoz", "vivoz"]),
  ]) func schemesShareASkeleton(russian: String, latin: [String]) {
    let skeleton = Transliteration.skeleton(ofCyrillic: SearchFixture.folded(russian))
    for spelling in latin {
      let letters = spelling.filter { $0 != "'" }
      #expect(
        Transliteration.skeleton(ofLatin: SearchFixture.folded(letters)) == skeleton, "\(spelling)")
    }
  }

  @Test func aSkeletonIsReadBack() {
    for word in ["парковка", "субсидия", "дневник", "электронная", "справку"] {
      let skeleton = Transliteration.skeleton(ofCyrillic: SearchFixture.folded(word))
      #expect(Transliteration.cyrillic(skeleton).count >= skeleton.count - 2)
      #expect(
        Transliteration.skeleton(ofCyrillic: Transliteration.cyrillic(skeleton)) == skeleton)
    }
  }

  @Test(arguments: [
    ("gfhrjdrf", "парковка"), ("GFHRJDRF", "парковка"), (";bkm`", "жильё"),
    ("<FCCTQY", "бассейн"), ("зфыызщке", "passport"), ("parkovka", "парковка"),
  ]) func otherSpellingsFindTheSame(typed: String, meant: String) {
    let found = SearchFixture.ids(typed)
    #expect(!found.isEmpty)
    #expect(Set(found.prefix(3)).intersection(SearchFixture.ids(meant).prefix(5)).count >= 1)
  }
}

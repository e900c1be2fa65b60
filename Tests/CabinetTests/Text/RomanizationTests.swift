import Testing

@testable import Cabinet

/// Names that exist in Russian alone, for who reads English.
@Suite struct RomanizationTests {
  @Test(arguments: [
    ("Петров-Синтетический А. Б.", "Petrov-Sinteticheskii A. B."),
    ("Щукина Юлия", "Shchukina Iuliia"),
    ("ЩУКИНА", "SHCHUKINA"), ("Объедкова Ёлка", "Obieedkova Elka"),
    ("Образцовая ул., 14", "Obraztsovaia ul., 14"),
    ("Plain № 5", "Plain № 5"), ("Соль", "Sol"), ("", ""),
  ])
  func asInPassports(russian: String, latin: String) { #expect(russian.romanized == latin) }

  @Test(arguments: [
    ("ГП № 68, филиал № 1", "Polyclinic 68, branch 1"), ("ДГП № 38", "Children’s polyclinic 38"),
    ("ул. Малая Якиманка, 22, стр. 1", "ul. Malaia Iakimanka, 22, bldg. 1"),
    ("Павильон «Здоровая Москва»", "Pavilion “Healthy Moscow”"),
  ])
  func placesAreCalledByWhatTheyAre(russian: String, english: String) {
    #expect(PlaceName.phrase(russian) == Phrase(russian, english))
  }

  /// No Russian letter is left, whatever is written.
  @Test func everyLetterHasItsLatin() {
    for value in UInt32(0x410)...0x451 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let latin = String(Character(scalar)).romanized
      #expect(value == 0x450 || latin.unicodeScalars.allSatisfy(\.isASCII), "\(scalar): \(latin)")
    }
  }
}

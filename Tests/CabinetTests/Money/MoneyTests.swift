import Testing

@testable import Cabinet

@Suite struct MoneyTests {
  @Test func everyAmountIsReadBackFromBothForms() {
    for kopecks in Array(0...20_000) + [99_999, 100_000, 123_456_789, 999_999_999_99] {
      let amount = Money(kopecks: kopecks)
      #expect(Money(typed: amount.typed) == amount)
      #expect(Money(typed: amount.text) == amount)
    }
  }

  @Test(arguments: [
    ("1500", 150_000), ("1 500,50", 150_050), ("1500.5 ₽", 150_050), ("0", 0), ("0,01", 1),
    (",5", 50), ("1\u{A0}500", 150_000), ("1\u{202F}500", 150_000), ("007", 700),
  ])
  func amountsAreReadAsPeopleTypeThem(text: String, kopecks: Int) {
    #expect(Money(typed: text)?.kopecks == kopecks)
  }

  @Test(arguments: [
    "", " ", "₽", "-1", "+1", "1,", "1.", "1,234", "1.500,00", "1,2,3", "1e3", "١٢", "12р",
    "99999999999999999999999",
  ])
  func whatIsNoAmountIsRefused(text: String) {
    #expect(Money(typed: text) == nil)
  }

  @Test func thousandsArePartedByNoBreakSpaces() {
    #expect(Money(kopecks: 0).text == "0,00\u{A0}₽")
    #expect(Money(kopecks: 123_456_789).text == "1\u{A0}234\u{A0}567,89\u{A0}₽")
    #expect(Money(kopecks: 123_450).inWords == Phrase("1\u{A0}234,50\u{A0}₽", "1,234.50\u{A0}₽"))
    #expect(Money(kopecks: -150_05).text == "-150,05\u{A0}₽")
    #expect(Money(kopecks: .max).typed == "92233720368547758,07")
    #expect(Money(kopecks: .min).typed == "-92233720368547758,08")
  }

  @Test func smallerAmountsComeFirst() {
    #expect([Money(kopecks: 3), Money(kopecks: -1)].sorted().map(\.kopecks) == [-1, 3])
  }
}

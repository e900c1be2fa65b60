import Testing

@testable import Cabinet

@Suite struct TaxNumberTests {
  @Test(arguments: [
    "7707083893", "7702070139", "7736050003", "7744001497", "7707049388", "7710168360",
  ])
  func organisationsAreAccepted(text: String) {
    #expect(INN.check(text) == .valid(text, advice: nil))
    #expect(INN.check(text, of: .organisation).isValid)
    #expect(INN.check(text, of: .person).problem?.reason.ru == "нужно 12 цифр, а введено 10")
  }

  @Test func personsAreAccepted() {
    #expect(INN.check("500100732259") == .valid("500100732259", advice: nil))
    #expect(INN.check("5001 0073 2259").canonical == "500100732259")
    #expect(!INN.check("7707083893", of: .person).isValid)
    #expect(!INN.check("500100732259", of: .organisation).isValid)
  }

  @Test(arguments: [
    ("7707083894", "контрольная цифра 4, а должна быть 3"),
    ("0000000000", "ИНН не начинается с 00"),
    ("500100732258", "контрольное число 58, а должно быть 59"),
    ("50010073225", "нужно 10 или 12 цифр, а введено 11"),
    ("770708З893", "лишняя буква «З»"),
  ])
  func refusalsSayWhatIsWrong(text: String, reason: String) {
    #expect(INN.check(text).problem?.reason.ru == reason)
  }

  @Test func registrationReasonCodes() {
    for text in ["773601001", "7736AB001"] { #expect(KPP.check(text).canonical == text) }
    for text in ["77360100", "7736ab001", "7736АВ001", "773601001 1", "77A601001"] {
      #expect(!KPP.check(text).isValid, "\(text)")
    }
  }

  @Test(arguments: ["1027700132195", "1027739609391", "1027700070518"])
  func registeredOrganisations(text: String) {
    #expect(OGRN.check(text).canonical == text)
  }

  @Test func registrationRefusals() {
    #expect(
      OGRN.check("1027700132196").problem?.reason.en == "the control digit is 6 but should be 5")
    #expect(
      OGRN.check("2027700132195").problem?.reason.ru == "ОГРН начинается с 1 или 5, а не с 2")
    #expect(OGRNIP.check("304500116000157").canonical == "304500116000157")
    #expect(
      OGRNIP.check("304500116000156").problem?.reason.ru == "контрольная цифра 6, а должна быть 7")
    #expect(OGRNIP.check("404500116000157").problem != nil)
    #expect(!OGRN.check("304500116000157").isValid)
    #expect(!OGRNIP.check("1027700132195").isValid)
  }

  @Test func statisticalNumbers() {
    #expect(OKPO.check("00032537").canonical == "00032537")
    #expect(OKPO.check("00032538").problem?.reason.ru == "контрольная цифра 8, а должна быть 7")
    #expect(!OKPO.check("000325370").isValid)
  }

  @Test(arguments: ["7707083893", "500100732259", "7744001497"])
  func everyCorruptionOfOneDigitOfAnINNIsRefused(text: String) {
    #expect(corruptions(of: text).filter { INN.check($0).isValid } == [])
  }

  /// The rule itself forgives some slips, since a remainder of 10 reads as 0 like a remainder of 0.
  ///
  /// None of the slips in these numbers is of that kind.
  @Test(arguments: ["1027700132195", "1027739609391"])
  func everyCorruptionOfOneDigitOfAnOGRNIsRefused(text: String) {
    #expect(corruptions(of: text).filter { OGRN.check($0).isValid } == [])
  }
}

/// Every text that differs from the given one in exactly one ASCII digit.
func corruptions(of text: String) -> [String] {
  var result: [String] = []
  let signs = Array(text)
  for index in signs.indices where signs[index].isASCII && signs[index].isNumber {
    for digit in "0123456789" where digit != signs[index] {
      var other = signs
      other[index] = digit
      result.append(String(other))
    }
  }
  return result
}

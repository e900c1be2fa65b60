import Testing

@testable import Cabinet

@Suite struct CityNumberTests {
  @Test func numbersWithoutAControl() {
    #expect(PayerCode.check("1234567890").isValid)
    #expect(PayerCode.check("123456789").problem?.reason.ru == "нужно 10 цифр, а введено 9")
    #expect(TroikaNumber.check("0012 345 678").canonical == "0012345678")
    #expect(!TroikaNumber.check("00123456789").isValid)
    #expect(PetChipNumber.check("643 094 100 000 001").canonical == "643094100000001")
    #expect(!PetChipNumber.check("64309410000000").isValid)
  }

  @Test(arguments: [
    "9990-9999999-999998-093023/16", "9990-9000001-010101-0000042/21",
  ])
  func applications(text: String) {
    #expect(ENO.check(text).canonical == text)
    let dashed = String(text.map { $0 == "-" ? "–" : $0 })
    #expect(ENO.check(" \(dashed)\n").canonical == text)
  }

  @Test(arguments: [
    ("9990-9999999-999998/16", "нужны четыре части через дефис, затем косая черта и год"),
    ("9990-9999999-999998-093023-16", "нужны четыре части через дефис, затем косая черта и год"),
    ("9990-999999-999998-093023/16", "в части 2 цифр 6, а нужно 7"),
    ("9990-9999999-999998-09302/16", "в части 4 цифр 5, а нужно 6–7"),
    ("9990-9999999-999998-093023/2016", "в части 5 цифр 4, а нужно 2"),
    ("9990-9999999-99999x-093023/16", "лишняя буква «x»"),
  ])
  func applicationsThatAreNot(text: String, reason: String) {
    #expect(ENO.check(text).problem?.reason.ru == reason)
  }

  @Test(arguments: ["77:01:0001001:1234", "50:26:170405:15", "77:01:0001001:1234567"])
  func plots(text: String) {
    #expect(CadastralNumber.check(" \(text) ").canonical == text)
  }

  @Test(arguments: [
    ("77:1:0001001:1234", "в номере района цифр 1, а нужно 2"),
    ("77:01:0001001:0", "номер объекта не начинается с нуля"),
    ("77:01:0001001", "нужны 4 части через двоеточие, а введено 3"),
    ("77:01:00010:1234", "в номере квартала цифр 5, а нужно 6–7"),
    ("77:01:0001001:", "в номере объекта цифр 0, а нужно 1–7"),
    ("77-01-0001001-1234", "лишний знак «-»"),
  ])
  func plotsThatAreNot(text: String, reason: String) {
    #expect(CadastralNumber.check(text).problem?.reason.ru == reason)
  }
}

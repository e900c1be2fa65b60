import Testing

@testable import Cabinet

@Suite struct PersonalDocumentTests {
  func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test func passportsTypedAsOneText() {
    for text in ["4510 123456", "4510123456", "45 10 123456", "45 10 № 123456", " 45-10 123456"] {
      #expect(PassportNumber.check(text) == .valid("4510 123456", advice: nil), "\(text)")
    }
    #expect(
      PassportNumber.check("4510 000100").problem?.reason.ru
        == "номер 000100 не выдаётся: они начинаются с 000101")
    #expect(PassportNumber.check("4510 000101").isValid)
    #expect(
      PassportNumber.check("451 123456").problem?.reason.ru == "нужно 10 цифр, а введено 9")
  }

  @Test func passportsTypedInParts() {
    #expect(PassportNumber.check(series: "45 10", number: "123456").canonical == "4510 123456")
    #expect(!PassportNumber.check(series: "4510", number: "000100").isValid)
    #expect(!PassportNumber.check(series: "451", number: "123456").isValid)
    #expect(!PassportNumber.check(series: "4510", number: "12345").isValid)
  }

  @Test func aSeriesIsPrintedShortlyBeforeTheIssue() throws {
    #expect(PassportNumber.isPlausible(series: "45 10", issued: try day("2012-03-01")))
    #expect(PassportNumber.isPlausible(series: "4598", issued: try day("1999-03-01")))
    #expect(!PassportNumber.isPlausible(series: "4510", issued: try day("2002-03-01")))
    #expect(!PassportNumber.isPlausible(series: "4510", issued: try day("2020-03-01")))
    #expect(!PassportNumber.isPlausible(series: "451", issued: try day("2012-03-01")))
  }

  @Test(arguments: [
    ("2000-05-01", "2014-06-01", 90, "2020-07-30"),
    ("2000-05-01", "2014-06-01", 30, "2020-05-31"),
    ("1980-05-01", "2000-05-01", 90, "2025-07-30"),
    ("2000-02-29", "2014-06-01", 0, "2020-02-29"),
    ("2001-02-28", "2015-06-01", 0, "2021-02-28"),
    ("1976-02-29", "1996-06-01", 0, "2021-03-01"),
  ])
  func passportsAreReplacedAt20And45(
    birth: String, issued: String, grace: Int, until: String
  ) throws {
    let found = PassportNumber.validUntil(
      birth: try day(birth), issued: try day(issued), graceDays: grace)
    #expect(found == (try day(until)))
  }

  @Test func aPassportIssuedAfter45IsForLife() throws {
    #expect(
      PassportNumber.validUntil(birth: try day("1970-05-01"), issued: try day("2015-06-01")) == nil)
    #expect(
      PassportNumber.validUntil(birth: try day("1970-05-01"), issued: try day("2015-05-01")) == nil)
  }

  @Test func divisionCodes() {
    #expect(DivisionCode.check("770-001").canonical == "770-001")
    #expect(DivisionCode.check("772123").canonical == "772-123")
    #expect(
      DivisionCode.check("774-001").problem?.reason.ru == "третья цифра 4, а бывает от 0 до 3")
    for third in 0...9 { #expect(DivisionCode.check("77\(third)001").isValid == (third <= 3)) }
  }

  @Test func passportsForTravel() {
    #expect(ForeignPassportNumber.check("75 № 1234567").canonical == "75 1234567")
    #expect(!ForeignPassportNumber.check("75 123456").isValid)
  }

  @Test func medicalPolicies() throws {
    let text = "7756410844000010"
    #expect(OMSNumber.check(text) == .valid(text, advice: nil))
    #expect(OMSNumber.hasMatchingControl(text))
    let content = try #require(OMSNumber.content(of: text))
    #expect(content == .init(region: "77", birth: try day("1985-03-05"), isFemale: true))
    #expect(OMSNumber.check("123456789012345").problem != nil)
  }

  @Test func aPolicyIsNeverRejectedByItsControl() {
    let check = OMSNumber.check("1234 5678 9012 3456")
    #expect(check.canonical == "1234567890123456")
    #expect(check.warning != nil)
    for digit in 0...9 {
      let check = OMSNumber.check("775641084400001\(digit)")
      #expect(check.isValid)
      #expect((check.warning == nil) == (digit == 0))
    }
    #expect(OMSNumber.content(of: "0000000000000000") == nil)
  }

  @Test(arguments: [
    ("VII-МЮ 123456", "VII-МЮ 123456"), ("V-МЮ № 123456", "V-МЮ 123456"),
    ("I-АБ123456", "I-АБ 123456"), ("ХIV-МЮ 123456", "XIV-МЮ 123456"),
    ("IX МЮ 123456", "IX-МЮ 123456"), ("11-мю n 123456", "II-МЮ 123456"),
    ("УІІ–МЮ 123456", "VII-МЮ 123456"), ("ЛХХХ-АЁ 000001", "LXXX-АЁ 000001"),
    ("VСБ123456", "V-СБ 123456"),
  ])
  func birthCertificates(text: String, canonical: String) {
    #expect(BirthCertificateNumber.check(text) == .valid(canonical, advice: nil))
  }

  @Test(arguments: [
    ("VIIII-МЮ 123456", "римского числа VIIII не бывает"),
    ("7-МЮ 123456", "серия начинается римским числом, а не «7»"),
    ("V-M 123456", "в серии перед номером нужны две русские буквы, а не «-»"),
    ("V-МЮ 12345", "нужно 6 цифр, а введено 5"),
    ("V-MЮ 123456", "в серии перед номером нужны две русские буквы, а не «M»"),
    ("МЮ 123456", "нет римского числа в начале серии"),
    ("123456", "нет серии перед номером"),
    ("V-МЮ", "нужно 6 цифр, а введено 0"),
  ])
  func birthCertificatesThatAreNot(text: String, reason: String) {
    #expect(BirthCertificateNumber.check(text).problem?.reason.ru == reason)
  }

  @Test func romanNumeralsHaveOneForm() {
    let signs: [(String, Int)] = [
      ("XC", 90), ("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1),
    ]
    for number in 1...99 {
      var rest = number
      var numeral = ""
      for (sign, value) in signs {
        while rest >= value {
          numeral += sign
          rest -= value
        }
      }
      #expect(BirthCertificateNumber.check("\(numeral)-МЮ 123456").isValid, "\(numeral)")
    }
    for numeral in ["IIII", "VV", "IC", "LL", "XXXX", "VX", "CI", "IVI"] {
      #expect(!BirthCertificateNumber.check("\(numeral)-МЮ 123456").isValid, "\(numeral)")
    }
  }
}

import Testing

@testable import Cabinet

@Suite struct VehicleTests {
  @Test(arguments: [
    ("А123ВС77", "А123ВС77"), ("a123bc777", "А123ВС777"), ("М 001 ММ 199", "М001ММ199"),
    ("АВ12377", "АВ12377"), ("AB1234 77", "АВ123477"), ("1234АВ99", "1234АВ99"),
    ("a123bc 777", "А123ВС777"), ("А 123 ВС | 77 RUS", "А123ВС77"), ("а-123-вс-77", "А123ВС77"),
  ])
  func platesAreReadInEitherAlphabet(text: String, canonical: String) {
    #expect(PlateNumber.check(text) == .valid(canonical, advice: nil))
  }

  @Test(arguments: [
    ("А000ВС77", "номер 000 не выдаётся"),
    ("Д123ВС77", "буква «Д» не бывает в госномере"),
    ("А123ВС377", "региона 377 не бывает"),
    ("А123ВС00", "региона 00 не бывает"),
    ("А123В77", "так госномера не выглядят"),
    ("А123ВС7", "так госномера не выглядят"),
    ("А123ВС7777", "так госномера не выглядят"),
    ("А123ВС77!", "лишний знак «!»"),
    ("Й123ВС77", "буква «Й» не бывает в госномере"),
  ])
  func platesThatAreNot(text: String, reason: String) {
    #expect(PlateNumber.check(text).problem?.reason.ru == reason)
  }

  @Test func everyLetterIsJudged() {
    let allowed = Set("АВЕКМНОРСТУХ".unicodeScalars)
    for value in UInt32(0x410)...0x42F {
      guard let letter = Unicode.Scalar(value) else { continue }
      #expect(PlateNumber.check("\(letter)123ВС77").isValid == allowed.contains(letter))
    }
    for (latin, cyrillic) in zip("ABEKMHOPCTYX", "АВЕКМНОРСТУХ") {
      #expect(PlateNumber.check("\(latin)123BC77").canonical == "\(cyrillic)123ВС77")
    }
    for letter in "DFGIJLNQRSUVWZ" { #expect(!PlateNumber.check("\(letter)123BC77").isValid) }
  }

  @Test func everyRegionIsJudged() {
    for region in 0...999 {
      let three = padded(region, to: 3)
      #expect(
        PlateNumber.check("А123ВС\(three)").isValid == [1, 2, 7, 9].contains(region / 100))
    }
    for region in 0...99 {
      #expect(PlateNumber.check("А123ВС\(padded(region, to: 2))").isValid == (region > 0))
    }
  }

  @Test func anAmbiguousPlateTakesThePossibleRegion() throws {
    let trailer = try #require(PlateNumber.content(of: "АВ123477"))
    #expect(trailer.kind == .trailer)
    #expect(trailer.region == "77")
    let taxi = try #require(PlateNumber.content(of: "АВ123777"))
    #expect(taxi.kind == .passengerTransport)
    #expect(PlateNumber.moscowRegions.contains(taxi.region))
    #expect(PlateNumber.content(of: "1234АВ99")?.kind == .motorcycle)
    #expect(PlateNumber.content(of: "nonsense") == nil)
  }

  @Test(arguments: ["1M8GDM9AXKP042788", "11111111111111111", "5GZCZ43D13S812715"])
  func identificationNumbers(text: String) {
    #expect(VIN.check(text) == .valid(text, advice: nil))
    #expect(VIN.hasMatchingControl(text))
    #expect(VIN.check(text.lowercased()).canonical == text)
  }

  @Test func theControlSignOnlyWarns() {
    #expect(!VIN.hasMatchingControl("1M8GDM9AYKP042788"))
    let american = VIN.check("1M8GDM9AYKP042788")
    #expect(american.isValid)
    #expect(american.warning?.ru == "девятый знак, похоже, должен быть X: проверьте номер")
    // The ninth sign is part of the model there, so a warning would be noise.
    #expect(VIN.check("XTA210990Y2766390") == .valid("XTA210990Y2766390", advice: nil))
    #expect(!VIN.hasMatchingControl("XTA210990Y2766390"))
  }

  @Test(arguments: [
    ("XTA21099OY2766389", "буквы «O» в VIN не бывает"),
    ("1M8GDM9AXKP04278", "нужно 17 знаков, а введено 16"),
    ("ХTA210990Y2766390", "буква «Х» русская"),
    ("XTA210990Y276639A", "четыре последних знака — цифры, а не «A»"),
    ("XTA-210990Y2766390", "лишний знак «-»"),
  ])
  func identificationNumbersThatAreNot(text: String, reason: String) {
    #expect(VIN.check(text).problem?.reason.ru == reason)
    #expect(!VIN.hasMatchingControl(text))
  }

  @Test func licencesAndCertificates() {
    #expect(DriverLicenceNumber.check("77 15 123456").canonical == "77 15 123456")
    #expect(DriverLicenceNumber.check("77АВ123456").canonical == "77 АВ 123456")
    #expect(DriverLicenceNumber.check("77ab123456").canonical == "77 АВ 123456")
    #expect(VehicleCertificateNumber.check("77 УН № 123456").canonical == "77 УН 123456")
    let problem = VehicleCertificateNumber.check("77 ЯЯ 123456").problem
    #expect(problem?.reason.ru == "буквы «Я» в серии не бывает")
    for text in ["771512345", "77 1А 123456", "7А 15 123456", "77 15 12345А", "77 15 1234567"] {
      #expect(!VehicleCertificateNumber.check(text).isValid, "\(text)")
      #expect(!DriverLicenceNumber.check(text).isValid, "\(text)")
    }
  }
}

import Testing

@testable import Cabinet

@Suite struct PaymentIdentifierTests {
  @Test(arguments: ["32117072411021588933", "18209965144380684245"])
  func publishedSamples(text: String) {
    #expect(UIN.check(text).canonical == text)
    #expect(UIN.check(String(text.dropLast(4)) + " " + text.suffix(4)).canonical == text)
  }

  @Test(arguments: [
    ("18209965144380684246", "контрольная цифра 6, а должна быть 5"),
    ("0", "ноль значит «без УИН»"),
    ("00000000000000000000", "ноль значит «без УИН»"),
    ("1111111111111111111", "нужно 20 или 25 цифр, а введено 19"),
  ])
  func refused(text: String, reason: String) {
    #expect(UIN.check(text).problem?.reason.ru == reason)
  }

  @Test func oneControlFitsALongIdentifier() {
    let payload = "03210" + String(repeating: "1", count: 19)
    let fitting = (0...9).filter { UIN.check("\(payload)\($0)").isValid }
    #expect(fitting.count == 1)
  }

  @Test func theSecondRowOfWeightsIsUsed() {
    // 1…10 leaves 10 over; the row shifted by two decides.
    func plain(_ digits: [Int], _ shift: Int) -> Int {
      digits.indices.map { digits[$0] * (($0 + shift) % 10 + 1) }.reduce(0, +) % 11
    }
    var used = 0
    for number in 10_000_000..<10_000_400 {
      let digits = String(number).unicodeScalars.compactMap(\.asciiDigit)
      let control = ShiftedControl.control(of: digits)
      let first = plain(digits, 0)
      if first < 10 {
        #expect(control == first)
      } else {
        used += 1
        #expect(control == plain(digits, 2) % 10)
      }
    }
    #expect(used > 0)
  }

  @Test func budgetCodes() {
    let text = "18811601121010001140"
    #expect(KBK.check(text).canonical == text)
    #expect(
      KBK.parts(of: text)
        == .init(
          administrator: "188", kind: "1160112101", element: "01", subkind: "0001",
          operation: "140"))
    #expect(!KBK.check("1881160112101000114").isValid)
    #expect(
      KBK.check("00011601121010001140").problem?.reason.ru == "администратора 000 не бывает")
    #expect(KBK.parts(of: "188") == nil)
  }

  @Test func municipalities() {
    #expect(OKTMO.check("45382000").isValid)
    #expect(OKTMO.isMoscow("45382000"))
    #expect(OKTMO.isMoscow("45382000000"))
    #expect(!OKTMO.isMoscow("46000000"))
    #expect(!OKTMO.check("453820001").isValid)
    #expect(!OKTMO.isMoscow("453820001"))
  }
}

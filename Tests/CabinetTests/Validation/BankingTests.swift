import Testing

@testable import Cabinet

@Suite struct BankingTests {
  @Test func bankCodes() {
    for text in ["044525225", "004525988", "014525988", "024525988"] {
      #expect(BIC.check(text).canonical == text)
    }
    for text in ["034525225", "144525225", "04452522", "0445252255", "04452522A"] {
      #expect(!BIC.check(text).isValid, "\(text)")
    }
  }

  @Test func accountsInABank() {
    let account = "40702810138250123017"
    #expect(BankAccount.check(account, bic: "044525225").canonical == account)
    #expect(BankAccount.check("40702 810 1 38250123017", bic: "044525225").canonical == account)
    #expect(!BankAccount.check("40702810138250123018", bic: "044525225").isValid)
    #expect(!BankAccount.check(account, bic: "044525187").isValid)
    #expect(!BankAccount.check(account, bic: "0445252").isValid)
    #expect(
      BankAccount.check("40702810238250123017", bic: "044525225").problem?.reason.ru
        == "счёт не подходит к БИК: ключ (9-я цифра) 2, а должен быть 1")
  }

  @Test(arguments: [
    ("30101810400000000225", "044525225"), ("30101810700000000187", "044525187"),
    ("30101810145250000974", "044525974"), ("40102810545370000003", "004525988"),
  ])
  func accountsInTheBankOfRussia(account: String, bic: String) {
    #expect(BankAccount.checkCorrespondent(account, bic: bic).canonical == account)
    let slips = corruptions(of: account)
    #expect(slips.filter { BankAccount.checkCorrespondent($0, bic: bic).isValid } == [])
  }

  @Test func oneKeyFitsAnAccount() {
    for digit in 0...9 {
      let account = "40702810\(digit)38250123017"
      #expect(BankAccount.check(account, bic: "044525225").isValid == (digit == 1))
    }
  }

  @Test func clearingCurrenciesAreLetters() {
    // A letter counts as its place in the row A B C E H K M P T X.
    for (value, letter) in "ABCEHKMPTX".enumerated() {
      let head = "40702"
      let key = (0...9).first {
        BankAccount.check("\(head)\(value)10\($0)38250123017", bic: "044525225").isValid
      }
      let account = "\(head)\(letter)10\(key ?? 0)38250123017"
      #expect(BankAccount.check(account, bic: "044525225").canonical == account)
    }
    #expect(!BankAccount.check("40702Z10138250123017", bic: "044525225").isValid)
    #expect(!BankAccount.check("4070A810138250123017", bic: "044525225").isValid)
  }

  @Test(arguments: ["4111111111111111", "5555555555554444", "4111 1111 1111 1111"])
  func cardsOfTheAcquirersTests(text: String) {
    #expect(CardNumber.check(text).canonical == text.filter { $0 != " " })
  }

  @Test func cardsThatAreNot() {
    #expect(
      CardNumber.check("4111111111111112").problem?.reason.ru
        == "контрольная цифра 2, а должна быть 1")
    #expect(
      CardNumber.check("411111111111111").problem?.reason.en
        == "16 to 19 digits are needed, 15 entered")
    for text in ["4111111111111111", "5555555555554444", "2200000000000004"] {
      #expect(corruptions(of: text).filter { CardNumber.check($0).isValid } == [])
    }
  }

  @Test func luhnIsHL7M10() {
    // "M10" of HL7 in its own words: double the number made of the odd places, add all digits.
    func m10(_ payload: [Int]) -> Int {
      let reversed = Array(payload.reversed())
      let odd = reversed.indices.filter { $0 % 2 == 0 }.map { reversed[$0] }
      let even = reversed.indices.filter { $0 % 2 == 1 }.map { reversed[$0] }
      var number = odd
      var carry = 0
      for index in number.indices.reversed() {
        let doubled = number[index] * 2 + carry
        number[index] = doubled % 10
        carry = doubled / 10
      }
      let sum = (even + number).reduce(carry, +)
      return (10 - sum % 10) % 10
    }
    for (payload, control) in [("12345", 5), ("401", 0), ("9999", 4), ("99999999", 8)] {
      let values = payload.unicodeScalars.compactMap(\.asciiDigit)
      #expect(m10(values) == control)
      #expect(Luhn.control(of: values) == control)
    }
    var generator = Steps(state: 1)
    var wrong: [[Int]] = []
    for _ in 0..<2000 {
      let count = Int.random(in: 1...18, using: &generator)
      let payload = (0..<count).map { _ in Int.random(in: 0...9, using: &generator) }
      if m10(payload) != Luhn.control(of: payload) { wrong.append(payload) }
    }
    #expect(wrong == [])
  }

  @Test(arguments: [
    ("2200000000000004", CardNumber.Brand.mir), ("2204 0", .mir), ("4111111111111111", .visa),
    ("5555555555554444", .mastercard), ("2221", .mastercard), ("2720", .mastercard),
    ("5018", .maestro), ("6759", .maestro),
  ])
  func brands(text: String, brand: CardNumber.Brand) {
    #expect(CardNumber.brand(of: text) == brand)
  }

  @Test(arguments: ["2205", "2220", "2721", "1234", "41", "", "٤١١١", "abcd"])
  func noBrand(text: String) {
    #expect(CardNumber.brand(of: text) == nil)
  }

  @Test func aMaskHidesTheMiddle() {
    #expect(CardNumber.mask("4111111111111111") == "4111 11** **** 1111")
    #expect(CardNumber.mask("4111 1111 1111 1111") == "4111 11** **** 1111")
    #expect(CardNumber.mask("411111") == nil)
  }
}

/// A repeatable source of random numbers (a 64-bit linear congruence, its high half folded in).
struct Steps: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 32)
  }
}

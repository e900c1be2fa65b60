import Testing

@testable import Cabinet

@Suite struct SNILSTests {
  /// The rule in other words: the sum by places, brought below 102 by subtraction.
  func control(_ number: Int) -> Int {
    var sum = 0
    var rest = number
    for place in 1...9 {
      sum += rest % 10 * place
      rest /= 10
    }
    while sum > 101 { sum -= 101 }
    return sum >= 100 ? 0 : sum
  }

  @Test(arguments: [
    ("112-233-445 95", "112-233-445 95"),
    ("11223344595", "112-233-445 95"),
    (" 112 233 445-95 ", "112-233-445 95"),
    ("112–233–445 95", "112-233-445 95"),
    ("087-654-303 00", "087-654-303 00"),
    ("001-001-998 77", "001-001-998 77"),
    ("000-000-001 12", "000-000-001 12"),
  ])
  func accepted(text: String, canonical: String) {
    #expect(SNILS.check(text) == .valid(canonical, advice: nil))
  }

  @Test(arguments: [
    ("112-233-445 96", "контрольное число 96, а должно быть 95"),
    ("112-233-445", "нужно 11 цифр, а введено 9"),
    ("11223344595x", "лишняя буква «x»"),
    ("112-233-44S 95", "лишняя буква «S»"),
    ("112-233-445 9О", "буква «О» вместо нуля"),
    ("112_233_445_95", "лишний знак «_»"),
    ("000-000-000 00", "номера из одних нулей не бывает"),
    ("", "ничего не введено"),
    ("- -", "ничего не введено"),
  ])
  func refused(text: String, reason: String) {
    #expect(SNILS.check(text).problem?.reason.ru == reason)
  }

  @Test func theFirstNumberWithAControlIsHeldToIt() {
    let right = control(1_001_999)
    #expect(right != 0)
    #expect(!SNILS.check("001-001-999 00").isValid)
    #expect(SNILS.check("001001999\(padded(right, to: 2))").isValid)
  }

  @Test func exactlyOneControlFitsEveryNumber() {
    var wrong: [String] = []
    var folded = 0
    for number in 187_600_000...187_602_000 {
      let right = control(number)
      for candidate in 0...99 {
        let text = "\(number)\(padded(candidate, to: 2))"
        if SNILS.check(text).isValid != (candidate == right) { wrong.append(text) }
      }
      if right == 0 { folded += 1 }
    }
    #expect(wrong == [])
    #expect(folded > 0, "remainders of 100 must be among those tried")
  }

  @Test func englishSpeakersLearnTheSame() {
    let problem = SNILS.check("112-233-445 96").problem
    #expect(problem?.reason.en == "the control number is 96 but should be 95")
    #expect(problem?.advice.en.isEmpty == false)
  }
}

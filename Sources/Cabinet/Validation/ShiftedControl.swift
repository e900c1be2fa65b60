/// The control digit of the all-Russian classifiers, recommendation PR 50.1.024-2005.
enum ShiftedControl {
  /// The digit that completes the payload: weights 1…10 in a cycle modulo 11; where 10 remains, the
  /// weights 3…10, 1, 2; where 10 remains again, 0.
  static func control(of payload: some Collection<Int>) -> Int {
    func remainder(shift: Int) -> Int {
      payload.enumerated().reduce(0) { $0 + $1.element * (($1.offset + shift) % 10 + 1) } % 11
    }
    let first = remainder(shift: 0)
    return first < 10 ? first : remainder(shift: 2) % 10
  }

  /// The digits of a text of one of the lengths given, whose last digit is the control of the rest.
  static func digits(
    _ text: String, expecting counts: [Int], advice: Phrase
  ) throws(IdentifierProblem) -> DigitString {
    let digits = try DigitString(text, expecting: counts, advice: advice)
    let last = digits.values.count - 1
    let expected = control(of: digits.values[..<last])
    guard digits.values[last] == expected else {
      throw .control(String(digits.values[last]), expected: String(expected), advice)
    }
    return digits
  }
}

/// The ASCII digits of a number typed by hand, without the signs that grouped them.
///
/// Digits of other scripts are refused: a number that looks right but is not made of 0…9 would not be
/// found in any register.
struct DigitString {
  let values: [Int]

  /// Reads a number of one of the expected lengths (ascending).
  ///
  /// - Throws: a problem that names the first sign out of place, or the digits missing or left over.
  init(
    _ text: String, expecting counts: [Int], advice: Phrase
  ) throws(IdentifierProblem) {
    let typed = try TypedText(text, without: \.isGroupSeparator, advice: advice)
    try self.init(typed.scalars, expecting: counts, advice: advice)
  }

  /// Reads scalars of which each must be a digit.
  init(
    _ scalars: some Sequence<Unicode.Scalar>, expecting counts: [Int], advice: Phrase
  ) throws(IdentifierProblem) {
    var values: [Int] = []
    for scalar in scalars {
      guard let digit = scalar.asciiDigit else { throw .stray(scalar, advice) }
      values.append(digit)
    }
    guard counts.contains(values.count) else {
      throw .count(values.count, expected: counts, advice)
    }
    self.values = values
  }

  /// The number without separators.
  var text: String { text(values.indices) }

  /// The digits at the given positions.
  func text(_ range: Range<Int>) -> String {
    values[range].map(String.init).joined()
  }

  /// The value of the digits at the given positions; at most 18 of them.
  func number(_ range: Range<Int>) -> Int {
    values[range].reduce(0) { $0 * 10 + $1 }
  }

  /// The remainder of the number made of the digits at the given positions, of any length.
  func remainder(_ range: Range<Int>, by divisor: Int) -> Int {
    values[range].reduce(0) { ($0 * 10 + $1) % divisor }
  }

  /// The sum of the leading digits times their weights.
  func sum(weights: [Int]) -> Int {
    zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

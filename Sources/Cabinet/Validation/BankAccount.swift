/// The 20-digit number of an account, checked against the bank that keeps it.
public enum BankAccount {
  /// Where the account is kept, which decides what the key is computed over.
  public enum Keeper: Sendable, CaseIterable {
    /// An account of a customer in a bank.
    case bank
    /// An account in the Bank of Russia: correspondent (301…) or of a treasury (401…, 402…).
    case bankOfRussia
  }

  private static let advice = Phrase(
    "сверьте номер счёта и БИК с реквизитами получателя",
    "compare the account number and the BIC with the payee's details")
  /// Letters that stand for a digit in the sixth place: currencies of clearing accounts.
  private static let currencyLetters = Array("ABCEHKMPTX".unicodeScalars)
  private static let keyIndex = 8

  /// Checks a customer's account in the bank with the given BIC; canonical form: 20 signs.
  ///
  /// Source: the Bank of Russia's procedure of 08.09.1997 No. 515, weights 7, 1, 3.
  public static func check(_ text: String, bic: String) -> IdentifierCheck {
    check(text, bic: bic, keptBy: .bank)
  }

  /// Checks an account opened at the Bank of Russia for the bank or treasury with the given BIC.
  public static func checkCorrespondent(_ text: String, bic: String) -> IdentifierCheck {
    check(text, bic: bic, keptBy: .bankOfRussia)
  }

  private static func check(_ text: String, bic: String, keptBy keeper: Keeper) -> IdentifierCheck {
    IdentifierCheck { () throws(IdentifierProblem) in
      let bank = try BIC.digits(bic)
      let (account, values) = try account(text)
      let branch =
        switch keeper {
        case .bank: Array(bank.values[6...])
        case .bankOfRussia: [0] + bank.values[4..<6]
        }
      let found = values[keyIndex]
      if keySum(branch + values) != 0 {
        let fitting = (0...9).first { candidate in
          var other = values
          other[keyIndex] = candidate
          return keySum(branch + other) == 0
        }
        throw IdentifierProblem(
          Phrase(
            "счёт не подходит к БИК: ключ (9-я цифра) \(found), а должен быть \(fitting ?? 0)",
            "the account does not fit the BIC: the key (9th digit) is \(found) but should be "
              + "\(fitting ?? 0)"),
          advice: advice)
      }
      return account
    }
  }

  private static func account(
    _ text: String
  ) throws(IdentifierProblem) -> (text: String, values: [Int]) {
    let typed = try TypedText(text, without: \.isGroupSeparator, advice: advice)
    var values: [Int] = []
    for (index, scalar) in typed.scalars.enumerated() {
      let letter = index == 5 ? currencyLetters.firstIndex(of: scalar) : nil
      guard let value = scalar.asciiDigit ?? letter else { throw .stray(scalar, advice) }
      values.append(value)
    }
    guard values.count == 20 else { throw .count(values.count, expected: [20], advice) }
    return (String(scalars: typed.scalars), values)
  }

  /// The last digit of the sum of the last digits of the products; 0 where the key is right.
  private static func keySum(_ values: [Int]) -> Int {
    values.indices.reduce(0) { $0 + values[$1] * [7, 1, 3][$1 % 3] % 10 } % 10
  }
}

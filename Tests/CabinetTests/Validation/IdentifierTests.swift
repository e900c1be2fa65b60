import Testing

@testable import Cabinet

@Suite struct IdentifierTests {
  @Test(arguments: Identifier.allCases)
  func examplesAreValidAndCanonical(identifier: Identifier) {
    #expect(identifier.check(identifier.example) == .valid(identifier.example, advice: nil))
  }

  @Test(arguments: Identifier.allCases)
  func canonicalFormsAreStable(identifier: Identifier) {
    for text in [identifier.example.lowercased(), " \(identifier.example)\t"] {
      guard let canonical = identifier.check(text).canonical else { continue }
      #expect(identifier.check(canonical).canonical == canonical)
    }
    #expect(identifier.check(" \(identifier.example)\n").canonical == identifier.example)
  }

  @Test(arguments: Identifier.allCases)
  func titlesAreInBothLanguages(identifier: Identifier) {
    #expect(!identifier.title.ru.isEmpty)
    #expect(!identifier.title.en.isEmpty)
    #expect(Identifier(rawValue: identifier.rawValue) == identifier)
  }

  /// The example with its digits in another script.
  func transcribed(_ text: String, zero: UInt32) -> String {
    String(
      scalars: text.unicodeScalars.map { scalar in
        scalar.asciiDigit.flatMap { Unicode.Scalar(zero + UInt32($0)) } ?? scalar
      })
  }

  @Test(arguments: Identifier.allCases.filter { $0 != .email })
  func digitsOfOtherScriptsAreRefused(identifier: Identifier) {
    // Arabic-Indic, Eastern Arabic, Devanagari, full width, mathematical bold.
    for zero: UInt32 in [0x660, 0x6F0, 0x966, 0xFF10, 0x1D7CE] {
      let text = transcribed(identifier.example, zero: zero)
      #expect(text != identifier.example)
      let problem = identifier.check(text).problem
      #expect(problem?.reason.ru.contains("не обычная цифра") == true, "\(text)")
    }
  }

  @Test func digitsOfOtherScriptsAreRefusedInAddresses() {
    #expect(Identifier.email.check("anna1@example.org").isValid)
    for address in ["anna١@example.org", "anna@example１.org"] {
      #expect(!Identifier.email.check(address).isValid)
    }
  }

  static let hostile: [String] = {
    let zalgo = "1" + String(repeating: "\u{301}", count: 200)
    return [
      "", " ", "\n", "\u{0}", "\u{200B}", "\u{FEFF}", "-", ".", "(", ")", "+", "@", "/", ":", "№",
      "RUS", "N", "👨‍👩‍👧‍👦", "1️⃣2️⃣3️⃣", "e\u{301}", zalgo, "\u{301}\u{301}", "\u{202E}12345", "ß", "ﬀ", "İ",
      "Ⅷ-МЮ 123456", "½", "²", "￼", "\u{10FFFF}", "\u{E000}",
      String(repeating: "1", count: 10_000), String(repeating: " ", count: 10_000),
      String(repeating: "a", count: 10_000), String(repeating: "👍", count: 10_000),
      String(repeating: "@", count: 10_000), String(repeating: ":", count: 1000),
      String(repeating: "-", count: 1000), String(repeating: "9", count: 1000),
    ]
  }()

  @Test(arguments: Identifier.allCases)
  func hostileTextIsRefusedQuietly(identifier: Identifier) {
    for text in IdentifierTests.hostile {
      for attempt in [text, "\(identifier.example)\(text)\(identifier.example)"] {
        let check = identifier.check(attempt)
        #expect(!check.isValid, "\(attempt.prefix(40))")
        guard let problem = check.problem else { continue }
        #expect((1...120).contains(problem.reason.ru.count))
        #expect((1...120).contains(problem.reason.en.count))
        #expect(!problem.advice.ru.isEmpty)
        #expect(!problem.advice.en.isEmpty)
        // What is quoted back must not disturb a terminal.
        for scalar in problem.reason.ru.unicodeScalars {
          #expect(scalar.value >= 32 && scalar.value < 0x2100)
        }
      }
    }
  }

  @Test(arguments: Identifier.allCases)
  func aCombiningMarkAnywhereSpoilsANumber(identifier: Identifier) {
    let scalars = Array(identifier.example.unicodeScalars)
    for index in 1...scalars.count {
      let marked = scalars[..<index] + ["\u{301}"] + scalars[index...]
      #expect(!identifier.check(String(scalars: marked)).isValid)
    }
  }

  @Test(arguments: Identifier.allCases)
  func anyScalarMayFollowAnExample(identifier: Identifier) {
    var generator = Steps(state: 3)
    for _ in 0..<500 {
      let value = UInt32.random(in: 0...0x10FFFF, using: &generator)
      guard let scalar = Unicode.Scalar(value), value > 0x3000 else { continue }
      #expect(!identifier.check("\(identifier.example)\(scalar)").isValid)
    }
  }
}

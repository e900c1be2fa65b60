import Foundation
import Testing

@testable import Terminal

/// Russian typed on terminals without UTF-8.
@Suite struct EightBitLettersTests {
  private static let alphabet = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
  /// The bytes of the alphabet, from the tables of Unicode, Inc.
  private static let bytes: [EightBitLetters: String] = [
    .koi8:
      "c1c2d7c7c4c5a3d6dac9cacbcccdcecfd0d2d3d4d5c6c8c3dedbdddfd9d8dcc0d1e1e2f7e7e4e5b3f6fae9eaebecedeeeff0f2f3f4f5e6e8e3fefbfdfff9f8fce0f1",
    .windows:
      "e0e1e2e3e4e5b8e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeffc0c1c2c3c4c5a8c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedf",
    .iso:
      "d0d1d2d3d4d5f1d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeefb0b1b2b3b4b5a1b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecf",
    .dos:
      "a0a1a2a3a4a5f1a6a7a8a9aaabacadaeafe0e1e2e3e4e5e6e7e8e9eaebecedeeef808182838485f0868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f",
  ]

  @Test(arguments: EightBitLetters.allCases) func everyLetterIsTyped(letters: EightBitLetters)
    throws
  {
    let hex = Array(try #require(Self.bytes[letters]))
    let bytes = stride(from: 0, to: hex.count, by: 2).compactMap {
      UInt8(String(hex[$0...$0 + 1]), radix: 16)
    }
    var decoder = KeyDecoder(letters: letters)
    #expect(decoder.feed(bytes) == Self.alphabet.map { .key(.character($0)) })
    #expect(decoder.feed([0x1B, 0x5B, 0x41, 0x71]) == [.key(.up), .key(.character("q"))])
  }

  @Test(arguments: [
    ("ru_RU.KOI8-R", EightBitLetters.koi8), ("uk_UA.koi8u@x", .koi8), ("ru_RU.CP1251", .windows),
    ("ru_RU.ISO-8859-5", .iso), ("ru_RU.ISO8859-5", .iso), ("ru_RU.cp866", .dos),
    ("ru_RU.UTF-8", nil), ("C", nil), ("de_DE.ISO-8859-1", nil), ("", nil),
  ])
  func localesNameThem(locale: String, letters: EightBitLetters?) {
    #expect(EightBitLetters(locale: locale) == letters)
  }
}

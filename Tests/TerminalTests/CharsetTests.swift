import Terminal
import Testing

/// What a terminal that cannot show every sign is shown instead.
@Suite struct CharsetTests {
  @Test(arguments: [
    (nil, Charset.utf8), ("", .utf8), ("ru_RU.UTF-8", .utf8), ("C.UTF-8", .utf8), ("C.utf8", .utf8),
    ("ru_RU.utf8@cyrillic", .utf8), ("ru_RU", .utf8), ("C", .ascii), ("POSIX", .ascii),
    ("ru_RU.KOI8-R", .ascii), ("ru_RU.CP1251", .ascii), ("uk_UA.KOI8-U@x", .ascii),
  ])
  func localesTellTheCharset(locale: String?, charset: Charset) {
    #expect(Charset(locale: locale) == charset)
  }

  private func shown(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { Charset.ascii.shown($0) }))
  }

  @Test(arguments: [
    ("Охотничий билет", "Ohotni4ii bilet"), ("Заявления › 3", "Zaavlenia > 3"),
    ("─│▓░ «Мои» № 5, 250,00\u{A0}₽ — ЩИ", "-|#. \"Moi\" N 5, 250,00 R - WI"), ("Ёлка", "Elka"),
    ("漢é", "??"), ("Plain [x] > ok", "Plain [x] > ok"),
  ])
  func everySignHasAStandIn(text: String, ascii: String) {
    #expect(shown(text) == ascii)
    #expect(shown(text).unicodeScalars.count == text.unicodeScalars.count)
  }

  @Test func everyRussianLetterIsReadable() {
    for value in UInt32(0x410)...0x44F {
      let scalar = Unicode.Scalar(value) ?? " "
      let stand = Charset.ascii.shown(scalar)
      #expect(stand.isASCII && stand != "?", "\(scalar)")
      #expect(
        stand.properties.isUppercase == scalar.properties.isUppercase
          || !stand.properties.isAlphabetic)
    }
  }

  @Test func utf8IsShownAsItIs() {
    for value in UInt32(0x20)..<0x2600 {
      if let scalar = Unicode.Scalar(value) { #expect(Charset.utf8.shown(scalar) == scalar) }
    }
  }
}

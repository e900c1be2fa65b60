import Testing

@testable import Cabinet

@Suite struct ContactTests {
  @Test(arguments: [
    "8 (495) 777-77-77", "+7 495 777 77 77", "74957777777", "4957777777", "8-495-777-77-77",
    "+7(495)777.77.77", "\u{A0}+7 495 777–77–77 ",
  ])
  func oneTelephoneInManyForms(text: String) {
    #expect(PhoneNumber.check(text) == .valid("+74957777777", advice: nil))
    #expect(!PhoneNumber.isMobile(text))
    #expect(PhoneNumber.formatted(text) == "+7 (495) 777-77-77")
  }

  @Test func mobileTelephones() {
    #expect(PhoneNumber.check("+79161234567").canonical == "+79161234567")
    #expect(PhoneNumber.isMobile("8 916 123-45-67"))
    #expect(PhoneNumber.formatted("8916123456") == nil)
  }

  @Test(arguments: [
    ("777-77-77", "нужно 10 или 11 цифр, а введено 7"),
    ("+1 202 555 0100", "это номер другой страны"),
    ("8916123456", "не хватает одной цифры"),
    ("8916123456a", "лишняя буква «a»"),
    ("+7+9161234567", "знак «+» стоит только в начале"),
    ("(+7) 916 123-45-67", "знак «+» стоит только в начале"),
    ("", "ничего не введено"),
    ("+", "нужно 11 цифр, а введено 0"),
    ("+7 701 123-45-67", "это номер Казахстана"),
    ("8 123 456-78-90", "кода 123 в России нет"),
    ("9 916 123-45-67", "номер из 11 цифр начинается с 7 или 8, а не с 9"),
    ("+7 891 612-34-56", "кода 89… в России нет"),
    ("８ 916 123-45-67", "U+FF18 — не обычная цифра"),
  ])
  func telephonesThatAreNot(text: String, reason: String) {
    #expect(PhoneNumber.check(text).problem?.reason.ru == reason)
  }

  @Test(arguments: [
    ("anna@example.org", "anna@example.org"), ("Anna.S+city@Mail.Example.ORG", nil),
    ("иван@почта.рф", "иван@почта.рф"), ("a@b.ru", "a@b.ru"), ("  anna@example.org\n", nil),
    ("anna@xn--80a1acny.xn--p1ai", "anna@xn--80a1acny.xn--p1ai"), ("o'neil@example.org", nil),
    ("ИВАН@ПОЧТА.РФ", "ИВАН@почта.рф"),
  ])
  func addresses(text: String, canonical: String?) {
    let found = EmailAddress.check(text).canonical
    #expect(found != nil)
    if let canonical { #expect(found == canonical) }
  }

  @Test(arguments: [
    ("example.org", "нет знака «@»"),
    ("anna@@example.org", "знак «@» не один"),
    ("@example.org", "перед «@» ничего нет"),
    ("anna@", "после «@» нужно имя с точкой внутри"),
    ("anna@example", "после «@» нужно имя с точкой внутри"),
    ("anna@example..org", "после «@» нужно имя с точкой внутри"),
    ("anna@.org", "после «@» нужно имя с точкой внутри"),
    ("anna b@example.org", "в адресе пробел"),
    ("anna@exam ple.org", "в адресе пробел"),
    ("anna,b@example.org", "лишний знак «,»"),
    ("<anna@example.org>", "лишний знак «<»"),
    (".anna@example.org", "лишняя точка перед «@»"),
    ("anna@-example.org", "«-example» не бывает в адресе"),
    ("anna@192.168.0.1", "адрес не кончается на «.1»"),
    ("anna@example.o", "адрес не кончается на «.o»"),
    ("anna@exa_mple.org", "лишний знак «_»"),
  ])
  func addressesThatAreNot(text: String, reason: String) {
    #expect(EmailAddress.check(text).problem?.reason.ru == reason)
  }

  @Test func lengthsAreLimited() {
    func text(_ count: Int) -> String { String(repeating: "a", count: count) }
    #expect(EmailAddress.check("\(text(64))@example.org").isValid)
    #expect(!EmailAddress.check("\(text(65))@example.org").isValid)
    #expect(EmailAddress.check("a@\(text(63)).org").isValid)
    #expect(!EmailAddress.check("a@\(text(64)).org").isValid)
    // 64 before the sign and 189 after it make 254.
    let domain = [63, 63, 57, 3].map(text).joined(separator: ".")
    #expect(EmailAddress.check("\(text(64))@\(domain)").isValid)
    let longer = [63, 63, 58, 3].map(text).joined(separator: ".")
    #expect(
      EmailAddress.check("\(text(64))@\(longer)").problem?.reason.ru
        == "адрес длиннее 254 знаков")
  }
}

import Testing

@testable import Cabinet

@Suite struct PluralTests {
  /// The form by the last two digits, as a grammar lists it.
  private static func form(_ count: Int) -> String {
    let exceptions = 11...19
    if exceptions.contains(count % 100) { return "полей" }
    return ["полей", "поле", "поля", "поля", "поля", "полей", "полей", "полей", "полей", "полей"][
      count % 10]
  }

  @Test func everyNumberToAThousandTakesItsForm() {
    for count in 0...1000 {
      #expect(Plural.fields.ru(count) == "\(count)\u{A0}\(Self.form(count))")
      #expect(Plural.fields.ru(-count).hasSuffix(Self.form(count)))
      #expect(Plural.fields.en(count) == "\(count)\u{A0}\(count == 1 ? "field" : "fields")")
    }
  }

  @Test func extremeNumbersDoNotTrap() {
    #expect(Plural.days.ru(.min).hasSuffix("дней"))
    #expect(Plural.days(.max).ru.hasSuffix("дней"))
  }

  @Test func everyNounHasThreeForms() {
    let nouns: [(Plural, [String])] = [
      (.workingDays, ["рабочий день", "рабочих дня", "рабочих дней"]),
      (.calendarDays, ["календарный день", "календарных дня", "календарных дней"]),
      (.days, ["день", "дня", "дней"]), (.years, ["год", "года", "лет"]),
      (.services, ["услуга", "услуги", "услуг"]),
      (.applications, ["заявление", "заявления", "заявлений"]),
      (.drafts, ["черновик", "черновика", "черновиков"]),
      (.charactersOfLimit, ["знака", "знаков", "знаков"]),
      (.filesOfLimit, ["файла", "файлов", "файлов"]),
    ]
    for (noun, forms) in nouns {
      for (count, form) in zip([1, 2, 5], forms) {
        #expect(noun.ru(count) == "\(count)\u{A0}\(form)")
      }
    }
  }

  @Test func aPhraseWithoutEnglishIsSaidInRussian() {
    #expect(Phrase("да", "")[.english] == "да")
    #expect(Phrase("да", "yes")[.english] == "yes")
  }
}

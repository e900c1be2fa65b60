import Testing

@testable import Cabinet

@Suite struct FieldFormsTests {
  @Test(arguments: [
    ("04.03.1979", "1979-03-04"), ("4.3.1979", "1979-03-04"), ("04/03/1979", "1979-03-04"),
    ("4-3-1979", "1979-03-04"), ("4 3 1979", "1979-03-04"), ("1979-03-04", "1979-03-04"),
    (" 04.03.1979 ", "1979-03-04"), ("4,3,1979", "1979-03-04"), ("29.02.2020", "2020-02-29"),
  ])
  func datesAreReadAsPeopleTypeThem(typed: String, date: String) {
    #expect(FormField.day(typed: typed)?.description == date)
    #expect(Samples.field(.date).canonical(.text(typed)) == .text(date))
  }

  @Test(arguments: [
    "", "1979", "04.03.79", "29.02.2021", "32.01.2021", "1.13.2021", "0.1.2021", "4.3.1979г", "..",
    "٤.٣.١٩٧٩", "4..1979", "1979-3-4", "-4.3.1979", "99999999999999999999.1.1979",
  ])
  func whatIsNoDateStaysAsItIs(typed: String) {
    #expect(FormField.day(typed: typed) == nil)
    #expect(Samples.field(.date).canonical(.text(typed)) == .text(typed))
  }

  @Test func everyDayOfTwoYearsIsTypedAndReadBack() throws {
    let field = Samples.field(.date)
    var day = try Samples.day("2020-01-01")
    while day.year < 2022 {
      #expect(field.canonical(.text(field.typed(day.description))) == .text(day.description))
      day = day.adding(days: 1)
    }
  }

  @Test func amountsAreTypedInRoublesAndKeptInKopecks() {
    let field = Samples.field(.money)
    #expect(field.canonical(.text("1 500,5 ₽")) == .text("150050"))
    #expect(field.typed("150050") == "1500,50")
    #expect(field.shown(.text("150050"), .russian) == "1\u{A0}500,50\u{A0}₽")
    #expect(field.shown(.text("-9223372036854775808"), .russian).hasPrefix("-92\u{A0}233"))
    #expect(field.canonical(.text("много")) == .text("много"))
  }

  @Test func numbersLoseTheirSpaces() {
    let field = Samples.field(.number)
    #expect(field.canonical(.text("1 000")) == .text("1000"))
    #expect(field.canonical(.text("007")) == .text("7"))
    #expect(field.canonical(.text("1.5")) == .text("1.5"))
  }

  @Test func identifiersTakeTheirCanonicalSpelling() {
    #expect(Samples.field(.snils).canonical(.text("11223344595")) == .text("112-233-445 95"))
    #expect(Samples.field(.snils).canonical(.text(" 11223344596 ")) == .text("11223344596"))
    #expect(Samples.field(.phone).canonical(.text("8 900 000-00-00")) == .text("+79000000000"))
    #expect(
      Samples.field(.account).canonical(.text("4070 2810 1382 5012 3017"))
        == .text("40702810138250123017"))
    #expect(Samples.field(.text).canonical(.text("  Анна ")) == .text("Анна"))
    #expect(Samples.field(.flag).canonical(.flag(true)) == .flag(true))
  }

  @Test(arguments: FieldType.allCases) func theCanonicalFormOfAGoodAnswerIsAsGood(type: FieldType) {
    let field = Samples.field(type, options: ["a", "b"])
    for answer in FieldCheckTests.good(type) {
      let canonical = field.canonical(answer)
      guard case .text(let text) = canonical else { continue }
      let again = Answer.text(field.typed(text))
      #expect(
        field.problem(again, in: ["bic": .text("044525225")], today: Samples.today) == nil)
      #expect(field.canonical(again) == canonical)
    }
  }

  @Test func answersAreShownInWords() {
    let choice = Samples.field(.multiChoice, options: ["a", "b"])
    #expect(choice.shown(.values(["a", "x", "b"]), .russian) == "вариант a, x, вариант b")
    #expect(choice.shown(.text("a"), .english) == "option a")
    #expect(Samples.field(.flag).shown(.flag(true), .russian) == "да")
    #expect(Samples.field(.flag).shown(.flag(false), .english) == "no")
    #expect(Samples.field(.date).shown(.text("1979-03-04"), .russian) == "04.03.1979")
    #expect(
      Samples.field(.attachment).shown(
        .files([Samples.file(), Samples.file(kind: "png")]), .russian)
        == "файл.pdf, файл.png")
    #expect(
      Samples.field(.pet).shown(.reference(.init(id: "p", title: "Буся", facts: [:])), .russian)
        == "Буся")
  }
}

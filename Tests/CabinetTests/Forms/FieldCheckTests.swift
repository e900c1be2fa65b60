import Testing

@testable import Cabinet

@Suite struct FieldCheckTests {
  private func problem(_ field: FormField, _ answer: Answer?, _ others: [String: Answer] = [:])
    -> String?
  {
    field.problem(answer, in: others, today: Samples.today)?.reason.ru
  }

  /// An answer of each kind that a field of the type accepts.
  static func good(_ type: FieldType) -> [Answer] {
    switch type {
    case .text, .address: [.text("Анна"), .text(String(repeating: "я", count: 300))]
    case .longText: [.text("Строка\nи ещё\tодна\r\n"), .text(String(repeating: "я", count: 4000))]
    case .date: [.text("04.03.1979"), .text("4.3.1979"), .text("2021-01-14"), .text("1900-01-01")]
    case .choice: [.text("a"), .values(["b"])]
    case .multiChoice: [.values(["a", "b"]), .text("a")]
    case .flag: [.flag(true), .flag(false)]
    case .number: [.text("0"), .text("-5"), .text("1 000"), .text("1\u{A0}000")]
    case .money: [.text("1500"), .text("1 500,50"), .text("0")]
    case .attachment: [.files([Samples.file()])]
    case .account: [.text("40702810138250123017")]
    case .bic: [.text("044525225")]
    case .person, .child, .pet, .vehicle, .home:
      [.reference(.init(id: "", title: "Некто", facts: [:]))]
    default: [.text(type.identifier?.example ?? "")]
    }
  }

  /// Answers that no field of the type accepts.
  static func bad(_ type: FieldType) -> [Answer] {
    let reference = Answer.reference(.init(id: "a", title: "", facts: [:]))
    let files = Answer.files([Samples.file()])
    let hostile = Answer.text("\u{1B}[2J\u{0}")
    return switch type {
    case .text, .address:
      [
        hostile, .text("две\nстроки"), .text(String(repeating: "я", count: 301)), .flag(true),
        .values(["a"]), reference, files,
      ]
    case .longText:
      [
        hostile, .text(String(repeating: "я", count: 4001)), .flag(false), .values(["a", "b"]),
        reference,
      ]
    case .date:
      [
        .text("31.02.2021"), .text("31.12.1899"), .text("01.01.9999"), .text("вчера"), .flag(true),
        .text("٠٤.٠٣.١٩٧٩"), reference, hostile,
      ]
    case .choice: [.text("c"), .values(["a", "b"]), .flag(true), reference, files, hostile]
    case .multiChoice: [.values(["a", "c"]), .flag(true), reference, files, hostile]
    case .flag: [.text("true"), .values(["true"]), reference]
    case .number:
      [
        .text("1.5"), .text("--5"), .text("5-"), .text("+5"), .text("٥"), .flag(true),
        .text("99999999999999999999"), .text("-"), reference, hostile,
      ]
    case .money:
      [
        .text("-1"), .text("1,234"), .text("1,"), .text("₽"), .text("много"), .flag(true), hostile,
        .text("99999999999999999999"),
      ]
    case .attachment: [.text("файл.pdf"), .flag(true), .values(["a"]), reference]
    case .person, .child, .pet, .vehicle, .home: [.text("child-1"), .flag(true), files]
    default: [.text("нет"), .text(String(repeating: "1", count: 100_000)), files, hostile]
    }
  }

  private func field(_ type: FieldType, required: Bool = false) -> FormField {
    Samples.field(type, required: required, options: ["a", "b"])
  }

  @Test(arguments: FieldType.allCases) func goodAnswersPassAndBadOnesDoNot(type: FieldType) {
    let others: [String: Answer] = ["bic": .text("044525225")]
    for answer in Self.good(type) {
      #expect(problem(field(type), answer, others) == nil, "\(type) \(answer)")
    }
    for answer in Self.bad(type) {
      let reason = problem(field(type), answer, others)
      #expect(reason?.isEmpty == false, "\(type) \(answer)")
    }
  }

  @Test(arguments: FieldType.allCases) func onlyARequiredFieldMissesAnEmptyAnswer(type: FieldType) {
    for empty: Answer? in [nil, .text(""), .text(" \t\n"), .values([]), .files([])] {
      #expect(problem(field(type), empty) == nil, "\(type)")
      #expect(problem(field(type, required: true), empty) != nil, "\(type)")
    }
  }

  @Test(arguments: FieldType.allCases) func everyReasonIsSaidInBothLanguages(type: FieldType) {
    for answer in Self.bad(type) {
      guard let reason = field(type).problem(answer, today: Samples.today)?.reason else { continue }
      #expect(!reason.ru.isEmpty && !reason.en.isEmpty && reason.ru != reason.en, "\(type)")
    }
  }

  @Test func consentThatIsAskedForMustBeGiven() {
    #expect(problem(field(.flag, required: true), .flag(false)) == "нужно согласие")
    #expect(problem(field(.flag, required: true), .flag(true)) == nil)
  }

  @Test func lengthsAreMeasuredWithoutSpaceAtTheEnds() {
    let field = Samples.field(.text, min: 2, max: 21)
    #expect(problem(field, .text("ab")) == nil)
    #expect(problem(field, .text("   a   ")) == "не короче 2\u{A0}знаков")
    #expect(problem(field, .text(" " + String(repeating: "a", count: 21) + " ")) == nil)
    #expect(
      problem(field, .text(String(repeating: "a", count: 22)))
        == "не длиннее 21\u{A0}знака, сейчас 22")
  }

  @Test func datesKeepToTheirPeriodTodayIncluded() {
    for (period, allowed) in [
      (FormField.Period.past, -1...0), (.future, 0...1), (.any, -1...1),
    ] {
      for offset in -1...1 {
        let date = Samples.today.adding(days: offset).description
        let isFine = problem(Samples.field(.date, period: period), .text(date)) == nil
        #expect(isFine == allowed.contains(offset), "\(period) \(offset)")
      }
    }
  }

  @Test func numbersAndAmountsKeepToTheirBounds() {
    let number = Samples.field(.number, min: -2, max: 3)
    for value in -5...5 {
      #expect((problem(number, .text(String(value))) == nil) == (-2...3).contains(value))
    }
    let money = Samples.field(.money, min: 150, max: 200)
    for (typed, isFine) in [("1,49", false), ("1,50", true), ("2", true), ("2,01", false)] {
      #expect((problem(money, .text(typed)) == nil) == isFine, "\(typed)")
    }
    #expect(problem(money, .text("1"))?.contains("1,50\u{A0}₽") == true)
  }

  @Test func filesAreCountedAndTheirKindsNamed() {
    let field = Samples.field(.attachment, min: 2, max: 2, accepts: ["pdf", "png"])
    let pdf = Samples.file()
    #expect(problem(field, .files([pdf])) == "не меньше 2\u{A0}файлов")
    #expect(problem(field, .files([pdf, pdf])) == nil)
    #expect(problem(field, .files([pdf, pdf, pdf])) == "не больше 2\u{A0}файлов")
    #expect(
      problem(Samples.field(.attachment, max: 1), .files([pdf, pdf])) == "не больше 1\u{A0}файла")
    #expect(
      problem(field, .files([pdf, Samples.file(kind: "bin")]))
        == "«файл.bin» другого вида; подходят: pdf, png")
  }

  @Test func anAccountIsCheckedAgainstItsBank() {
    let field = Samples.field(.account)
    let account = Answer.text("40702810138250123017")
    #expect(problem(field, account, ["bic": .text("044525225")]) == nil)
    #expect(problem(field, account, ["bic": .text("044525226")]) != nil)
    #expect(problem(field, account) != nil, "without the bank nothing can be said")
  }

  @Test func hugeAnswersAreRefusedWithoutATrap() {
    let text = String(repeating: "9", count: 1_000_000)
    for type in FieldType.allCases where type != .flag && type != .attachment {
      #expect(problem(field(type), .text(text)) != nil, "\(type)")
    }
  }
}

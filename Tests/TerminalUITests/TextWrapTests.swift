import Testing

@testable import TerminalUI

@Suite struct TextWrapTests {
  private func wrap(_ text: String, _ width: Int) -> [String] {
    TextWrap.lines(StyledText(text), width: width).map(\.plain)
  }

  @Test(arguments: [
    ("", 10, [""]),
    ("одно", 10, ["одно"]),
    ("раз два три", 7, ["раз два", "три"]),
    ("раз  два", 8, ["раз  два"]),
    ("первая\nвторая", 20, ["первая", "вторая"]),
    ("первая\n\nвторая", 20, ["первая", "", "вторая"]),
    ("дом у реки", 6, ["дом", "у реки"]),
    ("пойти в и о к реке", 9, ["пойти", "в и о", "к реке"]),
    ("билет № 5 тут", 8, ["билет", "№ 5 тут"]),
    ("стоит 1 000 ₽ в год", 11, ["стоит", "1 000 ₽", "в год"]),
    ("ещё 5 дней", 6, ["ещё", "5 дней"]),
    ("Москва — город", 8, ["Москва —", "город"]),
    ("жить на даче", 8, ["жить", "на даче"]),
    ("если (в срок) дойдёт", 9, ["если", "(в срок)", "дойдёт"]),
    ("он пришёл бы сам", 9, ["он", "пришёл бы", "сам"]),
    ("рядом ул. Малая Якиманка", 10, ["рядом", "ул. Малая", "Якиманка"]),
    ("город г. Москва вся", 9, ["город", "г. Москва", "вся"]),
    ("это в 2021 г. Москва", 11, ["это", "в 2021 г.", "Москва"]),
    ("смотри п. 2 правил", 11, ["смотри", "п. 2 правил"]),
    ("смотри п. 2 правил", 10, ["смотри", "п. 2", "правил"]),
    ("врач Петров А. Б. примет", 13, ["врач", "Петров А. Б.", "примет"]),
    ("спросите А. Б. Петрова", 14, ["спросите", "А. Б. Петрова"]),
    ("паспорт и т. д. сами", 12, ["паспорт", "и т. д. сами"]),
    ("сумма 12 тыс. руб. вся", 13, ["сумма", "12 тыс. руб.", "вся"]),
    ("звоните +7 900 000-00-01 днём", 20, ["звоните", "+7 900 000-00-01", "днём"]),
    ("нет\u{A0}и\u{A0}не будет", 9, ["нет\u{A0}и\u{A0}не", "будет"]),
    // Where a line cannot hold all that belongs together, the looser joints give way first.
    ("и не 1 000 000 ₽", 11, ["и не", "1 000 000 ₽"]),
    ("1 000 000 рублей", 9, ["1 000 000", "рублей"]),
    ("https://mos.ru/uslugi/bilet", 20, ["https://mos.ru/", "uslugi/bilet"]),
    ("сумма 250\u{A0}₽ вся", 9, ["сумма", "250\u{A0}₽ вся"]),
    ("длинноеслово", 5, ["длинн", "оесло", "во"]),
    ("и длинноеслово", 6, ["и", "длинно", "еслово"]),
    ("日本語", 4, ["日本", "語"]),
    ("日本語", 3, ["日", "本", "語"]),
  ])
  func breaksLines(text: String, width: Int, lines: [String]) {
    #expect(wrap(text, width) == lines)
  }

  static let paragraph = """
    В заявлении № 5 от 14 января 2021 г. о выдаче охотничьего билета и о внесении сведений у вас \
    указана сумма 1 000 ₽ — проверьте её: https://www.mos.ru/uslugi/ohotnichij-bilet-dlya-vseh, а \
    потом отправьте в ведомство. Café e\u{301}té 日本 ok.
    """

  @Test(arguments: 1...120)
  func losesNoTextAtAnyWidth(width: Int) {
    let lines = wrap(Self.paragraph, width)
    #expect(lines.allSatisfy { $0.columns <= width || $0.count == 1 })
    let kept = lines.joined().filter { $0 != " " }
    #expect(kept == Self.paragraph.filter { $0 != " " })
  }

  @Test(arguments: 12...120)
  func startsNoLineWithADash(width: Int) {
    for line in wrap(Self.paragraph, width) { #expect(!line.hasPrefix("—"), "\(line)") }
  }

  @Test(arguments: 12...120)
  func leavesNoLetterAtTheEndOfALine(width: Int) {
    for line in wrap(Self.paragraph, width).dropLast() {
      let last = line.split(separator: " ").last ?? ""
      #expect(!["в", "и", "о", "у", "а", "В", "№"].contains(String(last)), "\(line)")
    }
  }

  @Test(arguments: 1...40)
  func keepsTonesWithTheirText(width: Int) {
    let text = StyledText("до 18 января ", .strong) + StyledText("осталось два дня", .bad)
    let lines = TextWrap.lines(text, width: width)
    for tone in [Tone.strong, .bad] {
      let before = text.runs.filter { $0.tone == tone }.map(\.text).joined()
      let after = lines.flatMap(\.runs).filter { $0.tone == tone }.map(\.text).joined()
      #expect(after.filter { $0 != " " } == before.filter { $0 != " " })
    }
  }

  @Test(arguments: [
    ("слово", 5, "слово"), ("слово", 4, "сло…"), ("два слова", 5, "два…"), ("a", 0, ""),
  ])
  func shortens(text: String, width: Int, result: String) {
    #expect(text.shortened(to: width) == result)
  }

  @Test(arguments: 0...20)
  func shortensStyledTextAsPlain(width: Int) {
    let text = StyledText("раз два", .strong) + " три" + StyledText(" четыре", .dim)
    #expect(text.shortened(to: width).columns <= width)
    if width >= text.columns { #expect(text.shortened(to: width) == text) }
  }

  @Test(arguments: 3...30)
  func dividesATextAreaWithoutLoss(width: Int) {
    let text = Array("Первая строка длинная\nвторая   и третья с оченьдлиннымсловом\n")
    let lines = TextArea.lines(text, width: width)
    #expect(lines.first?.lowerBound == 0)
    #expect(lines.last?.upperBound == text.count)
    for (left, right) in zip(lines, lines.dropFirst()) {
      #expect(left.upperBound == right.lowerBound)
    }
  }

  @Test(arguments: 0...40)
  func keepsTheCursorInTheWindow(cursor: Int) {
    let text = Array(String(repeating: "абвгд", count: 8))
    for width in 2...45 {
      let window = TextArea.window(text, cursor: cursor, width: width)
      #expect(window.lowerBound <= cursor)
      #expect(cursor - window.lowerBound < width)
      #expect(window.count <= width)
      #expect(cursor <= window.upperBound)
    }
  }
}

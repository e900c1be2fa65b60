import Foundation
import PseudoTerminal
import Terminal
import Testing

@Suite("The cabinet as a conversation of lines")
struct PlainModeTests {
  /// What is typed, a line each, from the search to the application that was granted.
  private static func life(photo: String) -> String {
    """
    найти охотничий билет
    1
    подать




    112-233-445 96
    112-233-445 95


    1

    да
    нет
    1

    меню
    дальше
    в МФЦ
    да
    дальше
    отправить
    к заявлению
    время
    на неделю
    ответить
    \(photo)
    отправить
    время
    на месяц
    повтори
    выход
    """
  }

  @Test("A life of an application through a pipe: an error, a photo asked for, a licence")
  func lifeThroughAPipe() throws {
    let program = try Program.demonstration()
    let photo = Program.fixtures + "/demo/photo.png"
    let outcome = try program.run("plain", input: Self.life(photo: photo) + "\n")
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(outcome.err.isEmpty)
    let said = outcome.out
    var rest = said[...]
    for words in [
      "Выдача охотничьего билета", "шаг 1 из 4", "Ошибка: контрольное число 96",
      "Вопрос 5 из 7. СНИЛС", "шаг 2 из 4", "шаг 3 из 4", "шаг 4 из 4", "Проверьте ответы",
      "Готово: Заявление отправлено", "Время переведено", "ТРЕБУЕТ ВАС", "Ведомство просит",
      "Ответ отправлен ведомству", "Услуга оказана", "Всё сохранено, кабинет закрыт.",
    ] {
      let found = rest.range(of: words)
      #expect(found != nil, "\(words) is not said after what came before: \(said)")
      guard let found else { return }
      rest = rest[found.upperBound...]
    }
    let applications = try program.run("applications", "--json").objects()
    #expect(applications.contains { $0["status"] as? Int == 1075 })
    #expect(try program.run("check").code == 0)
  }

  @Test("Nothing that is said is drawn: no control bytes, no boxes, no line wider than asked")
  func plainLines() throws {
    let program = try Program.demonstration()
    for width in [20, 40, 78] {
      let outcome = try program.run(
        "demo", "--plain", "--width", String(width), input: Self.life(photo: "нет.png") + "\n")
      #expect(outcome.code == 0)
      for line in outcome.out.split(separator: "\n", omittingEmptySubsequences: false) {
        #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }, "\(line)")
        #expect(!line.contains { "─│▓░[]›".contains($0) }, "\(line)")
        #expect(line.count <= width, "\(line)")
      }
    }
  }

  @Test("A file that is not there is told, and the question is asked again; nothing is lost")
  func failureAndBack() throws {
    let program = try Program.demonstration()
    let outcome = try program.run(
      "plain",
      input: Self.life(photo: "нет.png").replacingOccurrences(
        of: "отправить\nвремя\nна месяц\nповтори", with: "1\nменю\nотложить\nповтори") + "\n")
    #expect(outcome.code == 0)
    #expect(outcome.out.contains("Не получилось."))
    #expect(outcome.out.contains("нет.png"))
    let asked = outcome.out.components(separatedBy: "Путь к файлу").count - 1
    #expect(asked >= 2, "\(outcome.out)")
    #expect(try program.run("check").code == 0)
  }

  @Test("Where the input ends on a page that is saved by its button, it is told that it was not")
  func endOfInputBeforeSaving() throws {
    let program = try Program.demonstration()
    let outcome = try program.run("plain", input: "мои данные\nо себе\nИная\n")
    #expect(outcome.code == 0)
    #expect(outcome.out.contains("Имя"), "\(outcome.out)")
    #expect(outcome.out.hasSuffix("не сохранено.\n"), "\(outcome.out)")
    #expect(!outcome.out.contains("Ответы сохранены"))
    let store = try program.bash("cat $KABINET_STORE/residents/*/*/journal.jsonl")
    #expect(!store.out.contains("Иная"))
  }

  @Test("The end of the input ends calmly, with what was typed")
  func endOfInput() throws {
    let program = try Program.demonstration()
    let outcome = try program.run(
      "plain", input: "найти охотничий билет\n1\nподать\n\n\n\n\n\n+7 900 000-00-77\n")
    #expect(outcome.code == 0)
    #expect(outcome.out.hasSuffix("Ввод закончился. Ответы сохранены, кабинет закрыт.\n"))
    let next = try program.run("plain", input: "закончить заявление, охотничий\nназад\n")
    #expect(next.out.contains("Охотничий билет, шаг 1 из 4"))
    let store = try program.bash("cat $KABINET_STORE/residents/*/*/journal.jsonl")
    #expect(store.out.contains("900 000-00-77") || store.out.contains("+79000000077"))
  }

  @Test("Drafts, the profile, the record, the card of a service: everything goes by lines")
  func everythingElse() throws {
    let program = try Program.demonstration()
    let copy = program.path("copy.txt")
    let lines = [
      // The draft goes to the trash and returns.
      "заявления", "черновики", "2", "вернуть", "назад",
      "3", "почему", "закрыть", "сохранить копию", copy, "сохранить", "назад",
      "мои данные", "о себе", "", "", "", "", "", "", "", "+7 900 000-00-55", "меню", "сохранить",
      "найти охотничий билет", "1", "отказ в услуге", "назад", "разделы", "главная", "выход",
    ]
    let outcome = try program.run("plain", input: lines.joined(separator: "\n") + "\n")
    #expect(outcome.code == 0, "\(outcome.err)")
    for words in [
      "Черновик в корзине", "Черновик возвращён.", "Почему так.", "Копия сохранена", "Сохранено.",
      "Отказ в услуге", "Всё сохранено, кабинет закрыт.",
    ] { #expect(outcome.out.contains(words), "\(words) is not in \(outcome.out)") }
    #expect(!outcome.out.contains("Не нашлось"), "\(outcome.out)")
    #expect(try String(contentsOfFile: copy, encoding: .utf8).contains("9990-9000001-"))
    let profile = try program.run("plain", input: "мои данные\nвыход\n")
    #expect(profile.out.contains("Телефон: +79000000055"))
  }

  @Test("Both languages, and English from the environment")
  func english() throws {
    let program = try Program.demonstration()
    let input = "english\nhelp\nfind hunting\n1\nback\nquit\n"
    let outcome = try program.run("plain", input: input)
    #expect(outcome.out.contains("Needs you: 2."))
    #expect(outcome.out.contains("A number, or a word to find?"))
    program.environment["LC_ALL"] = "en_GB.UTF-8"
    let other = try program.run("plain", input: "русский\nназад\nвыход\n")
    #expect(other.out.contains("Needs you: 2."))
    #expect(other.out.contains("Это начало, возвращаться некуда."))
  }

  @Test("A terminal that cannot place a cursor holds the same conversation")
  func dumbTerminal() throws {
    let program = try Program.demonstration()
    program.environment["TERM"] = "dumb"
    let terminal = try program.open("demo", size: Size(columns: 80, rows: 60))
    func type(_ text: String) throws {
      #expect(try terminal.waitForIdle(timeout: 20_000))
      try terminal.write(Array((text + "\n").utf8))
    }
    for line in ["найти охотничий билет", "1", "подать"] { try type(line) }
    #expect(try terminal.waitForIdle(timeout: 20_000))
    #expect(terminal.emulator.grid.text.contains("Вопрос 1 из 7. Фамилия"))
    try type("назад")
    try type("выход")
    #expect(try terminal.wait(timeout: 20_000) == .exited(0))
    #expect(terminal.emulator.grid.text.contains("Всё сохранено, кабинет закрыт."))
  }

  @Test("A width that is none is refused")
  func widths() throws {
    let program = try Program()
    for width in ["19", "1001", "x"] {
      #expect(try program.run("plain", "--width", width).code == 2)
    }
  }
}

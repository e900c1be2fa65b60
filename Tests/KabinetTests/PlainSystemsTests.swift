import Foundation
import Testing

/// The city's systems through a pipe: what a screen can do is done by lines.
@Suite struct PlainSystemsTests {
  /// Some lines, and what is said one after the other.
  struct Visit: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var language = "ru"
    var lines: [String]
    var said: [String]
  }

  static let visits = [
    Visit(
      testDescription: "a doctor is booked, moved and cancelled",
      lines: [
        "разделы", "записи", "к врачу", "вас", "хирург", "1", "записаться", "перенести", "1", "2",
        "отменить", "2", "выход",
      ],
      said: [
        "Кого записать.", "Поликлиника: городская поликлиника номер 68",
        "1. пятница 15, 16:00, день",
        "2. понедельник 18, 09:20, утро", "7. среда 20, 11:20, утро", "Держится за вами до 10:10",
        "Вы записаны.",
        "Прежнее время остаётся вашим", "Старое время освободится.", "Запись перенесена",
        "Запись отменена", "Всё сохранено",
      ]),
    Visit(
      testDescription: "a child's dentist is full: one waits",
      lines: [
        "разделы", "записи", "к врачу", "синтетический", "стоматолог", "встать", "выход",
      ],
      said: ["детская", "мест нет, лист ожидания", "Свободного времени нет", "в листе ожидания"]),
    Visit(
      testDescription: "a vet", language: "en",
      lines: [
        "sections", "appointments", "to a vet", "", "1", "menu", "choose a time", "1", "book it",
        "quit",
      ],
      said: ["Vet.", "Check the appointment.", "Uchebnaia ul., 12", "Booked.", "All is saved"]
    ),
    Visit(
      testDescription: "a consultation",
      lines: [
        "разделы", "записи", "консультация", "2", "Кому принадлежит дом?", ".", "меню", "выбрать",
        "1", "записаться", "выход",
      ],
      said: ["Вопрос 1 из 2. Тема.", "Проверьте запись.", "Вы записаны.", "Ссылка:"]),
    Visit(
      testDescription: "the medical card", language: "en",
      lines: [
        "sections", "health", "you", "examinations", "1", "back", "back", "prescriptions", "1",
        "back", "back", "values", "glucose", "back", "back", "access", "make", "take", "quit",
      ],
      said: [
        "Diagnosis: I10 Essential hypertension", "Complaints: Headache in the mornings",
        "Medicine: enalapril", "How to take it: 5 mg twice a day", "29 December 2020: 6.2 mmol/L",
        "You opened: General practitioner: examination", "The code was made.",
        "The code was taken back.",
      ]),
    Visit(
      testDescription: "the calendar, pets and details",
      lines: [
        "разделы", "записи", "календарь", "назад", "разделы", "питомцы", "буся", "назад", "разделы",
        "мои данные", "добавить: автомобиль", "назад", "выход",
      ],
      said: [
        "вторник 19 января, 09:40 Участковый терапевт", "Ветеринарный паспорт", "Фамилия",
        "Всё сохранено",
      ]),
  ]

  @Test(arguments: visits) func isDoneByLines(_ visit: Visit) throws {
    let program = try Program.demonstration()
    let input = visit.lines.joined(separator: "\n") + "\n"
    let outcome = try program.run("plain", "--lang", visit.language, input: input)
    #expect(outcome.code == 0 && outcome.err.isEmpty, "\(outcome.err)")
    // Lines are broken where they are full.
    let said = outcome.out.replacing("\n", with: " ").replacing("\u{A0}", with: " ")
    var rest = said[...]
    for words in visit.said {
      guard let found = rest.range(of: words) else {
        Issue.record("“\(words)” is not said after what came before: \(outcome.out)")
        return
      }
      rest = rest[found.upperBound...]
    }
    for word in ["Не нашлось:", "Nothing is called"] {
      #expect(!said.contains(word), "\(outcome.out)")
    }
    #expect(try program.run("check").code == 0)
  }
}

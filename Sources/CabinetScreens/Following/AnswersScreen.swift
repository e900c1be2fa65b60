import Cabinet
import CabinetServices
import TerminalUI

/// What was sent to the office, with all corrections.
struct AnswersScreen: Screen {
  let id: String

  var section: Section? { .applications }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    if case .activated("back") = event { return [.pop] }
    return []
  }

  func view(_ context: ScreenContext) -> Page {
    guard let application = try? context.session.application(id) else {
      return Page(path: [id], body: [])
    }
    let form = context.session.knownService(application.submission.service)?.form
    let facts = application.submission.questions.map { question -> Fact in
      let sent = application.submission.answers[question.id]
      let now = application.answers[question.id]
      func shown(_ answer: Answer?) -> String {
        answer.map {
          form?.field(question.id)?.shown($0, context.language)
            ?? $0.values.joined(separator: ", ")
        } ?? context.say(FormWords.notAnswered)
      }
      let old = sent == now ? "" : " (\(context.say(FollowWords.before)): \(shown(sent)))"
      return Fact(context.say(question.name), StyledText(shown(now)) + StyledText(old, .dim))
    }
    return Page(
      path: [application.number, context.say(FollowWords.answers)], status: context.status,
      body: [.facts(facts), .gap, .buttons([Button(id: "back", context.say(AppWords.close))])])
  }
}

/// Why an application is where it is: each status with the rule behind it.
struct WhyScreen: Screen {
  let id: String

  var section: Section? { nil }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    if case .activated("back") = event { return [.pop] }
    return []
  }

  func view(_ context: ScreenContext) -> Page {
    guard let application = try? context.session.application(id) else {
      return Page(path: [id], body: [])
    }
    let event = application.lastEvent
    var body: [View] = [
      .heading(
        context.say(event.code.title), note: context.say(FollowWords.code(event.fullCode))),
      .text(StyledText(context.say(context.session.standing(of: application).sentence))),
    ]
    if !event.note.isEmpty {
      let note = context.say(event.noteInWords)
      body.append(.text(StyledText("\(context.say(FollowWords.office)): «\(note)»")))
    }
    body += [.gap, .text(StyledText(context.say(event.code.rule)))]
    if let term = context.session.termInWords(of: application, context.language) {
      body += [.gap, .text(StyledText(term))]
    }
    body += [.gap, .buttons([Button(id: "back", context.say(AppWords.close))])]
    return Page(
      kind: .dialog, path: [context.say(FollowWords.why)], body: body)
  }
}

extension Status {
  /// The rule by which an application comes to this status.
  fileprivate var rule: Phrase {
    switch self {
    case .submitted, .delivered:
      Phrase(
        "Запрос, поданный в рабочее время, регистрируют в тот же день, иначе — на следующий рабочий.",
        "What is sent in office hours is registered the same day, otherwise the next working day.")
    case .registered:
      Phrase(
        "Срок услуги идёт с первого рабочего дня после регистрации (типовой регламент, 546-ПП).",
        "The term runs from the first working day after registration (Decree 546-PP).")
    case .requestSent, .requestAnswered:
      Phrase(
        "Сведения, которые есть у государства, ведомство запрашивает само (210-ФЗ, ст. 7).",
        "What the state knows already, the agency asks for itself (Law 210-FZ, art. 7).")
    case .clarificationRequested:
      Phrase(
        "Пока ведомство ждёт ответа, срок не идёт. Если ответа не будет до указанного дня, придёт отказ.",
        "While the agency waits for you the term stands still. Without a reply comes a refusal.")
    case .suspended:
      Phrase(
        "Время приостановки в срок услуги не входит и ограничено регламентом.",
        "A suspension does not count towards the term and is limited.")
    case .registrationRefused, .repeatRefused:
      Phrase(
        "Основания для отказа в приёме перечислены в карточке. Жалобу рассмотрят за 5 рабочих дней.",
        "The card lists all grounds. A complaint is decided within 5 working days.")
    case .refused, .clarificationExpired:
      Phrase(
        "Отказать можно только по основаниям из карточки. Жалобу рассмотрят за 15 рабочих дней.",
        "Only the grounds in the card count. A complaint is decided within 15 working days.")
    default:
      Phrase(
        "Статус поставлен по регламенту услуги; порядок — в её карточке.",
        "The status follows the service's regulation; its card has the steps.")
    }
  }
}

extension CabinetSession {
  /// The term of an application with how it was counted, in one sentence; nil where there is none.
  fileprivate func termInWords(of application: Application, _ language: Language) -> String? {
    guard let registered = application.registeredAt, let due = dueDay(of: application) else {
      return nil
    }
    let term = application.submission.term.inWords
    return Phrase(
      "Срок: \(term.ru); зарегистрировано \(registered.day.russian), решение до \(due.russian).",
      "Term: \(term.en); registered \(registered.day.inWords.en), decision by \(due.inWords.en).")[
        language]
  }
}

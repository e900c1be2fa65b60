import Cabinet
import CabinetServices
import TerminalUI

/// What to ask the Department of City Property; then the time.
struct ConsultationScreen: Screen {
  /// The fewest and the most characters of a question.
  private static let length = 10...2000

  private var topic: String
  private var question = ""
  private var problem: String?
  private let registry: String

  var section: Section? { .appointments }

  init(_ context: ScreenContext) {
    registry = context.session.institutions(for: .consultation).first?.id ?? ""
    topic = context.session.specialities(.consultation, in: registry).first?.id ?? ""
  }

  var isUnsaved: Bool { !question.isEmpty }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .chosen("topic", let values): topic = values.first ?? topic
    case .textChanged("question", let text):
      question = text
      problem = nil
    case .activated("times"):
      guard Self.length.contains(question.count) else {
        problem = context.say(
          Phrase(
            "напишите вопрос: от 10 до 2000 знаков, сейчас \(question.count)",
            "write the question: 10 to 2000 characters, now \(question.count)"))
        return [.focus("question")]
      }
      let profile = context.session.state.profile
      let request = BookingRequest(
        kind: .consultation,
        subject: BookingSubject(id: BookingSubject.ownID, name: profile["fullName"] ?? ""),
        speciality: topic, details: ["question": question])
      return [.push(SlotGridScreen(request: request, registry: registry, context))]
    default: break
    }
    return []
  }

  func view(_ context: ScreenContext) -> Page {
    Page(
      path: [
        context.say(Section.appointments.title), context.say(BookingKind.consultation.title),
      ], status: context.status,
      body: [
        .text(
          StyledText(
            context.say(
              Phrase(
                "Приём по видеосвязи в рабочие дни, 30 минут. Ссылка будет в записи; отметиться — "
                  + "подключиться не позже 15 минут после начала.",
                "Video reception on working days, 30 minutes. The link is in the appointment; join "
                  + "no later than 15 minutes after the start.")), .dim)), .gap,
        .choice(
          Choice(
            id: "topic", label: context.say(Phrase("Тема", "Topic")),
            options: context.session.specialities(.consultation, in: registry).map {
              Choice.Option(value: $0.id, title: context.say($0.name))
            }, selected: [topic])),
        .field(
          Field(
            id: "question", label: context.say(BookingWords.question), text: question,
            help: context.say(
              Phrase(
                "Что вы хотите узнать; консультант прочтёт это заранее.",
                "What you want to know; the consultant reads it beforehand.")),
            problem: problem, isRequired: true, isMultiline: true)), .gap,
        .buttons([
          Button(id: "times", context.say(Phrase("Выбрать время", "Choose a time")))
        ]),
      ])
  }
}

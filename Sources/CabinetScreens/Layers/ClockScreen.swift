import Cabinet
import CabinetServices
import TerminalUI

/// The clock of a demonstration: a whole life can be shown in a minute.
struct ClockScreen: Screen {
  private var span = ""
  private var problem: String?

  var section: Section? { nil }

  private func moments(_ context: ScreenContext) -> [(ViewID, Phrase, Timestamp)] {
    let now = context.session.now
    var moments: [(ViewID, Phrase, Timestamp)] = []
    if let next = context.session.nextOfficeMoment {
      let date = DateWords.dayAndTime(next, .russian)
      let english = DateWords.dayAndTime(next, .english)
      moments.append(
        (
          "next",
          Phrase("До следующего шага ведомства — \(date)", "To the agency's next step, \(english)"),
          next
        ))
    }
    moments += [
      ("hour", Phrase("На час вперёд", "An hour on"), now.adding(seconds: 3600)),
      ("day", Phrase("На день вперёд", "A day on"), now.adding(seconds: 86_400)),
      ("week", Phrase("На неделю вперёд", "A week on"), now.adding(seconds: 7 * 86_400)),
      ("month", Phrase("На месяц вперёд", "A month on"), now.adding(seconds: 30 * 86_400)),
    ]
    return moments
  }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .textChanged("span", let typed):
      span = typed
      problem = nil
      return []
    case .textCommitted("span"):
      guard let seconds = Self.seconds(span) else {
        problem = context.say(
          Phrase(
            "напишите число с буквой: 90m, 5h, 2d, 1w", "a number and a letter: 90m, 5h, 2d, 1w"))
        return [.focus("span")]
      }
      return [.pop, .advanceClock(to: context.session.now.adding(seconds: seconds))]
    default: break
    }
    guard case .activated(let id) = event,
      let moment = moments(context).first(where: { $0.0 == id })
    else { return [] }
    return [.pop, .advanceClock(to: moment.2)]
  }

  /// A span as tapes write it: `30s`, `90m`, `5h`, `2d`, `1w`; nil for anything else or over ten years.
  static func seconds(_ text: String) -> Int? {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]
    guard let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()),
      count > 0, count <= 315_360_000 / unit
    else { return nil }
    return count * unit
  }

  func view(_ context: ScreenContext) -> Page {
    Page(
      kind: .dialog, path: [context.say(Phrase("Время демонстрации", "Time of the demonstration"))],
      body: [
        .text(StyledText(DateWords.dayAndTime(context.session.now, context.language), .dim)), .gap,
        .rows(
          moments(context).map { Row(id: $0.0, title: StyledText(context.say($0.1))) }), .gap,
        .field(
          Field(
            id: "span", label: context.say(Phrase("Или на сколько", "Or by how much")), text: span,
            placeholder: "2d", problem: problem)),
      ])
  }
}

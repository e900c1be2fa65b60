import Cabinet
import CabinetServices
import TerminalUI

/// The sections of the cabinet as a list, for terminals too narrow to show them at the side.
struct SectionsScreen: Screen {
  var section: Section? { nil }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard case .activated(let id) = event,
      let section = Section.allCases.first(where: { $0.viewID == id })
    else { return [] }
    return [.open(section)]
  }

  func view(_ context: ScreenContext) -> Page {
    Page(
      kind: .dialog, path: [context.say(Phrase("Разделы", "Sections"))],
      body: [
        .rows(
          Section.list(current: nil, context).map { section in
            Row(
              id: section.id, leading: StyledText(section.key),
              title: StyledText(section.title), details: [.text(StyledText(section.badge))])
          })
      ])
  }
}

/// The clock of a demonstration: a whole life can be shown in a minute.
struct ClockScreen: Screen {
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
    guard case .activated(let id) = event,
      let moment = moments(context).first(where: { $0.0 == id })
    else { return [] }
    return [.pop, .advanceClock(to: moment.2)]
  }

  func view(_ context: ScreenContext) -> Page {
    Page(
      kind: .dialog, path: [context.say(Phrase("Время демонстрации", "Time of the demonstration"))],
      body: [
        .text(StyledText(DateWords.dayAndTime(context.session.now, context.language), .dim)), .gap,
        .rows(
          moments(context).map { Row(id: $0.0, title: StyledText(context.say($0.1))) }),
      ])
  }
}

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
              id: section.id, marker: section.key,
              title: StyledText(section.title), details: [.text(StyledText(section.badge))])
          })
      ])
  }
}

import Cabinet
import TerminalUI

/// The values of a page that one may want elsewhere: numbers, addresses, names.
struct CopyScreen: Screen {
  let values: [CopyReader.Value]

  var section: Section? { nil }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard case .activated(let id) = event,
      let index = id.tail(of: "value.").flatMap({ Int($0) }), values.indices.contains(index)
    else { return [] }
    return [.pop, .desk(.copy(values[index].text))]
  }

  func view(_ context: ScreenContext) -> Page {
    Page(
      kind: .dialog, path: [context.say(DeskWords.copyTitle)],
      body: [
        .list(
          List(
            id: "values", label: context.say(DeskWords.copyTitle), count: values.count,
            emptyText: StyledText(context.say(DeskWords.nothingToCopy))
          ) { index in
            Row(
              id: ViewID("value.\(index)"), title: StyledText(values[index].text),
              details: [.text(StyledText(values[index].label, .dim))])
          })
      ], initialFocus: "values")
  }
}

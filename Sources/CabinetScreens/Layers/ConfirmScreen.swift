import Cabinet
import TerminalUI

/// A question before something that cannot be undone.
struct ConfirmScreen: Screen {
  let question: Phrase
  let confirm: Phrase
  let effects: [Effect]

  var section: Section? { nil }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .activated("yes"): [.pop] + effects
    case .activated("no"): [.pop]
    default: []
    }
  }

  func view(_ context: ScreenContext) -> Page {
    Page(
      kind: .dialog, path: [context.say(confirm)],
      body: [
        .text(StyledText(context.say(question))), .gap,
        .buttons([
          Button(id: "no", context.say(Phrase("Не надо", "No, keep it"))),
          Button(id: "yes", context.say(confirm)),
        ]),
      ], initialFocus: "no")
  }
}

/// Something that did not work: what happened, what was kept, what to do next.
struct FailureScreen: Screen {
  let phrase: Phrase

  var section: Section? { nil }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    if case .activated("close") = event { return [.pop] }
    return []
  }

  func view(_ context: ScreenContext) -> Page {
    Page(
      kind: .dialog, path: [context.say(AppWords.failureTitle)],
      body: [
        .alert(Alert(.problem, StyledText(context.say(phrase)))), .gap,
        .buttons([Button(id: "close", context.say(AppWords.close))]),
      ], initialFocus: "close")
  }
}

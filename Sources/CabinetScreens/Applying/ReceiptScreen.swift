import Cabinet
import CabinetServices
import TerminalUI

/// What one gets for an application that was sent: its number, the day of the decision, what comes next.
struct ReceiptScreen: Screen {
  let id: String

  var section: Section? { .applications }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard case .activated(let target) = event else { return [] }
    switch target {
    case "application": return [.replace(ApplicationScreen(id: id))]
    case "save": return [.push(SaveRecordScreen(application: id))]
    case "home": return [.open(.home)]
    default: return []
    }
  }

  func view(_ context: ScreenContext) -> Page {
    guard let application = try? context.session.application(id) else {
      return Page(path: [id], body: [])
    }
    let standing = context.session.standing(of: application)
    var facts = [
      Fact(context.say(FollowWords.number), StyledText(application.number, .strong)),
      Fact(
        context.say(FollowWords.submitted),
        StyledText(context.say(application.submittedAt.inWords))),
    ]
    if let due = context.session.dueDay(of: application) {
      facts.append(
        Fact(
          context.say(FormWords.decision),
          StyledText(DateWords.long(due, today: context.today, context.language))))
    }
    facts.append(Fact(context.say(FollowWords.next), StyledText(context.say(standing.next))))
    return Page(
      path: [context.say(Section.applications.title), application.number],
      status: context.status,
      body: [
        .alert(Alert(.success, StyledText(context.say(FollowWords.accepted)))), .gap,
        .heading(context.say(application.submission.name)), .facts(facts), .gap,
        .text(StyledText(context.say(FollowWords.watch))), .gap,
        .buttons([
          Button(id: "application", context.say(FollowWords.toApplication)),
          Button(id: "save", context.say(FollowWords.keepCopy)),
          Button(id: "home", context.say(FollowWords.toHome)),
        ]),
      ])
  }
}

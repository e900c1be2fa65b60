import Cabinet
import CabinetServices
import TerminalUI

/// A complaint about a decision, before any court.
struct ComplaintScreen: Screen {
  let id: String
  let subject: Complaint.Subject
  private var text = ""
  private var problem: String?

  var section: Section? { .applications }

  var isUnsaved: Bool { !text.allSatisfy(\.isWhitespace) }

  init(id: String, subject: Complaint.Subject) {
    self.id = id
    self.subject = subject
  }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .textChanged("text", let typed):
      text = typed
      problem = nil
      return []
    case .activated("send"):
      guard !text.allSatisfy(\.isWhitespace) else {
        problem = context.say(
          Phrase("напишите, с чем вы не согласны", "say what you disagree with"))
        return [.focus("text")]
      }
      return [.complain(application: id, text: text)]
    case .activated("back"): return [.pop]
    default: return []
    }
  }

  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect] {
    if case .complained = outcome { return [.pop, .notify(FollowWords.complaintFiled)] }
    return []
  }

  func view(_ context: ScreenContext) -> Page {
    let days = subject.workingDays
    let lead = Phrase(
      "Жалобу зарегистрируют на следующий рабочий день и рассмотрят за "
        + "\(Plural.workingDays.ru(days)) (210-ФЗ, ст. 11.2). Пошлины нет.",
      "The complaint is registered the next working day and decided within "
        + "\(Plural.workingDays.en(days)) (Law 210-FZ, art. 11.2). There is no fee.")
    return Page(
      path: [context.say(FollowWords.complaintTitle)], status: context.status,
      body: [
        .text(StyledText(context.say(lead))), .gap,
        .field(
          Field(
            id: "text", label: context.say(FollowWords.complaintText), text: text,
            problem: problem, isRequired: true, isMultiline: true)), .gap,
        .buttons([
          Button(id: "send", context.say(FollowWords.complaintSend)),
          Button(id: "back", context.say(FormWords.previous)),
        ]),
      ])
  }
}

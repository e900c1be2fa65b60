import Cabinet
import CabinetServices
import TerminalUI

/// A warning before the form, where the rules speak against applying; one may go on all the same.
struct EligibilityWarningScreen: Screen {
  let service: Service
  let assessment: Assessment
  /// False where it lies over the check itself.
  let offersCheck: Bool

  var section: Section? { nil }

  /// What leads to the form of a service: the form itself, or this warning before it.
  static func wayIn(_ service: Service, _ assessment: Assessment, offersCheck: Bool = true)
    -> [Effect]
  {
    switch assessment.verdict {
    case .yes, .unknown: [.beginDraft(service: service.id)]
    case .notYet, .no:
      [
        .push(
          EligibilityWarningScreen(
            service: service, assessment: assessment, offersCheck: offersCheck))
      ]
    }
  }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .activated("back"): [.pop]
    case .activated("check"): [.replace(ScreenerScreen(service: service.id))]
    case .activated("anyway"): [.pop, .beginDraft(service: service.id)]
    default: []
    }
  }

  func view(_ context: ScreenContext) -> Page {
    let failed = assessment.rows(context).enumerated()
      .filter { assessment.reasons[$0.offset].holds == false }.map(\.element)
    var body: [View] = [
      .alert(
        Alert(
          .warning, StyledText(context.say(EligibilityWords.sentence(assessment.verdict))))),
      .gap, .rows(failed), .gap,
    ]
    if let nearest = assessment.nearestWords(context) {
      body += [
        .facts([Fact(context.say(EligibilityWords.nearest), StyledText(nearest, .strong))]), .gap,
      ]
    }
    var buttons = [Button(id: "back", context.say(FormWords.previous))]
    if offersCheck { buttons.append(Button(id: "check", context.say(EligibilityWords.check))) }
    buttons.append(Button(id: "anyway", context.say(EligibilityWords.applyAnyway)))
    body += [
      .text(StyledText(context.say(EligibilityWords.preview))), .gap, .buttons(buttons),
    ]
    return Page(
      kind: .dialog, path: [context.say(EligibilityWords.warning)], body: body,
      initialFocus: "back")
  }
}

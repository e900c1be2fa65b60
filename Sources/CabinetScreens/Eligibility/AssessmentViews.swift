import Cabinet
import CabinetServices
import TerminalUI

extension Assessment.Verdict {
  /// The tone that repeats the verdict's words.
  var tone: Tone {
    switch self {
    case .yes: .good
    case .notYet, .unknown: .warning
    case .no: .bad
    }
  }
}

extension Assessment {
  /// The rules as rows: whether each holds, the rule, the resident's own value.
  func rows(_ context: ScreenContext) -> [Row] {
    reasons.map { reason in
      let tone: Tone =
        switch reason.holds {
        case true?: .good
        case false?: .bad
        case nil: .warning
        }
      let value =
        reason.value(context) ?? context.say(EligibilityWords.notKnown)
      return Row(
        leading: StyledText(context.say(EligibilityWords.mark(reason.holds)), tone),
        title: StyledText(context.say(reason.rule.name)),
        details: [.text(StyledText(value, .dim))])
    }
  }

  /// The nearest change in words; nil where there is none to tell of.
  func nearestWords(_ context: ScreenContext) -> String? {
    nearest.map { context.say(EligibilityWords.nearest($0, today: context.today)) }
  }

  /// The verdict with its reasons, in one paragraph, for a card.
  func summary(_ context: ScreenContext) -> StyledText {
    func words(_ holds: Bool?, _ word: (Reason) -> String) -> String {
      reasons.filter { $0.holds == holds }.map(word).joined(separator: ", ")
    }
    func needed(_ reason: Reason) -> String {
      let rule = context.say(reason.rule.name)
      return reason.value(context).map { "\(rule) (\($0))" } ?? rule
    }
    let lead: Phrase
    let told: String
    switch verdict {
    case .yes:
      lead = EligibilityWords.verdict(.yes)
      told = ": " + words(true) { $0.value(context) ?? context.say($0.rule.name) }
    case .notYet, .no:
      lead = EligibilityWords.verdict(verdict)
      told = "; \(context.say(EligibilityWords.needed)): " + words(false, needed)
    case .unknown:
      let isPartlyKnown = reasons.contains { $0.holds == true }
      lead = isPartlyKnown ? EligibilityWords.soFar : EligibilityWords.toCheck
      let rest = isPartlyKnown ? "; \(context.say(EligibilityWords.leftToCheck)): " : ": "
      told = rest + words(nil) { context.say($0.rule.name) }
    }
    let text = StyledText(context.say(lead), verdict.tone) + StyledText(told)
    return nearestWords(context).map { text + StyledText(" · \($0)") } ?? text
  }
}

extension Assessment.Reason {
  /// The resident's own value; nil where nothing is known.
  func value(_ context: ScreenContext) -> String? {
    EligibilityWords.value(
      self, today: context.today, questions: context.session.questions.question
    ).map(context.say)
  }
}

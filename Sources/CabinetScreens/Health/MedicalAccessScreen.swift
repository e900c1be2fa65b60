import Cabinet
import CabinetServices
import TerminalUI

/// Who may open a card and who did: codes for doctors, and the history.
struct MedicalAccessScreen: Screen {
  let patient: MedicalPatient

  var section: Section? { .health }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard case .activated(let id) = event else { return [] }
    if id == "issue" { return [.medical(.issueCode(for: patient))] }
    if let code = id.tail(of: "revoke.") { return [.medical(.revokeCode(code))] }
    return []
  }

  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect] {
    switch outcome {
    case .medical(.codeIssued): [.notify(HealthWords.codeIssued)]
    case .medical(.codeRevoked): [.notify(HealthWords.codeRevoked)]
    default: []
    }
  }

  func view(_ context: ScreenContext) -> Page {
    let now = context.session.now
    let codes = context.session.state.medical.codes
      .filter { $0.child == patient.child && $0.standing(at: now) == .open }
    var body: [View] = [
      .heading(context.say(HealthWords.codes)),
      .text(StyledText(context.say(HealthWords.codesHelp))),
      .gap,
    ]
    for code in codes {
      body += [
        .facts([
          Fact(
            context.say(HealthWords.code),
            StyledText(code.shown, .strong)
              + StyledText(
                " · \(context.say(AppWords.by)) \(DateWords.dayAndTime(code.until, context.language))",
                .dim))
        ]),
        .buttons([Button(id: ViewID("revoke.\(code.id)"), context.say(HealthWords.revoke))]), .gap,
      ]
    }
    body += [
      .buttons([Button(id: "issue", context.say(HealthWords.issue))]), .gap,
      .heading(context.say(HealthWords.history)),
    ]
    body += history(context)
    return Page(
      path: [
        context.say(Section.health.title), context.say(patient.name),
        context.say(HealthWords.access),
      ],
      status: context.status, sections: Section.list(current: .health, context), body: body,
      initialFocus: "issue")
  }

  private func history(_ context: ScreenContext) -> [View] {
    let entries: [MedicalHistoryEntry]
    do { entries = try context.session.medicalHistory() } catch {
      return [.alert(Alert(.problem, StyledText(context.say(error.phrase))))]
    }
    let card = try? context.session.medicalCard(of: patient)
    let codes = context.session.state.medical.codes
    let rows = entries.compactMap { entry in
      MedicalHistoryWords(card: card, codes: codes)
        .sentence(entry.event, for: patient, context)
        .map { sentence in
          Row(
            leading: StyledText(
              "\(DateWords.numeric(entry.at.day)) \(entry.at.clock.prefix(5))", .dim),
            title: StyledText(sentence))
        }
    }
    return rows.isEmpty
      ? [.text(StyledText(context.say(HealthWords.noHistory), .dim))] : [.rows(rows)]
  }
}

/// The history of a card in sentences.
struct MedicalHistoryWords {
  let card: MedicalCard?
  let codes: [AccessCode]

  /// What happened, if it concerns the patient; a wrong code concerns everybody.
  func sentence(_ event: MedicalEvent, for patient: MedicalPatient, _ context: ScreenContext)
    -> String?
  {
    func child(of code: String) -> String?? { codes.first { $0.id == code }.map(\.child) }
    switch event {
    case .cardOpened(let child, let id):
      guard child == patient.child else { return nil }
      let name = id.flatMap { card?.document($0) }.map { context.say($0.name) } ?? id ?? ""
      return "\(context.say(HealthWords.youOpened)) \(name)"
    case .codeIssued(let code):
      return code.child == patient.child ? context.say(HealthWords.youIssued) : nil
    case .codeRevoked(let code):
      return child(of: code) == .some(patient.child) ? context.say(HealthWords.youRevoked) : nil
    case .codeUsed(let code, let doctor):
      return child(of: code) == .some(patient.child)
        ? "\(context.say(HealthWords.doctorOpened)) \(doctor)" : nil
    case .codeRefused(let doctor): return "\(context.say(HealthWords.wrongCode)) \(doctor)"
    }
  }
}

extension AccessCode {
  /// The digits in two groups, to be read out.
  var shown: String { "\(digits.prefix(4)) \(digits.suffix(4))" }
}

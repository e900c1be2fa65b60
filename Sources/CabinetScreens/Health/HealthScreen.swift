import Cabinet
import CabinetServices
import TerminalUI

/// The health of the family: whose cards can be read, and what in them asks for attention.
struct HealthScreen: Screen {
  var section: Section? { .health }
  var hasAside: Bool { true }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard case .activated(let id) = event else { return [] }
    if let name = id.tail(of: "patient."),
      let patient = try? context.session.medicalPatient(name)
    {
      return [.push(MedicalCardScreen(patient: patient))]
    }
    if let rest = id.tail(of: "notice."), let dot = rest.firstIndex(of: "/"),
      let patient = try? context.session.medicalPatient(String(rest[..<dot]))
    {
      return [.medical(.openDocument(String(rest[rest.index(after: dot)...]), of: patient))]
    }
    if let rest = id.tail(of: "vaccinations."),
      let patient = try? context.session.medicalPatient(rest)
    {
      return [.push(MedicalDocumentsScreen(patient: patient, kind: .vaccination))]
    }
    if id == "profile" { return [.open(.profile)] }
    return []
  }

  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect] {
    if case .medical(.documentOpened(let document, let patient)) = outcome {
      return [.push(MedicalDocumentScreen(document: document, patient: patient))]
    }
    return []
  }

  func view(_ context: ScreenContext) -> Page {
    let body: [View]
    do {
      body = try views(try context.session.medicalPatients(), context)
    } catch {
      body = [.alert(Alert(.problem, StyledText(context.say(error.phrase))))]
    }
    return Page(
      path: [context.say(Section.health.title)], status: context.status,
      sections: Section.list(current: .health, context), body: body)
  }

  private func views(_ patients: [MedicalPatient], _ context: ScreenContext)
    throws(CabinetFailure) -> [View]
  {
    var body: [View] = [
      .heading(context.say(HealthWords.cards)),
      .rows(
        patients.map { patient in
          Row(
            id: ViewID("patient.\(patient.id)"), title: StyledText(context.say(patient.name)),
            details: [.text(patient.standing(context))])
        }), .gap,
    ]
    for patient in patients {
      guard case .granted = patient.access else { continue }
      let rows = try MedicalNotices(patient: patient).rows(context)
      guard !rows.isEmpty else { continue }
      body += [
        .heading(
          context.say(HealthWords.attention) + " · " + context.say(patient.name),
          note: String(rows.count)),
        .rows(rows), .gap,
      ]
    }
    if patients.count == 1 {
      body += [
        .text(StyledText(context.say(HealthWords.addChildren), .dim)),
        .buttons([Button(id: "profile", context.say(Section.profile.title))]), .gap,
      ]
    }
    body.append(.text(StyledText(context.say(HealthWords.synthetic), .dim)))
    return body
  }
}

extension MedicalPatient {
  /// Where access to the card stands, in a word or two.
  fileprivate func standing(_ context: ScreenContext) -> StyledText {
    switch access {
    case .granted(_, _, .everything): StyledText(context.say(HealthWords.open), .good)
    case .granted(_, _, .vaccinationsAndExaminations):
      StyledText(context.say(HealthWords.openInPart), .good)
    case .requested: StyledText(context.say(HealthWords.requested), .accent)
    case .none: StyledText(context.say(HealthWords.closed), .warning)
    case .ofAge: StyledText(context.say(HealthWords.ofAge), .dim)
    }
  }
}

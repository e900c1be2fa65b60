import Cabinet
import CabinetServices
import TerminalUI

/// The documents of one kind, the latest first; with the vaccinations, those that are due.
struct MedicalDocumentsScreen: Screen {
  let patient: MedicalPatient
  let kind: MedicalDocumentKind

  var section: Section? { .health }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard case .activated(let id) = event, let document = id.tail(of: "document.") else {
      return []
    }
    return [.medical(.openDocument(document, of: patient))]
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
      let card = try context.session.medicalCard(of: patient)
      body = (kind == .vaccination ? try due(card, context) : []) + list(card, context)
    } catch {
      body = [.alert(Alert(.problem, StyledText(context.say(error.phrase))))]
    }
    return Page(
      path: [
        context.say(Section.health.title), context.say(patient.name), context.say(kind.title),
      ],
      status: context.status, sections: Section.list(current: .health, context), body: body,
      initialFocus: "documents")
  }

  private func list(_ card: MedicalCard, _ context: ScreenContext) -> [View] {
    let documents = card.documents(kind)
    return [
      .list(
        List(
          id: "documents", label: context.say(kind.title), count: documents.count,
          emptyText: StyledText(context.say(kind.emptyText))
        ) { documents[$0].row(context) })
    ]
  }

  private func due(_ card: MedicalCard, _ context: ScreenContext) throws(CabinetFailure) -> [View] {
    let due = try context.session.vaccinationsDue(card, of: patient)
    let plan = try context.session.vaccinationPlan()
    guard !due.isEmpty else {
      return [.text(StyledText(context.say(HealthWords.noPlan), .dim)), .gap]
    }
    return [
      .heading(context.say(HealthWords.toCome)),
      .rows(
        due.map { due in
          Row(
            marker: due.standing == .overdue ? "!" : "·",
            title: StyledText(context.say(due.vaccine.name)),
            details: [
              .text(StyledText("\(context.say(HealthWords.dose)) \(due.dose)", .dim)),
              .text(due.when(context)),
            ])
        }),
      .text(StyledText(context.say(plan.source), .dim)), .gap,
      .heading(context.say(HealthWords.given)),
    ]
  }
}

extension MedicalDocumentKind {
  /// What an empty list of this kind says.
  fileprivate var emptyText: Phrase {
    guard let heldSince else { return Phrase("Пока ничего нет.", "Nothing yet.") }
    return Phrase(
      "Пока ничего нет: такие документы городская карта хранит с \(heldSince) года.",
      "Nothing yet: the city's card holds such documents since \(heldSince).")
  }
}

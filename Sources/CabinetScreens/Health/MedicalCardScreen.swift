import Cabinet
import CabinetServices
import Terminal
import TerminalUI

/// The medical card of one patient: its parts, and a search over all of it.
struct MedicalCardScreen: Screen {
  let patient: MedicalPatient
  private var query = ""

  var section: Section? { .health }
  var hasAside: Bool { true }

  init(patient: MedicalPatient, query: String = "") {
    self.patient = patient
    self.query = query
  }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .textChanged("query", let text):
      query = text
      return []
    case .activated("ask"): return [.beginDraft(service: patient.serviceOfAccess)]
    case .activated("trends"): return [.push(TrendsScreen(patient: patient))]
    case .activated("access"), .actionInvoked("medical.access"):
      return [.push(MedicalAccessScreen(patient: patient))]
    case .activated(let id):
      if let kind = id.tail(of: "kind.").flatMap(MedicalDocumentKind.init) {
        return [.push(MedicalDocumentsScreen(patient: patient, kind: kind))]
      }
      if let document = id.tail(of: "document.") {
        return [.medical(.openDocument(document, of: patient))]
      }
      if let application = id.tail(of: "application.") {
        return [.push(ApplicationScreen(id: application))]
      }
      return []
    default: return []
    }
  }

  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect] {
    switch outcome {
    case .medical(.documentOpened(let document, let patient)):
      [.push(MedicalDocumentScreen(document: document, patient: patient))]
    case .draftBegan(let draft): [.replace(ApplyScreen(draft: draft))]
    default: []
    }
  }

  func actions(_ context: ScreenContext) -> [Action] {
    guard case .granted = patient.access else { return [] }
    return ActionGroup.medicalCard.actions(context)
  }

  func view(_ context: ScreenContext) -> Page {
    let body: [View]
    do {
      body = views(try context.session.medicalCard(of: patient), context)
    } catch {
      body = refusal(error, context)
    }
    return Page(
      path: [context.say(Section.health.title), context.say(patient.name)],
      status: context.status, sections: Section.list(current: .health, context), body: body,
      initialFocus: "kind.examination")
  }

  private func views(_ card: MedicalCard, _ context: ScreenContext) -> [View] {
    let found = query.isEmpty ? card.documents : card.documents(matching: query)
    var body: [View] = [
      .field(
        Field(
          id: "query", label: context.say(HealthWords.find), text: query,
          note: context.say(HealthWords.documents(found.count)),
          placeholder: context.say(HealthWords.findExample), drives: query.isEmpty ? nil : "found")),
      .gap,
    ]
    guard query.isEmpty else {
      return body + [
        .list(
          List(
            id: "found", label: context.say(HealthWords.find), count: found.count, revision: query,
            emptyText: StyledText(context.say(HealthWords.nothingFound))
          ) { found[$0].row(context) })
      ]
    }
    let kinds = MedicalDocumentKind.allCases.filter { kind in
      kind == .examination || card.documents.contains { $0.kind == kind }
    }
    body.append(
      .rows(
        kinds.map { kind in
          let some = card.documents(kind)
          let last = some.first.map {
            DateWords.long($0.day, today: context.today, context.language)
          }
          var row = Row(
            id: ViewID("kind.\(kind.rawValue)"), title: StyledText(context.say(kind.title)),
            details: [
              .text(StyledText(String(some.count))), .text(StyledText(last ?? "", .dim)),
            ])
          row.spoken =
            context.say(kind.title) + ": " + context.say(HealthWords.documents(some.count))
          if let last { row.spoken += ", \(context.say(HealthWords.lastOf)) \(last)" }
          return row
        }))
    body += [
      .gap,
      .buttons([
        Button(id: "trends", context.say(HealthWords.trends), isEnabled: !card.trends.isEmpty),
        Button(id: "access", context.say(HealthWords.access)),
      ]),
      .gap, .text(StyledText(context.say(HealthWords.hidden), .dim)),
    ]
    return body
  }

  private func refusal(_ failure: CabinetFailure, _ context: ScreenContext) -> [View] {
    let reason = patient.access == .none ? HealthWords.noAccess : failure.phrase
    var body: [View] = [.alert(Alert(.note, StyledText(context.say(reason)))), .gap]
    switch patient.access {
    case .none:
      body += [
        .text(StyledText(context.say(HealthWords.howToAsk))), .gap,
        .buttons([Button(id: "ask", context.say(HealthWords.ask))]),
      ]
    case .requested(let application):
      body.append(
        .buttons([
          Button(id: ViewID("application.\(application)"), context.say(HealthWords.showRequest))
        ]))
    case .granted, .ofAge: break
    }
    return body
  }
}

extension MedicalDocument {
  /// The document in a list, without its diagnosis.
  func row(_ context: ScreenContext) -> Row {
    Row(
      id: ViewID("document.\(id)"),
      leading: StyledText(DateWords.numeric(day), .dim), title: StyledText(context.say(name)),
      details: [.text(gist(context))])
  }

  /// The one thing that a list tells of it beside its title.
  private func gist(_ context: ScreenContext) -> StyledText {
    switch content {
    case .laboratory(let results):
      let outside = results.count(where: \.standing.isOutside)
      return outside == 0
        ? StyledText(context.say(LabResult.Standing.within.title), .dim)
        : StyledText(context.say(HealthWords.outside(outside)), .warning)
    case .prescription(let prescription):
      return prescription.words(context)
    case .sickLeave(let leave):
      return StyledText(context.say(Plural.days(leave.days)), .dim)
    case .referral(let referral):
      if let used = referral.usedOn, used <= context.today {
        return StyledText(context.say(HealthWords.used), .dim)
      }
      return referral.isOpen(on: context.today)
        ? StyledText(
          "\(context.say(AppWords.by)) \(DateWords.short(referral.until, context.language))",
          .accent) : StyledText(context.say(HealthWords.expired), .dim)
    case .vaccination(let vaccination):
      return StyledText("\(context.say(HealthWords.dose)) \(vaccination.dose)", .dim)
    case .examination, .imaging, .instrumental, .discharge:
      return StyledText(context.say(placeName), .dim)
    }
  }
}

extension Prescription {
  /// Where it stands today, in words.
  func words(_ context: ScreenContext) -> StyledText {
    switch standing(on: context.today) {
    case .valid(let left) where left <= MedicalCard.noticeDays:
      StyledText(
        context.say(left == 0 ? HealthWords.lastDay : HealthWords.daysLeft(left)), .warning)
    case .valid:
      StyledText(
        "\(context.say(AppWords.by)) \(DateWords.short(until, context.language))", .good)
    case .expired: StyledText(context.say(HealthWords.expired), .dim)
    case .dispensed: StyledText(context.say(HealthWords.dispensed), .dim)
    }
  }
}

import Cabinet
import CabinetServices
import TerminalUI

/// One document of a medical card, with all that it says.
struct MedicalDocumentScreen: Screen {
  let document: MedicalDocument
  let patient: MedicalPatient

  var section: Section? { .health }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard case .activated(let id) = event else { return [] }
    if let analyte = id.tail(of: "analyte.") {
      return [.push(TrendScreen(patient: patient, analyte: analyte))]
    }
    if id == "book", case .referral(let referral) = document.content {
      return [.push(ReferralBooking.screen(referral, of: patient, context))]
    }
    if id == "back" { return [.pop] }
    return []
  }

  func view(_ context: ScreenContext) -> Page {
    var body: [View] = [.heading(context.say(document.name)), .facts(origin(context)), .gap]
    body += content(context)
    if let diagnosis = document.diagnosis {
      body += [
        .facts([
          Fact(
            context.say(HealthWords.diagnosis), StyledText(context.say(diagnosis.name)))
        ]), .gap,
      ]
    }
    body.append(
      .facts(
        document.passages.map { passage in
          Fact(context.say(passage.name), StyledText(context.say(passage.wording)))
        }))
    body += [
      .gap, .text(StyledText(context.say(HealthWords.opened), .dim)), .gap,
      .buttons(buttons(context)),
    ]
    return Page(
      path: [
        context.say(Section.health.title), context.say(patient.name),
        context.say(document.kind.title),
      ], status: context.status, body: body)
  }

  private func buttons(_ context: ScreenContext) -> [Button] {
    var buttons = [Button(id: "back", context.say(AppWords.close))]
    if case .referral(let referral) = document.content, referral.isOpen(on: context.today) {
      buttons.insert(Button(id: "book", context.say(HealthWords.book)), at: 0)
    }
    return buttons
  }

  private func origin(_ context: ScreenContext) -> [Fact] {
    var facts = [
      Fact(
        context.say(HealthWords.when),
        StyledText(DateWords.long(document.day, today: context.today, context.language))),
      Fact(context.say(HealthWords.place), StyledText(context.say(document.placeName))),
    ]
    if !document.doctor.isEmpty {
      facts.append(
        Fact(context.say(HealthWords.doctor), StyledText(context.say(document.signature))))
    }
    return facts
  }

  private func content(_ context: ScreenContext) -> [View] {
    switch document.content {
    case .examination, .imaging, .instrumental, .discharge: []
    case .laboratory(let results): [.rows(results.map { row($0, context) }), .gap]
    case .vaccination(let vaccination):
      [
        .facts([
          Fact(context.say(HealthWords.doseTitle), StyledText(String(vaccination.dose))),
          Fact(context.say(HealthWords.series), StyledText(vaccination.series)),
        ])
      ]
    case .prescription(let prescription): [.facts(facts(prescription, context))]
    case .sickLeave(let leave): [.facts(facts(leave, context))]
    case .referral(let referral): [.facts(facts(referral, context))]
    }
  }

  private func row(_ result: LabResult, _ context: ScreenContext) -> Row {
    let isOutside = result.standing.isOutside
    var row = Row(
      id: ViewID("analyte.\(result.analyte)"), title: StyledText(context.say(result.name)),
      details: [
        .text(StyledText(result.value.text(context.language), isOutside ? .warning : .strong)),
        .text(StyledText(context.say(result.unitInWords), .dim)),
        .text(StyledText(context.say(result.range), .dim)),
        .text(
          StyledText(context.say(result.standing.title), isOutside ? .warning : .dim)),
      ])
    row.spoken = context.say(HealthWords.spoken(result))
    return row
  }

  private func facts(_ prescription: Prescription, _ context: ScreenContext) -> [Fact] {
    [
      Fact(context.say(HealthWords.medicine), StyledText(context.say(prescription.name))),
      Fact(context.say(HealthWords.dosage), StyledText(context.say(prescription.instructions))),
      Fact(
        context.say(HealthWords.validUntil),
        StyledText(DateWords.long(prescription.until, today: context.today, context.language))
          + " · " + prescription.words(context)),
    ]
  }

  private func facts(_ leave: SickLeave, _ context: ScreenContext) -> [Fact] {
    let first = DateWords.long(leave.from, today: context.today, context.language)
    let last = DateWords.long(leave.to, today: context.today, context.language)
    return [
      Fact(context.say(HealthWords.leaveNumber), StyledText(leave.number)),
      Fact(
        context.say(HealthWords.period),
        StyledText("\(first) — \(last), \(context.say(Plural.days(leave.days)))")),
      Fact(
        context.say(HealthWords.state),
        StyledText(context.say(leave.isClosed ? HealthWords.leaveClosed : HealthWords.leaveOpen))),
    ]
  }

  private func facts(_ referral: Referral, _ context: ScreenContext) -> [Fact] {
    let until = DateWords.long(referral.until, today: context.today, context.language)
    let state: StyledText =
      if let used = referral.usedOn, used <= context.today {
        StyledText(
          "\(context.say(HealthWords.used)) "
            + DateWords.long(used, today: context.today, context.language), .dim)
      } else if referral.isOpen(on: context.today) {
        StyledText(context.say(HealthWords.canBook), .good)
      } else {
        StyledText(context.say(HealthWords.expired), .dim)
      }
    return [
      Fact(context.say(HealthWords.to), StyledText(context.say(referral.target))),
      Fact(context.say(HealthWords.purpose), StyledText(context.say(referral.reason))),
      Fact(context.say(HealthWords.validUntil), StyledText(until) + " · " + state),
    ]
  }
}

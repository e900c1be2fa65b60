import Cabinet
import CabinetServices
import TerminalUI

/// What was measured over time: one line an analyte, with its last value and where it went.
struct TrendsScreen: Screen {
  let patient: MedicalPatient

  var section: Section? { .health }
  var hasAside: Bool { true }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard case .activated(let id) = event, let analyte = id.tail(of: "analyte.") else { return [] }
    return [.push(TrendScreen(patient: patient, analyte: analyte))]
  }

  func view(_ context: ScreenContext) -> Page {
    let trends = Alphabet.sorted(
      (try? context.session.medicalCard(of: patient))?.trends ?? []
    ) { context.say($0.name) }
    return Page(
      path: [
        context.say(Section.health.title), context.say(patient.name),
        context.say(HealthWords.trends),
      ],
      status: context.status, sections: Section.list(current: .health, context),
      body: [.rows(trends.compactMap { row($0, context) })])
  }

  private func row(_ trend: Trend, _ context: ScreenContext) -> Row? {
    guard let last = trend.points.last else { return nil }
    let direction =
      switch trend.direction {
      case .up: HealthWords.up
      case .down: HealthWords.down
      case .same: HealthWords.same
      case nil: HealthWords.once
      }
    let isOutside = last.result.standing.isOutside
    return Row(
      id: ViewID("analyte.\(trend.analyte)"), title: StyledText(context.say(trend.name)),
      details: [
        .text(StyledText(last.result.value.text(context.language), .strong)),
        .text(StyledText(context.say(last.result.unitInWords), .dim)),
        .text(
          StyledText(context.say(last.result.standing.title), isOutside ? .warning : .dim)),
        .text(StyledText(context.say(direction), .dim)),
      ])
  }
}

/// One analyte over time: a chart whose lines stand beside the numbers that they draw.
struct TrendScreen: Screen {
  let patient: MedicalPatient
  let analyte: String

  var section: Section? { .health }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard case .activated(let id) = event else { return [] }
    if let document = id.tail(of: "document.") {
      return [.medical(.openDocument(document, of: patient))]
    }
    return []
  }

  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect] {
    if case .medical(.documentOpened(let document, let patient)) = outcome {
      return [.push(MedicalDocumentScreen(document: document, patient: patient))]
    }
    return []
  }

  func view(_ context: ScreenContext) -> Page {
    var path = [context.say(Section.health.title), context.say(patient.name)]
    guard let trend = (try? context.session.medicalCard(of: patient))?.trend(of: analyte),
      let last = trend.points.last?.result
    else { return Page(path: path, body: []) }
    path.append(context.say(HealthWords.trends))
    let range = context.say(last.range)
    return Page(
      path: path, status: context.status, sections: Section.list(current: .health, context),
      body: [
        .heading("\(context.say(trend.name)), \(context.say(last.unitInWords))"),
        .text(
          StyledText(
            range.isEmpty
              ? context.say(HealthWords.noRange) : context.say(HealthWords.range(last.range)), .dim)
        ),
        .gap, .rows(trend.points.reversed().map { row($0, trend.span, context) }), .gap,
        .text(StyledText(context.say(HealthWords.askDoctor), .dim)),
      ])
  }

  private func row(_ point: Trend.Point, _ span: ClosedRange<Quantity>, _ context: ScreenContext)
    -> Row
  {
    let result = point.result
    let isOutside = result.standing.isOutside
    let day = DateWords.numeric(point.day)
    let value = "\(result.value.text(context.language)) \(context.say(result.unitInWords))"
    let standing = context.say(result.standing.title)
    var row = Row(
      id: ViewID("document.\(point.document)"),
      title: StyledText(day),
      details: [
        .text(StyledText(result.value.text(context.language), .strong)),
        .scale(
          Scale(
            value: result.value.thousandths, low: result.low?.thousandths,
            high: result.high?.thousandths,
            span: span.lowerBound.thousandths...span.upperBound.thousandths)),
        .text(
          StyledText(standing, isOutside ? .warning : .dim)),
      ])
    row.spoken = "\(day): \(value)" + (standing.isEmpty ? "" : ", \(standing)")
    return row
  }
}

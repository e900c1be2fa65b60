import Cabinet
import CabinetServices
import TerminalUI

extension AgendaItem {
  /// The item in a list: when, what, for whom, where.
  func row(_ context: ScreenContext) -> Row {
    let urgency = urgency(on: context.today)
    let isPressing = needsResident && urgency <= .tomorrow
    return Row(
      id: ViewID("item.\(id)"), marker: isPressing ? "!" : " ",
      leading: StyledText(moment(context), isPressing ? .warning : .plain),
      title: StyledText(context.say(title)),
      details: memberName.isEmpty ? [] : [.text(StyledText(memberName, .accent))])
  }

  /// The day with its weekday, and the hour where there is one: `вт 19 янв, 09:40`.
  private func moment(_ context: ScreenContext) -> String {
    let weekday = DateWords.weekday(day, context.language)
    var text = "\(weekday) \(DateWords.short(day, context.language))"
    if day.year != context.today.year { text += " \(day.year)" }
    if case .time(let start, _) = when { text += ", \(start.clock.prefix(5))" }
    return text
  }
}

extension AgendaItem.Kind {
  /// True for what the home screen tells of in a part of its own.
  var isOnHomeAnyway: Bool {
    switch self {
    case .appointment, .payment, .request, .decision, .draft: true
    case .prescription, .referral, .vaccination, .document, .renewal, .meters: false
    }
  }
}

extension AgendaItem.Origin {
  /// Shows where an item comes from.
  func open(_ context: ScreenContext) -> [Effect] {
    switch self {
    case .booking(let id): return AppointmentsScreen.open(ViewID("booking.\(id)"), context)
    case .application(let id): return [.push(ApplicationScreen(id: id))]
    case .draft(let id):
      return context.session.state.draft(id).map { [.push(ApplyScreen(resuming: $0, context))] }
        ?? []
    case .medicalDocument(let id, let patient):
      guard let patient = try? context.session.medicalPatient(patient) else { return [] }
      return [.medical(.openDocument(id, of: patient))]
    case .vaccinations(let patient):
      guard let patient = try? context.session.medicalPatient(patient) else { return [] }
      return [.push(MedicalDocumentsScreen(patient: patient, kind: .vaccination))]
    case .profile: return [.push(ProfileScreen(isLayer: true))]
    case .service(let id): return [.push(ServiceScreen(id: id))]
    }
  }
}

extension AgendaConflict {
  /// The conflict in one sentence.
  ///
  /// - Parameter way: minutes that the way between two places is taken to need.
  func sentence(way: Int) -> Phrase {
    func name(_ item: AgendaItem, _ language: Language) -> String {
      "\(DateWords.dayAndTime(item.start, language)) \(item.title[language])"
    }
    let ru = "\(name(first, .russian)) и \(name(second, .russian))"
    let en = "\(name(first, .english)) and \(name(second, .english))"
    return switch reason {
    case .overlap: Phrase("\(ru): в одно время", "\(en): at the same time")
    case .tooClose(let minutes):
      Phrase(
        "\(ru): между ними \(minutes)\u{A0}мин, на дорогу нужно около \(way)",
        "\(en): \(minutes)\u{A0}min between, the way takes about \(way)")
    }
  }
}

extension AgendaItem.Urgency {
  /// The heading of such items.
  var title: Phrase {
    switch self {
    case .overdue: Phrase("Срок прошёл", "Overdue")
    case .today: Phrase("Сегодня", "Today")
    case .tomorrow: Phrase("Завтра", "Tomorrow")
    case .week: Phrase("В ближайшие 7 дней", "Within 7 days")
    case .later: Phrase("Позже", "Later")
    }
  }
}

import Cabinet

extension CabinetSession {
  /// What follows from the profile and from what was granted: documents, permits, meters.
  var rulesAgendaItems: [AgendaItem] { passport + renewals + meters }

  /// The passport is replaced at 20 and at 45.
  private var passport: [AgendaItem] {
    guard let birth = state.profile["birthDate"].flatMap({ Day($0) }),
      let issued = state.profile["passportIssuedOn"].flatMap({ Day($0) }),
      let end = PassportNumber.validUntil(birth: birth, issued: issued)
    else { return [] }
    return [
      AgendaItem(
        id: "passport", kind: .document, when: .day(end),
        title: Phrase("Заменить паспорт: последний день", "Replace the passport: last day"),
        origin: .profile, needsResident: true)
    ]
  }

  /// The service whose permit runs out, and the months before its end from which a new one can be asked for.
  ///
  /// Source: transport.mos.ru, as of 2021: two months.
  private static let permit = (service: "resident-parking-permit", months: 2)

  /// Permits that were granted can be renewed from two months before their end.
  private var renewals: [AgendaItem] {
    state.applications.compactMap { application in
      guard application.submission.service == Self.permit.service, application.phase == .granted,
        let years = application.answers["years"]?.text.flatMap(Int.init)
      else { return nil }
      let end = application.lastEvent.at.day.adding(years: years)
      let plate =
        application.answers.values.lazy.compactMap { answer -> String? in
          if case .reference(let reference) = answer { reference.facts["plate"] } else { nil }
        }.first ?? ""
      return AgendaItem(
        id: "renewal-\(application.id)", kind: .renewal,
        when: .day(end.adding(months: -Self.permit.months)),
        title: Phrase(
          "Можно продлить парковочное разрешение \(plate)",
          "The parking permit \(plate) can be renewed"),
        origin: .service(Self.permit.service), needsResident: true)
    }
  }

  /// A window for meter readings, told by its last day of a month.
  private struct Window {
    var id: String
    var title: Phrase
    var lastDay: Int
  }

  /// Source: the city's announcements of 2021: water from the 15th to the 3rd, electricity from the 15th to the 26th.
  private static let windows = [
    Window(
      id: "water",
      title: Phrase("Показания воды: принимают с 15-го", "Water readings: taken from the 15th"),
      lastDay: 3),
    Window(
      id: "electricity",
      title: Phrase(
        "Показания электричества: принимают с 15-го", "Electricity readings: taken from the 15th"),
      lastDay: 26),
  ]

  /// The last days of the windows that are open or come next, for a home with a payer code.
  private var meters: [AgendaItem] {
    let homes = state.profile.objects(.home).filter { !($0.facts["payerCode"] ?? "").isEmpty }
    guard !homes.isEmpty else { return [] }
    return Self.windows.compactMap { window in
      let month = MonthGrid(of: today)
      let ends = [0, 1].compactMap { offset -> Day? in
        let grid = month.adding(months: offset)
        return Day(grid.year, grid.month, window.lastDay)
      }
      guard let end = ends.first(where: { $0 >= today }) else { return nil }
      return AgendaItem(
        id: "meters-\(window.id)-\(end)", kind: .meters, when: .day(end),
        title: window.title, origin: .profile, needsResident: true)
    }
  }
}

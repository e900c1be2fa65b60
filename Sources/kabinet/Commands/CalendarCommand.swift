import ArgumentParser
import Cabinet
import CabinetServices

/// Everything with a date.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "Every appointment and deadline, by date.")

  @Option(help: "Write them as an iCalendar file; - for standard output.")
  var ics: String?
  @Option(help: "Only this one, by its id.")
  var only: String?
  @Option(name: .customLong("for"), help: "Only whose: me, or the id of a person, child or pet.")
  var member: String?
  @Option(
    help: "Minutes that the way between two places takes, 0 to 240; else as the settings have it.")
  var way: Int?
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: Options

  func validate() throws {
    if let way, !(0...240).contains(way) {
      throw ValidationError(
        Phrase(
          "--way ждёт минуты от 0 до 240, а не \(way).",
          "--way takes minutes from 0 to 240, not \(way)."))
    }
    if json, ics == "-" {
      throw ValidationError(
        Phrase(
          "--json и --ics - оба хотят писать в вывод; назовите файл для --ics.",
          "--json and --ics - both want standard output; name a file for --ics."))
    }
  }

  func run() throws {
    let session = try options.openSession()
    try options.catchUp(session)
    let language = options.language
    if let member { try refuseUnknown(member, session.state.profile) }
    // Other calendars are told of what was called off, too.
    let all = ics == nil ? session.agendaItems : session.calendarItems
    let items = all.filter { item in
      (only == nil || item.id == only)
        && (member == nil || (item.member ?? MedicalPatient.ownID) == member)
    }
    if let only, items.isEmpty { throw CabinetFailure.notFound(Self.noSuchItem(only)) }
    if let ics {
      let file = ICalendar.file(items, language, at: session.now)
      if ics == "-" {
        try StandardOutput.write(file: file)
        return
      }
      let path = try RecordFile.write(file, to: ics)
      if !json { print(Phrase("Записано: \(path)", "Written: \(path)")[language]) }
    }
    if json {
      try JSONOutput.print(
        items.filter { !$0.isCancelled }.map { AgendaItemJSON($0, today: session.today, language) }
      )
    } else if ics == nil {
      report(items, all, session, language)
    }
  }

  private func report(
    _ items: [AgendaItem], _ all: [AgendaItem], _ session: CabinetSession, _ language: Language
  ) {
    if items.isEmpty { print(Phrase("Ничего не назначено.", "Nothing is planned.")[language]) }
    for item in items {
      let hour = if case .time(let start, _) = item.when { " \(start.clock.prefix(5))" } else { "" }
      let parts = [
        "\(item.day)\(hour)", item.memberName, item.title[language], item.place[language], item.id,
      ]
      print(parts.filter { !$0.isEmpty }.joined(separator: "  "))
    }
    let way = way ?? SettingsFolder(options.settingsFolder).preferences().0.way
    for conflict in AgendaConflict.all(among: all, wayMinutes: way) {
      StandardError.write(
        Phrase("мешают друг другу: ", "in each other's way: ")[language]
          + "\(conflict.first.id), \(conflict.second.id)\n")
    }
  }

  /// Refuses whom nobody knows, rather than find nothing planned for them.
  private func refuseUnknown(_ member: String, _ profile: Profile) throws {
    let kinds: [Profile.Object.Kind] = [.person, .child, .pet]
    let known = [MedicalPatient.ownID] + kinds.flatMap { profile.objects($0).map(\.id) }
    guard !known.contains(member) else { return }
    let ids = known.joined(separator: ", ")
    throw CabinetFailure.notFound(
      Phrase(
        "«\(member)» среди ваших данных нет. Ничего не изменилось. Есть: \(ids).",
        "There is no \(member) among your details. Nothing was changed. There are: \(ids)."))
  }

  private static func noSuchItem(_ id: String) -> Phrase {
    Phrase(
      "События «\(id)» в календаре нет. Ничего не записано.",
      "The calendar has no event \(id). Nothing was written.")
  }
}

/// An event of the calendar.
struct AgendaItemJSON: Encodable {
  var id: String
  var kind: String
  var date: String
  @OrNull var at: String?
  @OrNull var end: String?
  var title: String
  var place: String
  var member: String
  var urgency: String
  var needsYou: Bool

  init(_ item: AgendaItem, today: Day, _ language: Language) {
    id = item.id
    kind = item.kind.rawValue
    date = item.day.description
    if case .time(let start, let finish) = item.when {
      at = start.description
      end = finish.description
    }
    title = item.title[language]
    place = item.place[language]
    member = item.member ?? MedicalPatient.ownID
    urgency = "\(item.urgency(on: today))"
    needsYou = item.needsResident
  }
}

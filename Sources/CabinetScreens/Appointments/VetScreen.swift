import Cabinet
import CabinetServices
import TerminalUI

/// Which pet, what is to be done, by whom and where; then the time.
struct VetScreen: Screen {
  private let kind: BookingKind
  private var pet: String?
  private var speciality: String
  private var station: String
  private var services: Set<String> = []
  private var complaint = ""
  private var problem: String?

  var section: Section? { .pets }
  var focusUse: FocusUse { .shown }

  init(kind: BookingKind, _ context: ScreenContext, pet: String? = nil) {
    self.kind = kind
    let pets = context.session.state.profile.objects(.pet)
    self.pet = pet ?? pets.first?.id
    let stations = context.session.institutions(for: kind)
    station = stations.first?.id ?? ""
    speciality = ""
    speciality = specialities(context).first?.id ?? ""
    preselect(context)
  }

  private func species(_ context: ScreenContext) -> String? {
    context.session.state.profile.objects(.pet).first { $0.id == pet }?.facts["species"]
  }

  /// The specialities that have a service of this kind.
  private func specialities(_ context: ScreenContext) -> [Speciality] {
    context.session.specialities(kind, in: station).filter { !given($0, context).isEmpty }
  }

  private func given(_ speciality: Speciality, _ context: ScreenContext) -> [Speciality.Service] {
    (speciality.services ?? []).filter {
      VetServices.isGiven($0, kind, species: species(context))
    }
  }

  private func chosen(_ context: ScreenContext) -> Speciality? {
    specialities(context).first { $0.id == speciality }
  }

  /// Where there is but one service, it is meant.
  private mutating func preselect(_ context: ScreenContext) {
    guard let chosen = chosen(context) else { return }
    let given = given(chosen, context).map(\.id)
    services = services.intersection(given)
    if given.count == 1 { services = Set(given) }
  }

  private func request(_ context: ScreenContext) -> BookingRequest? {
    guard let object = context.session.state.profile.objects(.pet).first(where: { $0.id == pet })
    else { return nil }
    var details: [String: String] = [:]
    details["species"] = object.facts["species"]
    details["breed"] = object.facts["breed"]
    details["chip"] = object.facts["chip"]
    if !complaint.isEmpty { details["complaint"] = complaint }
    let subject = BookingSubject(id: object.id, name: object.facts["name"] ?? object.title)
    return BookingRequest(
      kind: kind, subject: subject, speciality: speciality, services: services.sorted(),
      details: details)
  }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    problem = nil
    switch event {
    case .chosen("pet", let values):
      pet = values.first ?? pet
      preselect(context)
    case .chosen("speciality", let values):
      speciality = values.first ?? speciality
      services = []
      preselect(context)
    case .chosen("station", let values): station = values.first ?? station
    case .chosen("services", let values): services = values
    case .textChanged("complaint", let text): complaint = text
    case .activated("addPet"): return [.push(ProfileFormScreen(adding: .pet, context))]
    case .activated("times"):
      guard let request = request(context) else { return [] }
      do { _ = try context.session.question(request) } catch {
        problem = context.say(error.phrase)
        return [.focus("services")]
      }
      return [.push(SlotGridScreen(request: request, registry: station, context))]
    default: break
    }
    return []
  }

  func view(_ context: ScreenContext) -> Page {
    let path = [context.say(Section.pets.title), context.say(kind.title)]
    let pets = context.session.state.profile.objects(.pet)
    guard !pets.isEmpty else {
      return Page(
        path: path, status: context.status,
        body: [
          .text(
            StyledText(
              context.say(
                Phrase(
                  "Сначала расскажите о питомце: врачу нужны вид и кличка.",
                  "Tell about the pet first: the vet needs its species and name.")))), .gap,
          .buttons([Button(id: "addPet", context.say(Phrase("Добавить питомца", "Add a pet")))]),
        ])
    }
    var body: [View] = []
    func choice(_ id: ViewID, _ label: Phrase, _ options: [(String, String)], _ value: String?) {
      guard options.count > 1 else { return }
      body.append(
        .choice(
          Choice(
            id: id, label: context.say(label),
            options: options.map { Choice.Option(value: $0.0, title: $0.1) },
            selected: value.map { [$0] } ?? [])))
    }
    choice("pet", Phrase("Питомец", "Pet"), pets.map { ($0.id, $0.facts["name"] ?? $0.title) }, pet)
    choice(
      "speciality", Phrase("Врач", "Vet"),
      specialities(context).map { ($0.id, context.say($0.name)) }, speciality)
    if let chosen = chosen(context) { body.append(.choice(serviceChoice(chosen, context))) }
    choice(
      "station", Phrase("Станция", "Station"),
      context.session.institutions(for: kind).map { ($0.id, context.say($0.name)) }, station)
    body += [
      .field(
        Field(
          id: "complaint", label: context.say(BookingWords.complaint), text: complaint,
          help: context.say(
            Phrase("Что беспокоит; можно не заполнять.", "What is wrong; may stay empty.")))),
      .gap,
    ]
    let limit = kind.rules.leadMinutes
    var sentences = [context.say(sum(context))]
    if limit >= 60 {
      sentences.append(
        context.say(
          Phrase(
            "Записаться, перенести и отменить — не позже чем за \(Plural.hours.ru(limit / 60)).",
            "Book, move and cancel until \(Plural.hours.en(limit / 60)) before.")))
    }
    if kind == .vetOnline {
      sentences.append(
        context.say(
          Phrase(
            "Оплатить — в течение 15 минут после записи.", "Pay within 15 minutes of booking.")))
    }
    body += [
      .text(StyledText(sentences.filter { !$0.isEmpty }.joined(separator: " "), .dim)), .gap,
      .buttons([
        Button(id: "times", context.say(Phrase("Выбрать время", "Choose a time")))
      ]),
    ]
    return Page(path: path, status: context.status, body: body)
  }

  private func serviceChoice(_ speciality: Speciality, _ context: ScreenContext) -> Choice {
    Choice(
      id: "services", label: context.say(BookingWords.servicesOf),
      options: given(speciality, context).map { service in
        let price = service.price ?? 0
        return Choice.Option(
          value: service.id, title: context.say(service.name),
          note: "\(context.say(Plural.minutes(service.minutes))), "
            + (price == 0
              ? context.say(BookingWords.free) : context.say(Money(kopecks: price).inWords)))
      }, selected: services, allowsMany: true, problem: problem, isRequired: true)
  }

  /// How long it takes and what it costs.
  private func sum(_ context: ScreenContext) -> Phrase {
    guard let request = request(context), let question = try? context.session.question(request),
      let minutes = question.minutes, let chosen = chosen(context)
    else { return Phrase("", "") }
    let price = (chosen.services ?? []).filter { services.contains($0.id) }
      .reduce(0) { $0 + ($1.price ?? 0) }
    let rules = kind.rules
    let way = rules.travelBefore + rules.travelAfter
    let cost =
      price == 0
      ? BookingWords.free
      : Money(kopecks: price).inWords
    return Phrase(
      "Займёт \(Plural.minutes.ru(minutes))\(way > 0 ? " и \(way / 60) часа дороги врача" : ""), \(cost.ru).",
      "It takes \(Plural.minutes.en(minutes))\(way > 0 ? " and \(way / 60) hours of the vet's way" : ""), \(cost.en)."
    )
  }
}

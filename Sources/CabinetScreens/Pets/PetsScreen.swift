import Cabinet
import CabinetServices
import TerminalUI

/// The resident's pets, with what each needs next.
struct PetsScreen: Screen {
  var section: Section? { .pets }
  var hasAside: Bool { true }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard case .activated(let id) = event else { return [] }
    if let pet = id.tail(of: "pet.") { return [.push(PetScreen(id: pet))] }
    switch id {
    case "add": return [.push(ProfileFormScreen(adding: .pet, context))]
    case "vet": return [.push(VetScreen(kind: .vet, context))]
    case "vetHome": return [.push(VetScreen(kind: .vetHome, context))]
    case "vetOnline": return [.push(VetScreen(kind: .vetOnline, context))]
    default: break
    }
    if let service = id.tail(of: "service.") { return [.push(ServiceScreen(id: service))] }
    return AppointmentsScreen.open(id, context)
  }

  func view(_ context: ScreenContext) -> Page {
    let pets = context.session.state.profile.objects(.pet)
    let visits = context.session.upcomingAppointments.filter(\.kind.isVet)
    var body: [View] = []
    if pets.isEmpty {
      body += [
        .text(
          StyledText(
            context.say(
              Phrase(
                "Питомцев пока нет. Расскажите о питомце, и его можно будет записать к врачу.",
                "There are no pets yet. Tell about one, and it can be booked to a vet.")))), .gap,
      ]
    } else {
      body += [.rows(pets.map { row($0, context) }), .gap]
    }
    body += [
      .buttons([Button(id: "add", context.say(Phrase("Добавить питомца", "Add a pet")))]), .gap,
    ]
    if !visits.isEmpty {
      body += [
        .heading(context.say(BookingWords.upcoming), note: String(visits.count)),
        .rows(visits.map { $0.row(context) }), .gap,
      ]
    }
    let choices: [(ViewID, Phrase)] = [
      ("vet", BookingWords.toVet), ("vetHome", BookingWords.vetHome),
      ("vetOnline", BookingWords.vetOnline),
      (
        "service.pet-registration",
        Phrase("Зарегистрировать питомца", "Register a pet")
      ),
      (
        "service.lost-pet-notice",
        Phrase("Пропал или нашёлся питомец", "A pet was lost or found")
      ),
    ]
    body += [
      .heading(context.say(Phrase("Что можно сделать", "What can be done"))),
      .rows(choices.map { Row(id: $0.0, title: StyledText(context.say($0.1))) }),
    ]
    return Page(
      path: [context.say(Section.pets.title)], status: context.status,
      sections: Section.list(current: .pets, context), body: body)
  }

  private func row(_ pet: Profile.Object, _ context: ScreenContext) -> Row {
    let due = PetCare.vaccinations(of: pet).compactMap(\.due).min()
    let state: StyledText
    if let due {
      state =
        due < context.today
        ? StyledText(context.say(Phrase("пора прививать", "vaccination overdue")), .warning)
        : StyledText(
          "\(context.say(Phrase("прививка до", "vaccinated until"))) "
            + DateWords.long(due, today: context.today, context.language))
    } else {
      state = StyledText(context.say(Phrase("прививки не указаны", "vaccinations unknown")), .dim)
    }
    let age = pet.facts["birthDate"].flatMap { Day($0) }?.wholeYears(until: context.today)
    return Row(
      id: ViewID("pet.\(pet.id)"), title: StyledText(pet.facts["name"] ?? pet.title, .strong),
      details: [
        .text(
          StyledText(
            [pet.facts["species"].map(context.species), age.map { context.say(Plural.years($0)) }]
              .compactMap { $0 }
              .joined(separator: ", "))), .text(state),
      ])
  }
}

/// One pet: its passport, its vaccinations, its visits to the vet.
struct PetScreen: Screen {
  let id: String

  var section: Section? { .pets }

  private func pet(_ context: ScreenContext) -> Profile.Object? {
    context.session.state.profile.objects(.pet).first { $0.id == id }
  }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard case .activated(let target) = event else { return [] }
    switch target {
    case "vet": return [.push(VetScreen(kind: .vet, context, pet: id))]
    case "vetHome": return [.push(VetScreen(kind: .vetHome, context, pet: id))]
    case "vetOnline": return [.push(VetScreen(kind: .vetOnline, context, pet: id))]
    case "change": return pet(context).map { [.push(ProfileFormScreen($0))] } ?? []
    default: return AppointmentsScreen.open(target, context)
    }
  }

  func view(_ context: ScreenContext) -> Page {
    guard let pet = pet(context) else { return Page(path: [id], body: []) }
    let fields = ProfileForms.form(.pet).fields
    let facts = fields.compactMap { field -> Fact? in
      guard !PetCare.isVaccination(field.id), let value = pet.facts[field.id], !value.isEmpty else {
        return nil
      }
      return Fact(
        context.say(field.name), StyledText(field.shown(.text(value), context.language)))
    }
    let vaccinations = PetCare.vaccinations(of: pet).map { vaccination -> Row in
      guard let given = vaccination.given, let due = vaccination.due else {
        return Row(
          title: StyledText(context.say(vaccination.title)),
          details: [.text(StyledText(context.say(Phrase("нет сведений", "not known")), .dim))])
      }
      let isOver = due < context.today
      return Row(
        title: StyledText(context.say(vaccination.title)),
        details: [
          .text(StyledText(DateWords.long(given, today: context.today, context.language))),
          .text(
            StyledText(
              (isOver
                ? context.say(Phrase("пора: срок вышел", "overdue since"))
                : context.say(Phrase("действует до", "valid until"))) + " "
                // With its year where that is another one than of the date above.
                + DateWords.long(due, today: given, context.language),
              isOver ? .warning : .good)),
        ])
    }
    let visits = context.session.appointments.filter { $0.kind.isVet && $0.subject.id == id }
      .reversed()
    var body: [View] = [
      .facts(facts), .gap, .heading(context.say(Phrase("Прививки", "Vaccinations"))),
      .rows(vaccinations), .gap,
    ]
    if !visits.isEmpty {
      body += [
        .heading(context.say(Phrase("Визиты", "Visits")), note: String(visits.count)),
        .rows(visits.map { $0.row(context) }), .gap,
      ]
    }
    body.append(
      .buttons([
        Button(id: "vet", context.say(BookingWords.toVet)),
        Button(id: "vetHome", context.say(Phrase("Врач на дом", "Vet home"))),
        Button(id: "vetOnline", context.say(Phrase("Врач онлайн", "Vet online"))),
        Button(id: "change", context.say(FormWords.change).capitalizedFirst),
      ]))
    return Page(
      path: [context.say(Section.pets.title), pet.facts["name"] ?? pet.title],
      status: context.status, body: body)
  }
}

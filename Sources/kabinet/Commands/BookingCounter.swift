import Cabinet
import CabinetServices

/// Books from a command line: finds for whom and where, then asks the session.
struct BookingCounter {
  let session: CabinetSession
  let kind: BookingKind
  let services: [String]
  let details: [String: String]
  let order: BookOrder

  /// The free times that fit, in the order of time.
  func free() throws -> [SlotOffer] {
    let subject = try subject()
    try refuseClosedDay()
    let registries = try registries()
    try read(registries)
    let specialities = try specialities(in: registries)
    var offers: [SlotOffer] = []
    for registry in registries {
      let given = Set(session.specialities(kind, in: registry).map(\.id))
      for speciality in specialities where given.contains(speciality.id) {
        guard isFor(speciality, subject),
          let question = try? session.question(request(speciality.id, subject))
        else { continue }
        for slot in try session.slots(question, in: registry)
        where order.day == nil || slot.at.day == order.day.flatMap({ Day($0) }) {
          guard let talon = session.talon(slot, kind: kind) else { continue }
          offers.append(SlotOffer(slot: slot, talon: talon))
        }
      }
    }
    offers.sort { $0.slot.at != $1.slot.at ? $0.slot.at < $1.slot.at : $0.id < $1.id }
    return order.limit.map { Array(offers.prefix($0)) } ?? offers
  }

  /// Refuses a day for which the schedule is not open, which has no times rather than no free ones.
  private func refuseClosedDay() throws {
    let open = session.openDays(kind)
    guard let day = order.day.flatMap({ Day($0) }), !open.contains(day), let first = open.first,
      let last = open.last
    else { return }
    throw CabinetFailure.booking(
      .notPossible(
        Phrase(
          "На \(day.russian) расписания нет: оно открыто с \(first.russian) по \(last.russian). "
            + "Ничего не изменилось.",
          "There is no schedule for \(day.russian): it is open from \(first.russian) to "
            + "\(last.russian). Nothing was changed.")))
  }

  /// The specialities that are asked for, one of which must give all the services.
  ///
  /// What there is not at all is refused rather than found to be full.
  private func specialities(in registries: [String]) throws -> [Speciality] {
    var given: [Speciality] = []
    for speciality in registries.flatMap({ session.specialities(kind, in: $0) })
    where !given.contains(where: { $0.id == speciality.id }) { given.append(speciality) }
    let asked = given.filter { order.speciality == nil || order.speciality == $0.id }
    if let name = order.speciality, asked.isEmpty {
      throw refusal(of: name, known: given.map(\.id))
    }
    guard !services.isEmpty else { return asked }
    let known = asked.flatMap { ($0.services ?? []).map(\.id) }
    if let name = services.first(where: { !known.contains($0) }) {
      throw refusal(of: name, known: known)
    }
    let fitting = asked.filter { speciality in
      services.allSatisfy { id in (speciality.services ?? []).contains { $0.id == id } }
    }
    guard fitting.isEmpty else { return fitting }
    throw CabinetFailure.booking(
      .notPossible(
        Phrase(
          "Эти услуги делают разные специалисты, а запись — к одному. Ничего не изменилось.",
          "Different specialists give these services, and an appointment is with one. "
            + "Nothing was changed.")))
  }

  private func refusal(of name: String, known: [String]) -> CabinetFailure {
    let known = known.joined(separator: ", ")
    return .booking(
      .notPossible(
        Phrase(
          "«\(name)» здесь нет. Ничего не изменилось. Есть: \(known).",
          "There is no \(name) here. Nothing was changed. There are: \(known).")))
  }

  /// Keeps and confirms a time.
  func book(_ slot: SlotID) throws -> Booking {
    let subject = try subject()
    if kind == .consultation {
      guard (10...2000).contains((details["question"] ?? "").count) else {
        throw CabinetFailure.booking(
          .notPossible(
            Phrase(
              "Напишите вопрос в --question: от 10 до 2000 знаков. Запись не сделана.",
              "Write the question in --question: 10 to 2000 characters. Nothing was booked.")))
      }
    }
    guard let talon = session.talon(slot, kind: kind) else {
      throw CabinetFailure.booking(.slotRefused(.noSuchTime, nearest: []))
    }
    if let other = session.speciality(talon.speciality)?.kind, !other.isGiven(as: kind) {
      throw CabinetFailure.booking(
        .notPossible(
          Phrase(
            "Это время — для записи «\(other.title.ru)», а не «\(kind.title.ru)». Запись не сделана.",
            "This time is for “\(other.title.en)”, not for “\(kind.title.en)”. "
              + "Nothing was booked.")))
    }
    try read([slot.registry])
    let booking = try session.hold(
      slot, request(talon.speciality, subject, slot: slot), id: order.requestID)
    return try session.confirm(booking.id)
  }

  /// Joins the waiting list of the speciality.
  func wait() throws -> WaitingRequest {
    let subject = try subject()
    guard let registry = try registries().first else {
      throw CabinetFailure.booking(
        .notPossible(
          Phrase(
            "Учреждение не найдено. Ничего не изменилось.",
            "There is no such institution. Nothing was changed.")))
    }
    try read([registry])
    return try session.wait(
      for: request(order.speciality ?? "", subject), in: registry, id: order.requestID)
  }

  /// Reads registers with a word on how far that is, before anything is decided.
  private func read(_ registries: [String]) throws {
    try ProgressLine.duringRegisters(order.options.language) {
      try session.readRegisters(registries, $0)
    }
  }

  private func request(_ speciality: String, _ subject: BookingSubject, slot: SlotID? = nil)
    -> BookingRequest
  {
    var details = details
    var services = services
    if kind.isVet {
      let pet = session.state.profile.objects(.pet).first { $0.id == subject.id }
      details["species"] = pet?.facts["species"]
      details["breed"] = pet?.facts["breed"]
      if services.isEmpty {
        // Without a choice, what a vet of this speciality does first of all.
        services = (session.speciality(speciality)?.services ?? [])
          .filter { VetServices.isGiven($0, kind, species: details["species"]) }
          .prefix(1).map(\.id)
      }
    }
    return BookingRequest(
      kind: kind, subject: subject, speciality: speciality, services: services, details: details)
  }

  private func isFor(_ speciality: Speciality, _ subject: BookingSubject) -> Bool {
    guard kind.isMedical, let patient = try? session.patient(subject.id) else { return true }
    return speciality.audience == .any || (speciality.audience == .child) == patient.isChild
  }

  private func subject() throws -> BookingSubject {
    guard kind.isVet else {
      return try session.patient(order.subject ?? BookingSubject.ownID).subject
    }
    let pets = session.state.profile.objects(.pet)
    guard let pet = order.subject.map({ id in pets.first { $0.id == id } }) ?? pets.first else {
      throw CabinetFailure.booking(
        .notPossible(
          Phrase(
            "Такого питомца в «Моих данных» нет. Есть: \(pets.map(\.id).joined(separator: ", ")).",
            "There is no such pet in your details. There are: "
              + "\(pets.map(\.id).joined(separator: ", ")).")))
    }
    return BookingSubject(id: pet.id, name: pet.facts["name"] ?? pet.title)
  }

  /// The institutions to look at: the polyclinic of attachment, or all of the kind.
  private func registries() throws -> [String] {
    let all = session.institutions(for: kind).map(\.id)
    var own = all
    if kind.isMedical {
      let insured = try session.insured(
        try session.patient(order.subject ?? BookingSubject.ownID))
      guard let polyclinic = insured.polyclinic else {
        throw CabinetFailure.booking(
          .notPossible(
            Phrase(
              "Прикрепления к поликлинике нет: сначала kabinet apply polyclinic-attachment.",
              "There is no attachment: first kabinet apply polyclinic-attachment.")))
      }
      own = [polyclinic]
    }
    guard let clinic = order.clinic else { return own }
    guard own.contains(clinic) else {
      throw CabinetFailure.booking(
        .notPossible(
          Phrase(
            "Сюда записать нельзя: \(clinic). Можно: \(own.joined(separator: ", ")).",
            "Nothing can be booked at \(clinic). There are: \(own.joined(separator: ", ")).")))
    }
    return [clinic]
  }
}

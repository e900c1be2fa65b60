import Cabinet
import CityOffice

extension CabinetSession {
  /// Keeps a time for ten minutes, in place of any other that the resident keeps in the same register.
  ///
  /// Keeping by the same id twice keeps it once.
  ///
  /// - Throws: ``CabinetFailure/booking(_:)``; where someone was faster, at once and with the nearest times.
  @discardableResult
  public func hold(_ slot: SlotID, _ request: BookingRequest, id: String? = nil)
    throws(CabinetFailure) -> Booking
  {
    try runReceptions(until: now)
    let id = id ?? ids.next("b")
    let question = try question(request)
    if institution(slot.registry) != nil, reception.timetable.specialist(of: slot) != nil {
      try refuseForeignSpeciality(request, in: slot.registry)
    }
    let referral = try checkRight(to: slot, request)
    let moment = now
    var prepared = try prepare(slot, request, question, id: id, at: moment)
    prepared.details[Booking.referralDetail] = referral?.name
    let registry = try deciding(on: slot, question) { () throws(CabinetFailure) in
      try refuseElsewhere(prepared)
      // What can be refused by what is known already is refused before anything is noted anywhere.
      let seen = try registers.newest(slot.registry)
      if let event = try decide(on: prepared, question, seen) {
        do throws(RegistryRefusal) {
          try seen.check(event, at: max(moment, seen.latest ?? moment))
        } catch { throw .booking(BookingFailure(error, seen)) }
      }
      try visit(slot.registry)
      return try registers.commit(slot.registry, at: moment, by: .resident) {
        registry throws(CabinetFailure) in
        try self.decide(on: prepared, question, registry)
      }.registry
    }
    guard let booking = registry.booking(id) else { throw .booking(.noSuchBooking(id)) }
    return booking
  }

  /// What keeps the time in a register; nil where it is kept already.
  private func decide(on prepared: Booking, _ question: SlotQuestion, _ registry: Registry)
    throws(CabinetFailure) -> RegistryEvent?
  {
    let moment = now
    try Self.refuseBackwards(registry, now: moment)
    if registry.isInLedger(prepared.id) { throw .booking(.foreign(prepared.id)) }
    if let known = registry.booking(prepared.id) {
      try refuseForeign(known)
      let isMoved = known.history.contains { $0.code == .moved || $0.step == .movedByOffice }
      guard known.talon.slot == prepared.talon.slot || isMoved else {
        throw .booking(.notPossible(Self.nameIsTaken(by: known)))
      }
      // A repeat; or the id of an earlier hold that ran out, which cannot be used again.
      guard !known.isHold || known.isKept(at: moment) else {
        throw .booking(.holdRanOut(known.talon.slot))
      }
      return nil
    }
    do throws(SlotProblem) {
      try reception.timetable.check(prepared.talon.slot, question, now: moment)
    } catch { throw .booking(.slotRefused(error, nearest: [])) }
    return .held(
      prepared,
      releasing: registry.holds(of: resident, at: moment).filter { $0.offerOf == nil }
        .map(\.id))
  }

  private static func nameIsTaken(by booking: Booking) -> Phrase {
    Phrase(
      "Под именем «\(booking.id)» уже есть запись на \(booking.at.shown). Второй под ним не будет: "
        + "возьмите другое имя или перенесите ту.",
      "The id \(booking.id) is that of the appointment on \(booking.at.shown). No second one was made "
        + "by it: take another id, or move that one.")
  }

  private func prepare(
    _ slot: SlotID, _ request: BookingRequest, _ question: SlotQuestion, id: String,
    at moment: Timestamp
  ) throws(CabinetFailure) -> Booking {
    guard let talon = talon(slot, kind: request.kind) else {
      throw .booking(
        .slotRefused(.noSuchTime, nearest: nearest(to: slot, question)))
    }
    var details = request.details
    if request.kind.isVet, let speciality = speciality(request.speciality) {
      let services = (speciality.services ?? []).filter { request.services.contains($0.id) }
      details["services"] = services.map(\.id).joined(separator: ",")
      details["serviceTitles"] = services.map(\.title).joined(separator: ", ")
      details["serviceTitlesEn"] = services.map(\.titleEn).joined(separator: ", ")
      details["price"] = String(VetServices.price(request.services, of: speciality))
    }
    return Booking(
      id: id, kind: request.kind, resident: resident, subject: request.subject, talon: talon,
      details: details,
      heldUntil: moment.adding(seconds: request.kind.rules.holdMinutes * 60))
  }

  /// Checks that the resident may be seen there at all: policy, polyclinic, referral.
  ///
  /// - Returns: the referral with which it is booked; nil where there is none and none is needed.
  private func checkRight(to slot: SlotID, _ request: BookingRequest) throws(CabinetFailure)
    -> HeldReferral?
  {
    guard request.kind.isMedical else { return nil }
    let insured = try insured(try patient(request.subject.id))
    guard insured.polyclinic == slot.registry else {
      let who = insured.patient.subject.name
      guard let own = insured.polyclinic.flatMap({ institution($0) })?.name else {
        throw .booking(
          .notPossible(
            Phrase(
              "\(who): прикрепления к поликлинике нет. Запись не сделана; подайте заявление о нём.",
              "\(who) is attached to no polyclinic. Nothing was booked; apply for that first.")))
      }
      throw .booking(
        .notPossible(
          Phrase(
            "\(who): прикрепление — \(own.ru), записать можно только туда. Запись не сделана.",
            "\(who) is attached to \(own.en) and can be booked there only. Nothing was booked.")))
    }
    return try referral(for: request, insured)
  }

  /// The referral for a request, used or not: whether it may be used is decided in the register.
  ///
  /// - Throws: ``BookingFailure/referralNeeded(_:)`` where one is needed and there is none.
  func referral(for request: BookingRequest, _ insured: Insured) throws(CabinetFailure)
    -> HeldReferral?
  {
    guard let speciality = speciality(request.speciality), speciality.needsReferral else {
      return nil
    }
    guard let referral = insured.referral(to: speciality.id) else {
      throw .booking(.referralNeeded(speciality.name))
    }
    return referral
  }

  /// Notes in the resident's journal that the register has something of theirs, before it has.
  func visit(_ registry: String) throws(CabinetFailure) {
    try commit { state in
      state.registries.contains(registry) ? nil : .booking(.registryVisited(registry))
    }
  }

  /// Does something about a time, and adds the nearest others where it was refused.
  func deciding<Value>(
    on slot: SlotID, _ question: SlotQuestion, _ body: () throws(CabinetFailure) -> Value
  ) throws(CabinetFailure) -> Value {
    do {
      return try body()
    } catch .booking(.slotLost(let lost, _)) {
      throw .booking(.slotLost(lost, nearest: nearest(to: slot, question)))
    } catch .booking(.slotRefused(let problem, _)) {
      throw .booking(.slotRefused(problem, nearest: nearest(to: slot, question)))
    } catch {
      throw error
    }
  }

  /// The difference that clocks may have without time having been moved.
  private static let tolerance = 60

  static func refuseBackwards(_ registry: Registry, now: Timestamp) throws(CabinetFailure) {
    guard let latest = registry.latest, now.seconds < latest.seconds - tolerance else { return }
    throw .booking(.clockBehind(seen: latest, now: now))
  }

  func refuseForeign(_ booking: Booking) throws(CabinetFailure) {
    guard booking.resident == resident else { throw .booking(.foreign(booking.id)) }
  }
}

extension Phrase {
  /// One after the other.
  static func + (left: Phrase, right: Phrase) -> Phrase {
    Phrase(left.ru + right.ru, left.en + right.en)
  }
}

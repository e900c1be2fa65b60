import Cabinet

extension CabinetSession {
  /// Begins to wait for a time where the schedule is full; what frees is kept and offered.
  ///
  /// - Throws: ``BookingFailure/notPossible(_:)`` where there is free time to be booked at once.
  @discardableResult
  public func wait(for request: BookingRequest, in registry: String, id: String? = nil)
    throws(CabinetFailure) -> WaitingRequest
  {
    try runReceptions(until: now)
    let question = try question(request)
    try refuseForeignSpeciality(request, in: registry)
    let title = speciality(request.speciality)?.name ?? Phrase("", "")
    var referral: HeldReferral?
    if request.kind.isMedical {
      let insured = try insured(try patient(request.subject.id))
      guard insured.polyclinic == registry else {
        throw .booking(
          .notPossible(
            Phrase(
              "В листе ожидания можно стоять только в своей поликлинике. Ничего не изменилось.",
              "One can wait at one's own polyclinic only. Nothing was changed.")))
      }
      referral = try self.referral(for: request, insured)
      if let used = referral?.booking {
        throw .booking(.referralUsed(number: used.number, at: used.at))
      }
    }
    let id = id ?? ids.next("w")
    try visit(registry)
    guard try slots(question, in: registry).isEmpty else {
      throw .booking(
        .notPossible(
          Phrase(
            "Свободное время есть: ждать не нужно, запишитесь сразу. Ничего не изменилось.",
            "There is free time: book it, there is no need to wait. Nothing was changed.")))
    }
    let moment = now
    let waiting = WaitingRequest(
      id: id, kind: request.kind, resident: resident, subject: request.subject,
      speciality: request.speciality, title: title, referral: referral?.name, since: moment)
    try registers.commit(registry, at: moment, by: .resident) {
      registry throws(CabinetFailure) in
      try Self.refuseBackwards(registry, now: moment)
      return registry.waiting.contains { $0.id == id } ? nil : .waitingBegan(waiting)
    }
    return waiting
  }

  /// Waits no more; an offer that was made lapses.
  public func stopWaiting(_ id: String) throws(CabinetFailure) {
    for name in state.registries
    where try registers.newest(name).waiting.contains(where: { $0.id == id }) {
      try registers.commit(name, at: now, by: .resident) { registry throws(CabinetFailure) in
        guard let request = registry.waiting.first(where: { $0.id == id }) else { return nil }
        guard request.resident == self.resident else { throw .booking(.foreign(id)) }
        return .waitingEnded(request: id)
      }
      return
    }
    throw .booking(.noSuchBooking(id))
  }
}

extension Registry {
  /// Takes in an event.
  ///
  /// - Parameters:
  ///   - event: what happened.
  ///   - moment: when, by the record that holds it.
  ///   - record: the number of that record; an appointment of which one is not known never goes to the ledger.
  /// - Throws: ``RegistryRefusal`` where it cannot happen in this register, which then stays as it was.
  public mutating func apply(
    _ event: RegistryEvent, at moment: Timestamp, record: Int? = nil
  ) throws(RegistryRefusal) {
    try check(event, at: moment)
    latest = max(moment, latest ?? moment)
    switch event {
    case .held(let booking, let releasing):
      for id in releasing { release(id) }
      for (id, hold) in holds where !hold.isKept(at: moment) { release(id) }
      holds[booking.id] = booking
      claim(booking)
      note(record, of: booking.id, isFirst: true)
    case .released(let id): release(id)
    case .confirmed(let id, _, _):
      guard var booking = holds.removeValue(forKey: id) else { return }
      booking.take(event)
      note(record, of: id)
      bookings[id] = booking
      byResident[booking.resident, default: []].append(id)
      useReferral(of: booking)
      endWaiting(for: booking)
    case .moved(let id, _, _):
      guard var booking = bookings[id] else { return }
      unclaim(booking)
      booking.take(event)
      note(record, of: id)
      bookings[id] = booking
      claim(booking)
    case .marked(let id, _):
      guard var booking = bookings[id] else { return }
      booking.take(event)
      note(record, of: id)
      bookings[id] = booking
      if booking.isClosed, booking.status != .provided {
        unclaim(booking)
        freeReferral(of: booking)
      }
    case .waitingBegan(let request): waiting.append(request)
    case .waitingEnded(let id):
      waiting.removeAll { $0.id == id }
      for (hold, booking) in holds where booking.offerOf == id { release(hold) }
    case .offered(let id, let booking):
      holds[booking.id] = booking
      claim(booking)
      note(record, of: booking.id, isFirst: true)
      if let index = waiting.firstIndex(where: { $0.id == id }) {
        waiting[index].declined.append(booking.talon.slot.description)
        waiting[index].from = booking.heldUntil ?? moment
      }
    }
  }

  /// Tells whether an event can happen.
  ///
  /// - Throws: ``RegistryRefusal`` where it cannot.
  public func check(_ event: RegistryEvent, at moment: Timestamp) throws(RegistryRefusal) {
    switch event {
    case .held(let booking, let releasing):
      guard !knows(booking.id) else { throw .alreadyKnown(booking.id) }
      try refuseSecond(booking)
      try refuseUsedReferral(booking)
      try refuseTaken(booking, at: moment, except: Set(releasing))
    case .released(let id):
      guard holds[id] != nil else { throw .noSuchBooking(id) }
    case .confirmed(let id, _, let marks):
      guard bookings[id] == nil, !isInLedger(id) else { throw .alreadyKnown(id) }
      guard let hold = holds[id] else { throw .noSuchBooking(id) }
      guard hold.isKept(at: moment) else { throw .holdRanOut(hold.talon.slot) }
      try refuseSecond(hold)
      try refuseUsedReferral(hold)
      try refuseStatuses(marks, of: hold)
    case .moved(let id, let talon, let marks):
      guard var booking = bookings[id] else { throw .noSuchBooking(id) }
      try refuseStatuses(marks, of: booking)
      booking.talon = talon
      try refuseTaken(booking, at: moment, except: [id])
    case .marked(let id, let marks):
      guard let booking = bookings[id] else { throw .noSuchBooking(id) }
      try refuseStatuses(marks, of: booking)
    case .waitingBegan(let request):
      guard !waiting.contains(where: { $0.id == request.id }) else {
        throw .alreadyKnown(request.id)
      }
      let isWaiting = waiting.contains {
        $0.resident == request.resident && $0.subject.id == request.subject.id
          && $0.speciality == request.speciality && $0.kind == request.kind
      }
      guard !isWaiting else { throw .alreadyWaiting(request.speciality) }
    case .waitingEnded(let id):
      guard waiting.contains(where: { $0.id == id }) else { throw .noSuchRequest(id) }
    case .offered(let id, let booking):
      guard waiting.contains(where: { $0.id == id }) else { throw .noSuchRequest(id) }
      guard !knows(booking.id) else { throw .alreadyKnown(booking.id) }
      try refuseTaken(booking, at: moment, except: [])
    }
  }

  private func refuseTaken(_ booking: Booking, at moment: Timestamp, except own: Set<String>)
    throws(RegistryRefusal)
  {
    let slot = booking.talon.slot
    let isFree = isFree(
      booking.claim, specialist: slot.specialist, day: slot.at.day, at: moment, except: own)
    guard isFree else { throw .slotTaken(slot) }
  }

  private func refuseSecond(_ booking: Booking) throws(RegistryRefusal) {
    if let other = rival(of: booking) { throw .alreadyBooked(other) }
  }

  private func refuseStatuses(_ marks: [BookingMark], of booking: Booking) throws(RegistryRefusal) {
    var booking = booking
    for mark in marks {
      guard booking.allows(mark) else {
        throw .statusNotAllowed(booking: booking.id, from: booking.mark?.step, to: mark.step)
      }
      booking.history.append(mark)
    }
  }

  private mutating func release(_ id: String) {
    guard let hold = holds.removeValue(forKey: id) else { return }
    records[id] = nil
    unclaim(hold)
  }

  private mutating func endWaiting(for booking: Booking) {
    let ended = waiting.filter {
      $0.resident == booking.resident && $0.subject.id == booking.subject.id
        && $0.speciality == booking.talon.speciality && $0.kind == booking.kind
    }.map(\.id)
    waiting.removeAll { ended.contains($0.id) }
    for (id, hold) in holds where hold.offerOf.map(ended.contains) ?? false { release(id) }
  }

  /// Adds an appointment to the indexes.
  mutating func index(_ booking: Booking) {
    byResident[booking.resident, default: []].append(booking.id)
    if !booking.isClosed || booking.status == .provided {
      claim(booking)
      useReferral(of: booking)
    }
  }

  mutating func claim(_ booking: Booking) {
    claims[booking.claimKey, default: []].append(
      Claim(seconds: booking.claim, booking: booking.id))
  }

  mutating func unclaim(_ booking: Booking) {
    claims[booking.claimKey]?.removeAll { $0.booking == booking.id }
    if claims[booking.claimKey]?.isEmpty == true { claims[booking.claimKey] = nil }
  }

  /// Drops what ended before a moment, so that the register stays as small as its schedule is long.
  ///
  /// The journal still tells of it. Whose money waits to be asked for stays.
  public mutating func forget(endedBefore moment: Timestamp) {
    for (id, booking) in bookings where booking.isClosed && booking.keptUntil < moment {
      bookings[id] = nil
      records[id] = nil
      freeReferral(of: booking)
      unclaim(booking)
      dropIndex(of: booking)
    }
    closed.drop(before: moment)
    forgetReferrals(endedBefore: moment)
    for (id, hold) in holds where !hold.isKept(at: moment) { release(id) }
  }
}

extension Registry {
  /// Forgets whose an appointment was.
  mutating func dropIndex(of booking: Booking) {
    byResident[booking.resident]?.removeAll { $0 == booking.id }
    if byResident[booking.resident]?.isEmpty == true { byResident[booking.resident] = nil }
  }
}

extension Booking {
  /// Where the claims of its specialist's day are.
  fileprivate var claimKey: Registry.ClaimKey {
    Registry.ClaimKey(specialist: talon.slot.specialist, day: at.day.ordinal)
  }
}

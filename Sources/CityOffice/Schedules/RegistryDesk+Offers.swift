import Cabinet

extension RegistryDesk {
  /// The first time that becomes free for someone who waits, until a moment; nil where none does, or
  /// while they have an offer to answer.
  public func offer(
    to request: WaitingRequest, _ registry: Registry, named name: String, until moment: Timestamp
  ) -> RegistryStep? {
    let isAnswering = registry.holds.values.contains {
      $0.offerOf == request.id && $0.isKept(at: moment)
    }
    guard !isAnswering, let institution = timetable.list.institution(name) else { return nil }
    let question = SlotQuestion(kind: request.kind, speciality: request.speciality)
    var best: (at: Timestamp, slot: SlotID)?
    let earliest = max(request.from, registry.latest ?? request.from)
    for place in timetable.places(question, in: institution) {
      for freed in timetable.freedTimes(
        question, place: place, in: institution, from: earliest, until: moment)
      {
        let slot = freed.slot
        func isBetter(_ moment: Timestamp) -> Bool {
          best.map { moment < $0.at || (moment == $0.at && slot.at < $0.slot.at) } ?? true
        }
        guard isBetter(freed.at), !request.declined.contains(slot.description),
          let at = self.moment(of: freed, registry, question, until: moment), isBetter(at)
        else { continue }
        best = (at, slot)
      }
    }
    guard let best, let talon = timetable.talon(best.slot, kind: request.kind) else { return nil }
    let rules = request.kind.rules
    let until = min(
      best.at.adding(seconds: rules.offerMinutes * 60),
      best.slot.at.adding(seconds: -rules.leadMinutes * 60))
    return RegistryStep(
      at: best.at,
      event: .offered(
        request: request.id,
        Booking(
          id: "\(request.id)-\(request.declined.count + 1)", kind: request.kind,
          resident: request.resident, subject: request.subject, talon: talon,
          details: request.referral.map { [Booking.referralDetail: $0] } ?? [:], heldUntil: until,
          offerOf: request.id)),
      by: .office)
  }
}

extension RegistryDesk {
  /// When a time that strangers leave is free in the register too: what someone keeps, or was offered before,
  /// comes to the next in line when that lapses; nil where it does not until a moment.
  private func moment(
    of freed: (at: Timestamp, slot: SlotID), _ registry: Registry, _ question: SlotQuestion,
    until end: Timestamp
  ) -> Timestamp? {
    let slot = freed.slot
    let free = registry.freeMoment(
      slot.at.seconds..<slot.end.seconds, specialist: slot.specialist, day: slot.at.day,
      from: freed.at)
    guard let free else { return nil }
    if free == freed.at { return free }
    let at = Timetable.waking(free)
    let lead = (question.kind.rules.leadMinutes + 60) * 60
    guard at <= end, slot.at.seconds - at.seconds >= lead,
      (try? timetable.check(slot, question, now: at)) != nil
    else { return nil }
    return at
  }
}

extension Timetable {
  /// The hours in which people are told of what became free; our own rule.
  private static let wakingHours = 8..<21

  /// The moment itself, or the next morning where people sleep.
  static func waking(_ moment: Timestamp) -> Timestamp {
    let hour = moment.time.hour
    guard !wakingHours.contains(hour) else { return moment }
    let day = hour < wakingHours.lowerBound ? moment.day : moment.day.adding(days: 1)
    return Timestamp(day, hour: wakingHours.lowerBound)
  }

  /// The times of a person that are free at some moment of a span, with the first such moment of each.
  func freedTimes(
    _ question: SlotQuestion, place: Int, in institution: InstitutionList.Institution,
    from start: Timestamp, until end: Timestamp
  ) -> [(at: Timestamp, slot: SlotID)] {
    guard start <= end, let post = people[institution.staff]?[place] else { return [] }
    let rules = question.kind.rules
    let step = step(of: question.speciality)
    let strangers = Strangers(post.demand)
    let person = seed(Noise.seed(of: institution.registry), place)
    var times: [(at: Timestamp, slot: SlotID)] = []
    let days = start.day.ordinal...openDays(question.kind, now: end).upperBound.ordinal
    for day in days.map(Day.init(ordinal:)) {
      guard
        let hours = post.hours.range(
          place: place, day: day.ordinal, dayOfMonth: day.dayOfMonth, kind: DayKind(day, calendar))
      else { continue }
      let opening = Timestamp(
        day.adding(days: 1 - rules.horizonDays), hour: Self.openingHour)
      var chances = DayChances(person: person, day: day.ordinal)
      for cell in 0..<(hours.upperBound - hours.lowerBound) / step {
        let at = Timestamp(day).adding(seconds: (hours.lowerBound + cell * step) * 60)
        let chance = chances.chance(at: cell)
        var first = max(start, opening)
        if let lead = strangers.freeingLead(chance) {
          first = max(first, at.adding(seconds: -lead))
        }
        first = Self.waking(first)
        // Someone who is offered a time must have an hour to answer.
        guard first <= end, !isAway(person: person, day: day.ordinal, now: first),
          at.seconds - first.seconds >= (rules.leadMinutes + 60) * 60,
          strangers.leaveFree(chance, lead: at.seconds - first.seconds)
        else { continue }
        times.append(
          (
            first,
            SlotID(
              registry: institution.registry, specialist: Self.id(of: place), at: at, minutes: step)
          ))
      }
    }
    return times
  }
}

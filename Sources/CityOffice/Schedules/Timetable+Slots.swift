import Cabinet

extension Timetable {
  /// The free times of one person on one day, as minutes from midnight.
  ///
  /// - Parameters:
  ///   - taken: what residents of this store have of that day, in seconds since 1970.
  func freeTimes(
    _ question: SlotQuestion, place: Int, in institution: InstitutionList.Institution, on day: Day,
    now: Timestamp, taken: [Range<Int>]
  ) -> [Int] {
    let person = seed(Noise.seed(of: institution.registry), place)
    guard let post = people[institution.staff]?[place],
      !isAway(person: person, day: day.ordinal, now: now),
      let hours = post.hours.range(
        place: place, day: day.ordinal, dayOfMonth: day.dayOfMonth,
        kind: DayKind(day, calendar))
    else { return [] }
    let rules = question.kind.rules
    let step = step(of: question.speciality)
    let minutes = question.minutes ?? step
    let midnight = Timestamp(day).seconds
    let strangers = Strangers(post.demand)
    var chances = DayChances(person: person, day: day.ordinal)
    // Whether a stranger leaves each step of the day free.
    let count = (hours.upperBound - hours.lowerBound) / step
    let free = (0..<count).map { index in
      let start = midnight + (hours.lowerBound + index * step) * 60
      return strangers.leaveFree(chances.chance(at: index), lead: start - now.seconds)
    }
    let earliest = now.seconds + rules.leadMinutes * 60
    var times: [Int] = []
    for index in 0..<count {
      let start = hours.lowerBound + index * step
      let from = start - rules.travelBefore
      let to = start + minutes + rules.travelAfter
      let seconds = midnight + from * 60..<midnight + to * 60
      guard from >= hours.lowerBound, to <= hours.upperBound, midnight + start * 60 >= earliest,
        midnight + start * 60 > now.seconds
      else { continue }
      let first = (from - hours.lowerBound) / step
      let last = (to - hours.lowerBound - 1) / step
      guard (first...last).allSatisfy({ free[$0] }),
        !taken.contains(where: { $0.overlaps(seconds) })
      else { continue }
      times.append(start)
    }
    return times
  }

  /// The days for which the schedule is open.
  public func openDays(_ kind: BookingKind, now: Timestamp) -> ClosedRange<Day> {
    let today = now.day
    let horizon = kind.rules.horizonDays - 1
    let isOpen = now.time.hour >= Self.openingHour
    return today...today.adding(days: isOpen ? horizon : max(0, horizon - 1))
  }

  /// The free times of an institution on a day, in the order of time, then of specialists.
  ///
  /// - Complexity: O(times of that day).
  public func slots(
    _ question: SlotQuestion, in institution: InstitutionList.Institution, on day: Day,
    now: Timestamp, registry: Registry
  ) -> [SlotID] {
    guard openDays(question.kind, now: now).contains(day) else { return [] }
    let minutes = question.minutes ?? step(of: question.speciality)
    return places(question, in: institution).flatMap { place -> [SlotID] in
      let specialist = Self.id(of: place)
      let taken = registry.taken(specialist: specialist, day: day, at: now)
      return freeTimes(question, place: place, in: institution, on: day, now: now, taken: taken)
        .map {
          SlotID(
            registry: institution.registry, specialist: specialist,
            at: Timestamp(day).adding(seconds: $0 * 60), minutes: minutes)
        }
    }.sorted { $0.at != $1.at ? $0.at < $1.at : $0.specialist < $1.specialist }
  }

  /// Checks that a time can be booked at a moment, as far as the institution alone can tell.
  ///
  /// What residents of the store have booked is for the register to say.
  ///
  /// - Throws: ``SlotProblem``.
  public func check(_ slot: SlotID, _ question: SlotQuestion, now: Timestamp) throws(SlotProblem) {
    guard let institution = list.institution(slot.registry),
      let place = place(of: slot.specialist, in: institution),
      let specialist = people[institution.staff]?[place]
    else { throw .noSuchTime }
    guard specialist.speciality == question.speciality else { throw .otherSpeciality }
    let minutes = question.minutes ?? step(of: question.speciality)
    guard slot.minutes == minutes else { throw .otherLength(minutes: minutes) }
    guard slot.at > now else { throw .past }
    let rules = question.kind.rules
    guard slot.at.seconds - now.seconds >= rules.leadMinutes * 60 else {
      throw .tooSoon(minutes: rules.leadMinutes)
    }
    let days = openDays(question.kind, now: now)
    guard slot.at.day <= days.upperBound else { throw .tooFar(last: days.upperBound) }
    guard !isAway(slot, now: now) else { throw .away }
    let time = slot.at.time
    let minute = time.hour * 60 + time.minute
    let free = freeTimes(
      question, place: place, in: institution, on: slot.at.day, now: now, taken: [])
    guard !free.contains(minute) else { return }
    throw isOnSchedule(question, place: place, institution, slot, minute: minute)
      ? .taken : .noSuchTime
  }

  private func isOnSchedule(
    _ question: SlotQuestion, place: Int, _ institution: InstitutionList.Institution,
    _ slot: SlotID,
    minute: Int
  ) -> Bool {
    let day = slot.at.day
    let rules = question.kind.rules
    guard
      let hours = people[institution.staff]?[place].hours.range(
        place: place, day: day.ordinal, dayOfMonth: day.dayOfMonth, kind: DayKind(day, calendar))
    else { return false }
    return minute - rules.travelBefore >= hours.lowerBound
      && minute + slot.minutes + rules.travelAfter <= hours.upperBound
      && (minute - hours.lowerBound) % step(of: question.speciality) == 0
  }
}

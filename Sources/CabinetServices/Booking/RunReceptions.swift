import Cabinet
import CityOffice

extension CabinetSession {
  /// Lets the institutions to which the resident turned do all that they do until a moment.
  ///
  /// - Parameter pace: hears of each record of their registers that no snapshot holds.
  /// - Returns: how many things they did.
  @discardableResult
  func runReceptions(until moment: Timestamp, _ pace: Pace = { _, _ in }) throws(CabinetFailure)
    -> Int
  {
    var done = 0
    for name in state.registries {
      try registers.newest(name, pace)
      while let step = reception(
        try registers.awake(name, until: moment), until: moment, named: name)
      {
        let result = try registers.commit(name, at: step.at, by: step.by) { newest in
          // Another process may have done the same in the meantime.
          self.reception(newest, until: moment, named: name) == step ? step.event : nil
        }
        if result.event != nil { done += 1 }
      }
    }
    try finishMoves()
    return done
  }

  private func reception(_ registry: Registry, until moment: Timestamp, named name: String)
    -> RegistryStep?
  {
    guard registry.mayHaveSteps else { return nil }
    return reception.dueSteps(registry, named: name, until: moment).first
  }

  /// When something will next become of what the resident has at institutions: an appointment changes or they
  /// are reminded of it, a time that is kept is lost, a time frees for which they wait.
  var nextReceptionMoment: Timestamp? {
    let upcoming = upcomingAppointments
    let steps = upcoming.compactMap { reception.nextMoment(for: $0) }
    let ends = keptTimes.compactMap(\.heldUntil)
    let now = now
    let reminders = upcoming.flatMap(\.reminders).filter { $0 > now }
    return (steps + ends + reminders + [nextOffer].compactMap { $0 }).min()
  }

  /// When a time will next free for which the resident waits, as the registers were last seen.
  private var nextOffer: Timestamp? {
    state.registries.compactMap { name -> Timestamp? in
      guard let registry = try? registers.known(name) else { return nil }
      return registry.waiting.filter { $0.resident == resident }.compactMap { request in
        let horizon = now.adding(seconds: request.kind.rules.horizonDays * 86_400)
        return reception.offer(to: request, registry, named: name, until: horizon)?.at
      }.min()
    }.min()
  }
}

extension Booking {
  /// The moments from which the home and the calendar remind of it: the day before, its day, and when one can
  /// check in.
  fileprivate var reminders: [Timestamp] {
    let days = [1, 0].map { Timestamp(at.day.adding(days: -$0)) }
    let checkIn = at.adding(seconds: -kind.rules.checkInMinutes * 60)
    return kind.needsCheckIn && !isCheckedIn ? days + [checkIn] : days
  }
}

extension Registry {
  /// True where time alone can change something.
  fileprivate var mayHaveSteps: Bool {
    !waiting.isEmpty || bookings.values.contains { $0.isActive }
  }
}

import Cabinet
import CityOffice

extension CabinetSession {
  /// Lets the institutions to which the resident turned do all that they do until a moment.
  ///
  /// - Returns: how many things they did.
  @discardableResult
  func runReceptions(until moment: Timestamp) throws(CabinetFailure) -> Int {
    var done = 0
    for name in state.registries {
      var registry = try registers.newest(name)
      while let step = reception(registry, until: moment, named: name) {
        let result = try registers.commit(name, at: step.at, by: step.by) { newest in
          // Another process may have done the same in the meantime.
          self.reception(newest, until: moment, named: name) == step ? step.event : nil
        }
        registry = result.registry
        if result.event != nil { done += 1 }
      }
    }
    return done
  }

  private func reception(_ registry: Registry, until moment: Timestamp, named name: String)
    -> RegistryStep?
  {
    guard registry.mayHaveSteps else { return nil }
    return reception.dueSteps(registry, named: name, until: moment).first
  }

  /// When an institution will do something next with what the resident has there.
  var nextReceptionMoment: Timestamp? {
    upcomingAppointments.compactMap { reception.step(for: $0)?.at }.min()
  }
}

extension Registry {
  /// True where time alone can change something.
  fileprivate var mayHaveSteps: Bool {
    !waiting.isEmpty || bookings.values.contains { $0.isActive }
  }
}

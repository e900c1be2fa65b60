import Cabinet
import CityOffice

extension CabinetSession {
  /// Lets the office do all that it does until a moment, in the order in which it does it.
  ///
  /// - Returns: how many things it did.
  @discardableResult
  public func runOffice(until moment: Timestamp) throws(CabinetFailure) -> Int {
    var done = 0
    if let agenda = state.agenda, agenda.next.map({ $0 > moment }) ?? true { return 0 }
    while let step = nextOfficeStep(), step.at <= moment {
      let event = try commit(by: step.by, at: step.at) { _ in
        // Another process may have done the same in the meantime: only what is still due is written.
        nextOfficeStep() == step ? step.event : nil
      }
      if event != nil { done += 1 }
    }
    setAgenda(OfficeAgenda(next: nextOfficeStep()?.at))
    return done
  }

  /// The next thing that the office will do with any open application.
  func nextOfficeStep() -> OfficeStep? {
    let open = state.applications.filter {
      !$0.isClosed || $0.complaints.last?.outcome == .satisfied
    }
    guard !open.isEmpty else { return nil }
    return open.compactMap { application in
      catalogue.service(application.submission.service).flatMap { service in
        desk.nextStep(for: application, service: service, others: state.applications)
      }
    }.min { $0.at < $1.at }
  }

  /// What the office will do next with one application, to tell the resident what comes.
  public func nextStep(for application: Application) -> OfficeStep? {
    catalogue.service(application.submission.service).flatMap {
      desk.nextStep(for: application, service: $0, others: state.applications)
    }
  }

  /// Carries out an order by hand.
  ///
  /// - Throws: ``CabinetFailure/notPossible(_:)`` where the application's status does not allow it.
  @discardableResult
  public func order(_ order: OfficeOrder, on name: String) throws(CabinetFailure) -> Application {
    let application = try application(name)
    let service = try service(application.submission.service)
    try checkGround(of: order, service)
    for status in desk.carryOut(order, on: application, service: service, at: now) {
      try commit(by: .office) { _ in .statusChanged(application: application.id, status) }
    }
    return try self.application(application.id)
  }

  private func checkGround(of order: OfficeOrder, _ service: Service) throws(CabinetFailure) {
    guard case .refuse(let ground?, _) = order else { return }
    let known = (service.acceptanceRefusals + service.refusals).map(\.code)
    guard known.contains(ground) else {
      throw .notPossible(
        Phrase(
          "У услуги нет основания \(ground). Заявление не изменилось. "
            + "Есть: \(known.joined(separator: ", ")).",
          "The service has no ground \(ground). The application was not changed. "
            + "There are: \(known.joined(separator: ", "))."))
    }
  }

  /// Moves the clock of a demonstration on and lets the office work meanwhile.
  ///
  /// - Throws: ``CabinetFailure/notPossible(_:)`` outside a demonstration.
  public func advanceClock(to moment: Timestamp) throws(CabinetFailure) {
    guard isDemonstration else {
      throw .notPossible(
        Phrase(
          "Время можно переводить только в демонстрации.",
          "Time can be moved on in a demonstration only."))
    }
    guard moment > now else { return }
    try runOffice(until: moment)
    try commit(by: .clock) { _ in .clockAdvanced(to: moment) }
  }
}

extension CabinetSession {
  /// When the office will do something next; nil where it waits for the resident.
  public var nextOfficeMoment: Timestamp? {
    if let agenda = state.agenda { return agenda.next }
    return nextOfficeStep()?.at
  }
}

import Cabinet
import CityOffice

extension CabinetSession {
  /// Lets the office do all that it does until a moment, in the order in which it does it.
  ///
  /// - Parameter pace: hears of each thing that was done.
  /// - Returns: how many things it did.
  @discardableResult
  public func runOffice(
    until moment: Timestamp, pace: Pace = { _, _ in }
  ) throws(CabinetFailure) -> Int {
    try refresh()
    var done = try runReceptions(until: moment, pace)
    if let agenda, agenda.next.map({ $0 > moment }) ?? true { return done }
    while try takeOfficeStep(until: moment, { done += 1 }) != nil { pace(done, nil) }
    setAgenda(OfficeAgenda(next: nextOfficeStep()?.at))
    return done
  }

  /// Lets the office do the next thing that is due by a moment.
  ///
  /// - Parameter note: called where it was done here and not by another process.
  /// - Returns: when it was due; nil where nothing is.
  public func takeOfficeStep(
    until moment: Timestamp, _ note: () -> Void = {}
  ) throws(CabinetFailure) -> Timestamp? {
    if let agenda, agenda.next.map({ $0 > moment }) ?? true { return nil }
    guard let step = nextOfficeStep(), step.at <= moment else { return nil }
    let event = try commit(by: step.by, at: step.at) { _ in
      // Another process may have done the same in the meantime: only what is still due is written.
      nextOfficeStep() == step ? step.event : nil
    }
    if event != nil { note() }
    return step.at
  }

  /// Lets the office do what it does at once with what the resident has just done.
  ///
  /// What was done is in the journal already. Where the office cannot be recorded now, it does the
  /// same later: the resident must not be told that nothing happened.
  func officeTakesUp() { _ = try? runOffice(until: now) }

  /// The next thing that the office will do with any open application.
  func nextOfficeStep() -> OfficeStep? {
    let open = state.applications.filter { !$0.isClosed }
    guard !open.isEmpty else { return nil }
    return open.compactMap { nextStep(for: $0) }.min { $0.at < $1.at }
  }

  /// What the office will do next with one application, to tell the resident what comes.
  public func nextStep(for application: Application) -> OfficeStep? {
    guard let service = knownService(application.submission.service),
      let step = desk.nextStep(for: application, service: service, others: state.applications)
    else { return nil }
    // A regulation that demands what cannot follow must not hold up all other applications.
    if case .statusChanged(_, let next) = step.event,
      !StatusMachine.allows(next.code, after: application.status)
    {
      return nil
    }
    return step
  }

  /// Carries out an order by hand, wholly or not at all.
  ///
  /// - Throws: ``CabinetFailure/notPossible(_:)`` where the application's status does not allow it,
  ///   ``CabinetFailure/noSuchFields(_:known:)`` where it asks for what the form has not.
  @discardableResult
  public func order(_ order: OfficeOrder, on name: String) throws(CabinetFailure) -> Application {
    let application = try application(name)
    let service = try service(application.submission.service)
    try checkGround(of: order, service)
    try checkFields(of: order, service)
    let statuses = desk.carryOut(order, on: application, service: service, at: now)
    var trial = CabinetState()
    trial.applications = [application]
    for status in statuses {
      do {
        try trial.apply(.statusChanged(application: application.id, status), at: now)
      } catch { throw CabinetFailure(error) }
    }
    for status in statuses {
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

  private func checkFields(of order: OfficeOrder, _ service: Service) throws(CabinetFailure) {
    guard case .ask(_, let fields, _) = order else { return }
    let strangers = fields.filter { service.form.field($0) == nil }
    guard strangers.isEmpty else {
      throw .noSuchFields(strangers, known: service.form.fields.map(\.id))
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
    let office = agenda.map(\.next) ?? nextOfficeStep()?.at
    return [office, nextReceptionMoment].compactMap { $0 }.min()
  }
}

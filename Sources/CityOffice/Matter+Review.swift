import Cabinet

extension Matter {
  /// How often the office asks the applicant before it refuses.
  private static let rounds = 2

  /// The review between registration and the decision: questions to other agencies, questions to the
  /// applicant, a stop of the term.
  func review() -> OfficeStep {
    if let step = withdrawalOpening() { return step }
    if let step = requestToSend() ?? answerToReceive() { return step }
    let moment = reviewMoment
    let facts = self.facts
    let questions = regulation.clarifications.filter { $0.when.holds(facts) }
    if !questions.isEmpty {
      let asked = application.history.count { $0.code == .clarificationRequested }
      guard asked < Matter.rounds else {
        return refuse(silenceGround, note: OfficeNote.askedTwice.ru, at: moment)
      }
      return ask(questions, at: moment)
    }
    let wasSuspended = application.history.contains { $0.code == .suspended }
    if let rule = regulation.suspension, !wasSuspended, rule.when.holds(facts) {
      return enter(
        .suspended, at: moment, note: rule.text,
        due: calendar.adding(workingDays: rule.days, to: moment.day))
    }
    return enter(.inProgress, at: moment)
  }

  /// From registration on the applicant may withdraw.
  private func withdrawalOpening() -> OfficeStep? {
    let isOpen = application.history.contains { $0.code.isControl }
    guard !isOpen, let registered = application.registeredAt else { return nil }
    return enter(.withdrawalAvailable, at: planned(registered))
  }

  private func requestToSend() -> OfficeStep? {
    let sent = application.history.count { $0.code == .requestSent }
    guard sent < regulation.requests.count, let registered = application.registeredAt else {
      return nil
    }
    let request = regulation.requests[sent]
    let moment =
      isImmediate
      ? registered : hours.moment(workingDays: 1, after: registered.day, hour: 11, minute: 30)
    return enter(
      .requestSent, reason: sent + 1, at: planned(moment), note: "\(request.to): \(request.subject)"
    )
  }

  private func answerToReceive() -> OfficeStep? {
    let answered = application.history.filter { $0.code == .requestAnswered }.count
    guard answered < regulation.requests.count,
      let sent = application.history.first(where: {
        $0.code == .requestSent && $0.reason == answered + 1
      })
    else { return nil }
    let request = regulation.requests[answered]
    let moment: Timestamp =
      if isImmediate {
        sent.at
      } else {
        Timestamp(
          request.days == 0
            ? sent.at.day : calendar.adding(workingDays: request.days, to: sent.at.day),
          hour: 16, minute: 10)
      }
    return enter(
      .requestAnswered, reason: answered + 1, at: planned(moment),
      note: "\(request.to): \(request.subject)")
  }

  /// The moment of the next look at the papers: the working day after the last thing that happened.
  private var reviewMoment: Timestamp {
    let last = application.lastEvent
    if isImmediate { return last.at }
    return planned(hours.moment(workingDays: 1, after: last.at.day, hour: 14, minute: 20))
  }

  private func ask(_ questions: [Regulation.Clarification], at moment: Timestamp) -> OfficeStep {
    let fields = questions.flatMap(\.fields)
    return enter(
      .clarificationRequested, at: moment, note: questions.map(\.text).joined(separator: " "),
      due: calendar.adding(workingDays: questions.map(\.days).max() ?? 10, to: moment.day),
      fields: fields.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
  }

  /// After the last day for an answer the loop closes (8031).
  func expiry() -> OfficeStep? {
    guard let due = application.lastEvent.due else { return nil }
    return enter(
      .clarificationExpired, at: max(Timestamp(due.adding(days: 1), minute: 5), lastMoment),
      by: .clock,
      note: OfficeNote.notGiven(by: due).ru)
  }

  /// Refusal because the applicant gave no answer.
  func refusalForSilence() -> OfficeStep {
    refuse(
      silenceGround, note: "",
      at: max(
        lastMoment, hours.moment(workingDays: 1, after: application.lastEvent.at.day, hour: 10)))
  }

  private var silenceGround: String {
    let codes = service.refusals.map(\.code)
    return codes.contains("1080.3") ? "1080.3" : codes.first ?? "1080.1"
  }

  /// The end of a stop.
  func resumption() -> OfficeStep? {
    guard let due = application.lastEvent.due else { return nil }
    return enter(.resumed, reason: 1, at: max(Timestamp(due, hour: 10), lastMoment))
  }
}

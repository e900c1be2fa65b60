import Cabinet

extension CabinetSession {
  /// The form of what the office asks: the fields to be corrected, in one step; nil where it asks nothing.
  public func requestedForm(for application: Application) -> Form? {
    guard let request = application.openRequest,
      let service = knownService(application.submission.service)
    else { return nil }
    var fields = (request.fields ?? []).compactMap { service.form.field($0) }
    if fields.isEmpty { fields = service.form.fields.filter { application.answers[$0.id] != nil } }
    let asked = Set(fields.map(\.id))
    for index in fields.indices {
      fields[index].required = true
      // A condition on what is not asked anew cannot be judged by the reply; it held when it was asked.
      let subjects = fields[index].when?.subjects ?? []
      let isOwn = subjects.allSatisfy { subject in
        guard case .field(let path) = subject else { return false }
        return asked.contains(path.split(separator: ".").first.map(String.init) ?? path)
      }
      if !isOwn { fields[index].when = nil }
    }
    return Form(
      version: service.form.version,
      steps: [
        FormStep(
          id: "reply", title: "Ответ ведомству", titleEn: "Reply to the agency", fields: fields)
      ])
  }

  /// Keeps corrections that are not sent yet.
  ///
  /// - Throws: ``CabinetFailure`` where nothing is asked, or not these fields.
  public func saveReply(_ answers: [String: Answer], to name: String) throws(CabinetFailure) {
    let id = try application(name).id
    try commit { state throws(CabinetFailure) in
      _ = try replyForm(to: state.application(id), for: answers)
      return .replySaved(application: id, answers: answers)
    }
  }

  /// The form that answers reply to, if the office asks for it and for no other fields.
  private func replyForm(to application: Application?, for answers: [String: Answer])
    throws(CabinetFailure) -> Form
  {
    guard let form = application.flatMap({ requestedForm(for: $0) }) else {
      throw .notPossible(
        Phrase(
          "Ведомство сейчас ничего не спрашивает по этому заявлению. Ничего не изменилось.",
          "The agency asks nothing about this application now. Nothing was changed."))
    }
    let strangers = answers.keys.filter { form.field($0) == nil }.sorted()
    guard strangers.isEmpty else { throw .noSuchFields(strangers, known: form.fields.map(\.id)) }
    return form
  }

  /// Sends corrections to the office: only the fields it asked for.
  ///
  /// - Throws: ``CabinetFailure/notPossible(_:)`` where nothing is asked,
  ///   ``CabinetFailure/answersRefused(_:)`` with all that is wrong; what was typed stays in the buffer.
  @discardableResult
  public func sendReply(_ answers: [String: Answer], to name: String) throws(CabinetFailure)
    -> Application
  {
    // The term of the request may have run out since the office was last looked at.
    try runOffice(until: now)
    let application = try application(name)
    let form = try replyForm(to: application, for: answers)
    let problems = form.problems(answers, profile: state.profile, today: today)
    guard problems.isEmpty else {
      try saveReply(answers, to: application.id)
      throw .answersRefused(problems)
    }
    let sent = form.sent(answers, profile: state.profile, today: today)
    try commit { _ in
      .clarificationGiven(
        application: application.id, answers: sent,
        StatusEvent(.clarificationGiven, at: now, by: .resident))
    }
    officeTakesUp()
    return try self.application(application.id)
  }
}

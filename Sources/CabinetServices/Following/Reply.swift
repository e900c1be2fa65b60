import Cabinet

extension CabinetSession {
  /// The form of what the office asks: the fields to be corrected, in one step; nil where it asks nothing.
  public func requestedForm(for application: Application) -> Form? {
    guard let request = application.openRequest,
      let service = catalogue.service(application.submission.service)
    else { return nil }
    var fields = (request.fields ?? []).compactMap { service.form.field($0) }
    if fields.isEmpty { fields = service.form.fields.filter { application.answers[$0.id] != nil } }
    for index in fields.indices {
      fields[index].required = true
      fields[index].when = nil
    }
    return Form(
      version: service.form.version,
      steps: [
        FormStep(
          id: "reply", title: "Ответ ведомству", titleEn: "Reply to the agency", fields: fields)
      ])
  }

  /// Keeps corrections that are not sent yet.
  public func saveReply(_ answers: [String: Answer], to id: String) throws(CabinetFailure) {
    try commit { _ in .replySaved(application: id, answers: answers) }
  }

  /// Sends corrections to the office: only the fields it asked for.
  ///
  /// - Throws: ``CabinetFailure/notPossible(_:)`` where nothing is asked,
  ///   ``CabinetFailure/answersRefused(_:)`` with all that is wrong; what was typed stays in the buffer.
  @discardableResult
  public func sendReply(_ answers: [String: Answer], to name: String) throws(CabinetFailure)
    -> Application
  {
    let application = try application(name)
    guard let form = requestedForm(for: application) else {
      throw .notPossible(
        Phrase(
          "Ведомство сейчас ничего не спрашивает по этому заявлению. Ничего не изменилось.",
          "The agency asks nothing about this application now. Nothing was changed."))
    }
    let strangers = answers.keys.filter { form.field($0) == nil }.sorted()
    guard strangers.isEmpty else { throw .noSuchFields(strangers, known: form.fields.map(\.id)) }
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
    try runOffice(until: now)
    return try self.application(application.id)
  }
}

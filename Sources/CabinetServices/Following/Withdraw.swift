import Cabinet

extension CabinetSession {
  /// Asks the office to withdraw an application; it may, while the status says so (10090).
  @discardableResult
  public func withdraw(_ name: String) throws(CabinetFailure) -> Application {
    try runOffice(until: now)
    let id = try application(name).id
    try commit { state throws(CabinetFailure) in
      guard let application = state.application(id), application.canWithdraw else {
        throw .notPossible(
          Phrase(
            "Отозвать это заявление сейчас нельзя: статус этого не разрешает. "
              + "Заявление не изменилось.",
            "This application cannot be withdrawn now: its status does not allow it. "
              + "It was not changed."))
      }
      return .statusChanged(
        application: id, StatusEvent(.withdrawalRequested, at: now, by: .resident))
    }
    officeTakesUp()
    return try application(id)
  }

  /// Of what one may complain about an application now.
  public func complaintSubject(for application: Application) -> Complaint.Subject? {
    application.complaintSubject(on: today, calendar: calendar)
  }

  /// Files a complaint before any court.
  ///
  /// It is decided in 15 working days, in 5 where the subject is a refusal to accept, counted from
  /// registration on the next working day (210-ФЗ, art. 11.2).
  @discardableResult
  public func complain(about name: String, text: String, id complaint: String? = nil)
    throws(CabinetFailure) -> Application
  {
    try runOffice(until: now)
    let application = try application(name)
    let id = application.id
    let text = text.trimmingSpace
    guard !text.isEmpty, text.count <= 4000 else {
      throw .notPossible(
        Phrase(
          "Напишите, с чем вы не согласны: от 1 до 4000 знаков. Жалоба не подана.",
          "Say what you disagree with: 1 to 4000 characters. No complaint was filed."))
    }
    let complaintID = complaint ?? ids.next("c")
    try commit { state throws(CabinetFailure) in
      let current = state.application(id) ?? application
      if current.complaints.contains(where: { $0.id == complaintID }) { return nil }
      guard let subject = complaintSubject(for: current) else {
        throw .notPossible(
          Phrase(
            "Жаловаться пока не на что: отказа нет и срок не прошёл, или жалоба уже подана. "
              + "Ничего не изменилось.",
            "There is nothing to complain of yet: no refusal, no missed term, or a complaint "
              + "is open already. Nothing was changed."))
      }
      let registered = calendar.adding(workingDays: 1, to: today)
      return .complaintFiled(
        application: id,
        Complaint(
          id: complaintID, subject: subject, text: text, filedAt: now,
          due: calendar.adding(workingDays: subject.workingDays, to: registered)))
    }
    return try self.application(id)
  }

  /// Begins a new draft with the answers of an earlier application.
  public func repeatApplication(_ name: String) throws(CabinetFailure) -> Draft {
    let application = try application(name)
    let service = try service(application.submission.service)
    var draft = Draft(
      id: ids.next("a"), service: service, savedAt: now, repeats: application.id)
    for field in service.form.fields {
      guard let answer = application.answers[field.id] else { continue }
      if case .text(let text) = answer {
        draft.answers[field.id] = .text(field.typed(text))
      } else {
        draft.answers[field.id] = answer
      }
    }
    // Consent is given anew each time.
    for field in service.form.fields where field.type == .flag { draft.answers[field.id] = nil }
    draft.questions = questions(of: service.form, in: draft.answers)
    try save(draft)
    return draft
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmingSpace: String {
    var view = self[...]
    while view.first?.isWhitespace == true { view.removeFirst() }
    while view.last?.isWhitespace == true { view.removeLast() }
    return String(view)
  }
}

extension CabinetState {
  /// Takes in an event.
  ///
  /// - Parameters:
  ///   - event: what happened.
  ///   - moment: when, by the record that holds it.
  /// - Throws: ``FoldRefusal`` where it cannot happen in this state, which then stays as it was.
  public mutating func apply(_ event: CabinetEvent, at moment: Timestamp) throws(FoldRefusal) {
    switch event {
    case .profileChanged(let profile): self.profile = profile
    case .clockAdvanced(let clock): self.clock = max(clock, self.clock ?? clock)
    case .medical(let event): try medical.apply(event, at: moment)
    case .favourite(let event): apply(event)
    case .booking(let event): apply(event)
    case .draftSaved(var draft):
      try refuseIfSubmitted(draft.id)
      draft.savedAt = moment
      if let index = drafts.firstIndex(where: { $0.id == draft.id }) {
        drafts[index] = draft
      } else {
        drafts.append(draft)
      }
    case .draftDiscarded(let id): try setDiscarded(true, draft: id)
    case .draftRestored(let id): try setDiscarded(false, draft: id)
    case .draftErased(let id):
      guard let index = drafts.firstIndex(where: { $0.id == id }) else { throw .noSuchDraft(id) }
      drafts.remove(at: index)
    case .applicationSubmitted(let submission):
      try refuseIfSubmitted(submission.id)
      applications.append(Application(submission: submission, at: moment))
      drafts.removeAll { $0.id == submission.id }
      submittedCount += 1
    case .statusChanged(let id, let status):
      try change(id) { application throws(FoldRefusal) in try application.enter(status) }
    case .replySaved(let id, let answers):
      try change(id) { application throws(FoldRefusal) in
        application.reply = answers.isEmpty ? nil : .init(answers: answers, savedAt: moment)
      }
    case .clarificationGiven(let id, let answers, let status):
      try change(id) { application throws(FoldRefusal) in
        guard status.code == .clarificationGiven else {
          throw .statusNotAllowed(application: id, from: application.status, to: status.code)
        }
        try application.enter(status)
        application.answers.merge(answers) { _, new in new }
        application.reply = nil
      }
    case .complaintFiled(let id, let complaint):
      try change(id) { application throws(FoldRefusal) in
        guard application.complaints.allSatisfy({ $0.outcome != nil }) else {
          throw .complaintOpen(application: id)
        }
        application.complaints.append(complaint)
      }
    case .complaintDecided(let id, let complaint, let outcome, let note):
      try change(id) { application throws(FoldRefusal) in
        guard
          let index = application.complaints.firstIndex(where: {
            $0.id == complaint && $0.outcome == nil
          })
        else { throw .noSuchComplaint(complaint) }
        application.complaints[index].outcome = outcome
        application.complaints[index].note = note
        application.complaints[index].decidedAt = moment
      }
    }
  }

  private func refuseIfSubmitted(_ id: String) throws(FoldRefusal) {
    guard application(id) == nil, !closed.contains(id) else { throw .alreadySubmitted(id) }
  }

  private mutating func setDiscarded(_ flag: Bool, draft id: String) throws(FoldRefusal) {
    guard let index = drafts.firstIndex(where: { $0.id == id }) else { throw .noSuchDraft(id) }
    drafts[index].isDiscarded = flag
  }

  private mutating func change(
    _ id: String, _ body: (inout Application) throws(FoldRefusal) -> Void
  ) throws(FoldRefusal) {
    guard let index = applications.firstIndex(where: { $0.id == id }) else {
      throw .noSuchApplication(id)
    }
    var application = applications[index]
    try body(&application)
    applications[index] = application
  }

  /// Puts an application back that was in the ledger, in its place by the moment of sending, so that
  /// events can reach it.
  public mutating func revive(_ application: Application) {
    closed.remove(application.id)
    let place = applications.firstIndex { $0.submittedAt > application.submittedAt }
    applications.insert(application, at: place ?? applications.endIndex)
  }
}

extension Application {
  /// Takes in a status, if the machine allows it after the one before.
  mutating func enter(_ event: StatusEvent) throws(FoldRefusal) {
    guard StatusMachine.allows(event.code, after: status) else {
      throw .statusNotAllowed(application: id, from: status, to: event.code)
    }
    history.append(event)
  }
}

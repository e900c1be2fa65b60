import Cabinet

extension CabinetSession {
  /// The service of an id.
  ///
  /// - Throws: ``CabinetFailure/noSuchService(_:nearest:)``, or
  ///   ``CabinetFailure/cardDamaged(_:_:)`` where its card cannot be read.
  public func service(_ id: String) throws(CabinetFailure) -> Service {
    let card: Service?
    do { card = try shelf.card(id) } catch { throw .cardDamaged(id, error) }
    if let card { return card }
    throw .noSuchService(id, nearest: Nearest.names(to: id, among: directory.services.map(\.id)))
  }

  /// The service of an id, if there is one and its card can be read.
  public func knownService(_ id: String) -> Service? { (try? shelf.card(id)) ?? nil }

  /// Begins a draft, prefilled from the profile, and saves it.
  ///
  /// - Parameter id: an id made by the caller, for whom a repeat shall do nothing; a new one where nil.
  public func beginDraft(for service: Service, id: String? = nil) throws(CabinetFailure) -> Draft {
    if let id, let draft = state.draft(id) { return draft }
    let draft = newDraft(for: service, id: id)
    try save(draft)
    return draft
  }

  /// The draft of an id, or a new one, prefilled from the profile and not saved.
  ///
  /// For whoever has all answers at once: one record then holds them all, or there is none.
  public func newDraft(for service: Service, id: String? = nil) -> Draft {
    if let id, let draft = state.draft(id) { return draft }
    var draft = Draft(id: id ?? ids.next("a"), service: service, savedAt: now)
    draft.answers = prefilled(service.form)
    draft.questions = questions(of: service.form, in: draft.answers)
    return draft
  }

  /// What the profile answers of a form.
  public func prefilled(_ form: Form) -> [String: Answer] {
    var answers: [String: Answer] = [:]
    for field in form.fields {
      if let value = profileValue(for: field) {
        answers[field.id] = .text(field.typed(value))
      } else if field.type.isReference,
        let kind = Profile.Object.Kind(rawValue: field.type.rawValue)
      {
        let things = state.profile.objects(kind)
        if things.count == 1, field.required { answers[field.id] = things[0].answer }
      }
    }
    return answers
  }

  /// The value of the profile that fills in a field; nil where there is none.
  public func profileValue(for field: FormField) -> String? {
    guard let prefill = field.prefill, prefill.hasPrefix("profile.") else { return nil }
    return state.profile[String(prefill.dropFirst("profile.".count))]
  }

  /// True where an answer means what the profile says, however it is typed.
  public func isOfProfile(_ answer: Answer?, to field: FormField) -> Bool {
    guard let answer, let value = profileValue(for: field) else { return false }
    return field.canonical(answer) == field.canonical(.text(field.typed(value)))
  }

  /// Saves a draft as it is, refused answers included.
  ///
  /// What is there already, saved on the same day, is not written once more.
  public func save(_ draft: Draft) throws(CabinetFailure) {
    try commit { state in
      guard var known = state.draft(draft.id), known.savedAt.day == today else {
        return .draftSaved(draft)
      }
      known.savedAt = draft.savedAt
      return known == draft ? nil : .draftSaved(draft)
    }
  }

  /// The questions as they stand, to be kept with the answers.
  public func questions(of form: Form, in answers: [String: Answer]) -> [String: String] {
    form.fields.reduce(into: [:]) { questions, field in
      if answers[field.id] != nil { questions[field.id] = field.title }
    }
  }

  /// Puts a draft into the trash, from which it can be taken back.
  public func discard(draft id: String) throws(CabinetFailure) {
    try commit { _ in .draftDiscarded(draft: id) }
  }

  /// Takes a draft back from the trash.
  public func restore(draft id: String) throws(CabinetFailure) {
    try commit { _ in .draftRestored(draft: id) }
  }

  /// Deletes a draft for good.
  public func erase(draft id: String) throws(CabinetFailure) {
    try commit { _ in .draftErased(draft: id) }
  }
}

/// A question that changed since a draft answered it.
public struct ChangedQuestion: Equatable {
  /// The field.
  public var field: String
  /// What was asked when it was answered.
  public var old: String
  /// What is asked now; nil where the question is gone.
  public var new: String?
}

extension CabinetSession {
  /// The questions that changed since a draft was filled in; empty where the form is the same.
  public func changedQuestions(of draft: Draft, in form: Form) -> [ChangedQuestion] {
    guard draft.formVersion != form.version else { return [] }
    return draft.questions.keys.sorted().compactMap { id in
      guard let old = draft.questions[id] else { return nil }
      let new = form.field(id)?.title
      return new == old ? nil : ChangedQuestion(field: id, old: old, new: new)
    }
  }
}

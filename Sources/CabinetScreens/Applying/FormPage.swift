import Cabinet
import CabinetServices
import TerminalUI

/// The questions of a form as views, and what was typed into them as answers.
///
/// Applying, replying to the office and telling about oneself are the same act, so they share this.
struct FormPage {
  /// What was answered so far, refused answers included.
  var answers: [String: Answer]
  /// What is wrong, by field; shown beside it.
  var problems: [String: Phrase] = [:]
  /// True once going on was refused: from then on a summary stands above the questions.
  var showsSummary = false
  /// What is typed as the name of a file, by field.
  var fileNames: [String: String] = [:]

  init(answers: [String: Answer]) {
    self.answers = answers
  }

  /// What a page event meant for the form.
  enum Change: Equatable {
    /// Nothing that the form knows of.
    case none
    /// A letter was typed; saving can wait until the field is left.
    case typed(field: String)
    /// An answer is complete and should be saved.
    case answered(field: String)
    /// A file was taken away; another can be named in its place.
    case removed(field: String)
    /// A file should be attached.
    case attach(field: String, name: String)
  }

  /// Takes in an event of the page.
  mutating func take(_ event: PageEvent, fields: [FormField], profile: Profile) -> Change {
    switch event {
    case .textChanged(let id, let text):
      if let field = id.tail(of: "file.") {
        fileNames[field] = text
        return .none
      }
      guard let field = fields.named(id.tail(of: "f.")) else { return .none }
      set(text.isEmpty ? nil : .text(text), field)
      return .typed(field: field.id)
    case .textCommitted(let id):
      guard let field = fields.named(id.tail(of: "f.")) else { return .none }
      return .answered(field: field.id)
    case .chosen(let id, let values):
      guard let field = fields.named(id.tail(of: "f.")) else { return .none }
      set(answer(values, field, profile), field)
      return .answered(field: field.id)
    case .toggled(let id, let flag):
      guard let field = fields.named(id.tail(of: "f.")) else { return .none }
      set(.flag(flag), field)
      return .answered(field: field.id)
    case .activated(let id): return takeActivation(id, fields: fields)
    case .focusMoved, .actionInvoked, .sectionChosen: return .none
    }
  }

  private mutating func takeActivation(_ id: ViewID, fields: [FormField]) -> Change {
    if let field = id.tail(of: "attach."), fields.named(field) != nil {
      let name = (fileNames[field] ?? "").trimmedName
      return name.isEmpty ? .none : .attach(field: field, name: name)
    }
    if let rest = id.tail(of: "document."), let slash = rest.firstIndex(of: "/") {
      return .attach(
        field: String(rest[..<slash]), name: String(rest[rest.index(after: slash)...]))
    }
    if let rest = id.tail(of: "remove."), let slash = rest.firstIndex(of: "/") {
      let field = String(rest[..<slash])
      guard let index = Int(rest[rest.index(after: slash)...]),
        var files = answers[field]?.attachments, files.indices.contains(index)
      else { return .none }
      files.remove(at: index)
      answers[field] = files.isEmpty ? nil : .files(files)
      return .removed(field: field)
    }
    return .none
  }

  private mutating func set(_ answer: Answer?, _ field: FormField) {
    answers[field.id] = answer
    problems[field.id] = nil
  }

  private func answer(_ values: Set<String>, _ field: FormField, _ profile: Profile) -> Answer? {
    if field.type.isReference {
      return profile.objects.first { values.contains($0.id) }?.answer
    }
    if field.type == .multiChoice {
      return .values((field.options ?? []).map(\.id).filter(values.contains))
    }
    return values.first.map(Answer.text)
  }

  /// Adds an attached file.
  mutating func attached(_ file: Attachment, field: String) {
    let files = answers[field]?.attachments ?? []
    answers[field] = .files(files + [file])
    fileNames[field] = nil
    problems[field] = nil
  }

  /// A path that was typed and not attached yet: going on attaches it first.
  func pendingFile(_ fields: [FormField]) -> (field: String, name: String)? {
    for field in fields where field.type == .attachment {
      let name = (fileNames[field.id] ?? "").trimmedName
      if !name.isEmpty { return (field.id, name) }
    }
    return nil
  }

  /// Checks all answers before going on.
  ///
  /// - Returns: the first field that is wrong; nil where none is.
  mutating func refuse(_ fields: [FormField], today: Day) -> FormField? {
    for field in fields {
      problems[field.id] = field.problem(answers[field.id], in: answers, today: today)?.reason
    }
    let wrong = fields.first { problems[$0.id] != nil }
    showsSummary = wrong != nil
    return wrong
  }

  /// The first field that wants an answer or has a wrong one, else the first without any; nil where
  /// all are answered.
  func firstOpen(_ fields: [FormField], today: Day) -> FormField? {
    fields.first { $0.problem(answers[$0.id], in: answers, today: today) != nil }
      ?? fields.first { answers[$0.id]?.isEmpty ?? true }
  }

  /// Checks one answer when its field is left; an empty one is not nagged about until "next".
  mutating func check(_ field: FormField?, today: Day) {
    guard let field, let answer = answers[field.id], !answer.isEmpty else { return }
    problems[field.id] = field.problem(answer, in: answers, today: today)?.reason
  }
}

extension [FormField] {
  fileprivate func named(_ id: String?) -> FormField? {
    id.flatMap { id in first { $0.id == id } }
  }
}

extension String {
  /// A typed file name without the white space around it.
  fileprivate var trimmedName: String {
    var view = self[...]
    while view.first?.isWhitespace == true { view.removeFirst() }
    while view.last?.isWhitespace == true { view.removeLast() }
    return String(view)
  }
}

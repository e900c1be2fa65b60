import Cabinet
import CabinetServices
import TerminalUI

/// What a service needs, as a list to tick off: what the cabinet has already, what the agency asks of
/// others, and what is left to the resident.
struct DocumentChecklist {
  /// Where a document comes from.
  private enum Source: Equatable {
    /// The cabinet has it: its number, or what it is called.
    case held(String)
    /// The agency asks another one for it.
    case agency(String?)
    /// The resident attaches a file.
    case file
    /// The resident writes it in the form.
    case form
  }

  private let documents: [(document: RequiredDocument, source: Source)]
  private let context: ScreenContext

  /// Looks up each document of a service in the profile.
  init(_ service: Service, _ context: ScreenContext) {
    self.context = context
    documents = service.documents.map { ($0, Self.source(of: $0, service, context)) }
  }

  private static func source(
    of document: RequiredDocument, _ service: Service, _ context: ScreenContext
  ) -> Source {
    if document.supplier == .agency { return .agency(document.source) }
    let profile = context.session.state.profile
    let field = service.form.field(document.field ?? document.id)
    if let field, field.type.isReference,
      let kind = Profile.Object.Kind(rawValue: field.type.rawValue)
    {
      let things = profile.objects(kind).map(\.title)
      return things.isEmpty ? .form : .held(things.joined(separator: ", "))
    }
    let prefill = field?.prefill.map { String($0.dropFirst("profile.".count)) }
    if let value = profile[prefill ?? document.id] {
      return .held(field?.shown(.text(value), context.language) ?? value)
    }
    return field?.type == .attachment ? .file : .form
  }

  /// How much is done: `есть 2 · запросит ведомство 1 · за вами 1`.
  var summary: String {
    let held = documents.count { if case .held = $0.source { true } else { false } }
    let asked = documents.count { if case .agency = $0.source { true } else { false } }
    let left = documents.count {
      ($0.source == .file || $0.source == .form) && $0.document.required
    }
    let parts = [
      (held, Phrase("уже есть \(held)", "\(held) at hand")),
      (asked, Phrase("запросит ведомство \(asked)", "\(asked) asked by the agency")),
      (left, Phrase("за вами \(left)", "\(left) left to you")),
    ]
    let said = parts.filter { $0.0 > 0 }.map { context.say($0.1) }
    return said.isEmpty ? context.say(ServiceWords.nothingNeeded) : said.joined(separator: " · ")
  }

  /// The documents as lines.
  ///
  /// - Parameter isDetailed: true to tell the notes too.
  func rows(isDetailed: Bool) -> [Row] {
    documents.map { document, source in
      var notes = [words(source)]
      if !document.required { notes.append(context.say(ServiceWords.optional)) }
      if isDetailed, let note = document.note { notes.append(context.translated(note)) }
      let (mark, tone) = sign(of: source, isRequired: document.required)
      return Row(
        leading: StyledText(context.say(mark), tone),
        title: StyledText(context.translated(document.title))
          + StyledText(" — " + notes.joined(separator: ", "), .dim))
    }
  }

  private func sign(of source: Source, isRequired: Bool) -> (Phrase, Tone) {
    switch source {
    case .held: (ServiceWords.has, .good)
    case .agency: (ServiceWords.theirs, .dim)
    case .file, .form: (ServiceWords.lacks, isRequired ? .warning : .dim)
    }
  }

  private func words(_ source: Source) -> String {
    switch source {
    case .held(let what): "\(what), \(context.say(ServiceWords.fromProfile))"
    case .agency(let from):
      context.say(ServiceWords.agencyAsks) + (from.map { ": \(context.translated($0))" } ?? "")
    case .file: context.say(ServiceWords.attachFile)
    case .form: context.say(ServiceWords.typeIn)
    }
  }
}

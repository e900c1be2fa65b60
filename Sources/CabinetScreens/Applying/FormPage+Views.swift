import Cabinet
import CabinetServices
import TerminalUI

extension FormPage {
  /// The views of some fields, in order.
  func views(of fields: [FormField], _ context: ScreenContext) -> [View] {
    let asks = fields.contains(where: \.required)
    let views = fields.flatMap { self.views(of: $0, marksOptional: asks, context) }
    guard !asks, fields.count > 1 else { return views }
    // Said once; on every line it would hide what is said there else.
    return [.text(StyledText(context.say(FormWords.allOptional), .dim)), .gap] + views
  }

  /// The summary of what is wrong, each line leading to its field; nil where nothing is, or while
  /// nobody tried to go on: beside its field an error is told at once.
  func summary(of fields: [FormField], _ context: ScreenContext) -> View? {
    guard showsSummary else { return nil }
    let wrong = fields.compactMap { field in problems[field.id].map { (field, $0) } }
    guard !wrong.isEmpty else { return nil }
    return .alert(
      Alert(
        .problem, StyledText(context.say(FormWords.correct(wrong.count))),
        lines: wrong.map { field, reason in
          (
            field.viewID,
            StyledText("\(context.say(field.name)) — \(context.say(reason))")
          )
        }))
  }

  private func views(
    of field: FormField, marksOptional: Bool, _ context: ScreenContext
  ) -> [View] {
    let id = ViewID("f.\(field.id)")
    let label = context.say(field.name)
    let help = context.say(field.advice)
    let problem = problems[field.id].map(context.say)
    switch field.type {
    case .choice, .multiChoice:
      return [
        .choice(
          Choice(
            id: id, label: label,
            options: (field.options ?? []).map { .init(value: $0.id, title: context.say($0.name)) },
            selected: Set(answers[field.id]?.values ?? []),
            allowsMany: field.type == .multiChoice, help: help, problem: problem,
            isRequired: field.required))
      ]
    case .flag:
      let isOn = answers[field.id]?.text == "true"
      return [.toggle(Toggle(id: id, label: label, isOn: isOn, help: help, problem: problem))]
    case .person, .child, .pet, .vehicle, .home: return [reference(field, context, problem)]
    case .attachment: return attachments(field, context, problem)
    default:
      return [
        .field(
          Field(
            id: id, label: label, text: answers[field.id]?.text ?? "",
            note: note(field, marksOptional: marksOptional, context), help: help,
            placeholder: field.placeholder(context),
            problem: problem, isRequired: field.required, isMultiline: field.type == .longText))
      ]
    }
  }

  /// Where a value came from, while it is still the profile's.
  private func note(
    _ field: FormField, marksOptional: Bool, _ context: ScreenContext
  ) -> String {
    if context.session.isOfProfile(answers[field.id], to: field) {
      return context.say(FormWords.fromProfile)
    }
    return field.required || !marksOptional ? "" : context.say(FormWords.optional)
  }

  private func reference(_ field: FormField, _ context: ScreenContext, _ problem: String?) -> View {
    let things =
      Profile.Object.Kind(rawValue: field.type.rawValue)
      .map(context.session.state.profile.objects) ?? []
    let label = context.say(field.name)
    guard !things.isEmpty else {
      return .alert(
        Alert(
          .warning, StyledText("\(label): \(context.say(FormWords.noneInProfile))"),
          lines: [("add.thing", StyledText(context.say(FormWords.addInProfile)))]))
    }
    return .choice(
      Choice(
        id: ViewID("f.\(field.id)"), label: label,
        options: things.map { .init(value: $0.id, title: $0.title) },
        selected: Set(answers[field.id]?.values ?? []), help: context.say(field.advice),
        problem: problem, isRequired: field.required))
  }

  private func attachments(_ field: FormField, _ context: ScreenContext, _ problem: String?)
    -> [View]
  {
    let files = answers[field.id]?.attachments ?? []
    var inside: [View] = []
    if !files.isEmpty {
      inside.append(
        .rows(
          files.enumerated().map { index, file in
            Row(
              id: ViewID("remove.\(field.id)/\(index)"), marker: "-",
              title: StyledText(file.name),
              details: [
                .text(StyledText(file.inWords(context), .dim)),
                .text(StyledText(context.say(FormWords.remove), .dim)),
              ])
          }))
    }
    if files.count < field.max ?? 10 {
      inside += [
        .field(
          Field(
            id: ViewID("file.\(field.id)"), label: context.say(FormWords.path),
            text: fileNames[field.id] ?? "", help: context.say(field.advice),
            placeholder: context.say(FormWords.pathExample),
            confirmedBy: ViewID("attach.\(field.id)"))),
        .buttons([Button(id: ViewID("attach.\(field.id)"), context.say(FormWords.attach))]),
      ]
      let documents = context.session.state.profile.documents.filter { document in
        (field.accepts?.contains(document.attachment.kind) ?? true)
          && !files.contains { $0.hash == document.attachment.hash }
      }
      if !documents.isEmpty {
        inside += [
          .text(StyledText(context.say(FormWords.fromDocuments), .dim)),
          .rows(
            documents.map {
              Row(
                id: ViewID("document.\(field.id)/\($0.id)"), marker: "+",
                title: StyledText($0.title),
                details: [.text(StyledText($0.attachment.inWords(context), .dim))])
            }),
        ]
      }
    }
    let title =
      context.say(field.name) + (field.required ? "" : " (\(context.say(FormWords.optional)))")
    var views: [View] = [.group(title, inside)]
    if let problem { views.insert(.alert(Alert(.problem, StyledText(problem))), at: 0) }
    return views
  }
}

extension Attachment {
  /// Kind, size and pixels in a few words: `PNG, 12 КБ, 354×472`.
  func inWords(_ context: ScreenContext) -> String {
    let kilobytes = context.say(Phrase("\(max(1, size / 1024)) КБ", "\(max(1, size / 1024)) KB"))
    let pixels = picture.map { ", \($0.width)×\($0.height)" } ?? ""
    return "\(kind.uppercased()), \(kilobytes)\(pixels)"
  }
}

extension FormField {
  /// An example for an empty field.
  fileprivate func placeholder(_ context: ScreenContext) -> String {
    switch type {
    case .date: context.say(FormWords.dateExample)
    default: ""
    }
  }
}

extension FormField {
  /// The view in which the question is answered; for files it is where their path is typed.
  var viewID: ViewID { ViewID(type == .attachment ? "file.\(id)" : "f.\(id)") }
}

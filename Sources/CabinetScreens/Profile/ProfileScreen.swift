import Cabinet
import CabinetServices
import TerminalUI

/// What the cabinet knows of the resident and of their family, pets, vehicles and homes.
struct ProfileScreen: Screen {
  /// True where it was opened over a form, to which it returns.
  let isLayer: Bool
  private var path = ""

  var section: Section? { .profile }

  init(isLayer: Bool = false) { self.isLayer = isLayer }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    if case .textChanged("path", let typed) = event {
      path = typed
      return []
    }
    guard case .activated(let id) = event else { return [] }
    if let step = id.tail(of: "step.").flatMap({ Int($0) }) {
      return [.push(ProfileFormScreen(step: step, context))]
    }
    if let kind = id.tail(of: "add.").flatMap(Profile.Object.Kind.init(rawValue:)) {
      return [.push(ProfileFormScreen(adding: kind, context))]
    }
    if let object = id.tail(of: "object."),
      let found = context.session.state.profile.objects.first(where: { $0.id == object })
    {
      return [.push(ProfileFormScreen(found))]
    }
    if id == "attach", !path.isEmpty { return [.attach(name: path, field: "document")] }
    if let document = id.tail(of: "document.") {
      var profile = context.session.state.profile
      profile.documents.removeAll { $0.id == document }
      return [
        .push(
          ConfirmScreen(
            question: Phrase(
              "Убрать документ из «Моих данных»? В заявлениях он останется.",
              "Remove the document from your details? Applications keep it."),
            confirm: Phrase("Убрать", "Remove"), effects: [.saveProfile(profile)]))
      ]
    }
    if id == "back" { return [.pop] }
    return []
  }

  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect] {
    guard case .attached(let file, _) = outcome else { return [] }
    path = ""
    var profile = context.session.state.profile
    var number = profile.documents.count + 1
    while profile.documents.contains(where: { $0.id == "document-\(number)" }) { number += 1 }
    profile.documents.append(.init(id: "document-\(number)", title: file.name, attachment: file))
    return [.saveProfile(profile)]
  }

  func view(_ context: ScreenContext) -> Page {
    let profile = context.session.state.profile
    var body: [View] = []
    for (index, step) in ProfileForms.resident.steps.enumerated() {
      body.append(.heading(context.say(step.name)))
      let known = step.fields.compactMap { field -> Fact? in
        guard let value = profile[field.id] else { return nil }
        return Fact(
          context.say(field.name), StyledText(field.shown(.text(value), context.language)))
      }
      if !known.isEmpty { body.append(.facts(known)) }
      let verb = known.isEmpty ? ProfileWords.fillIn : FormWords.change
      body += [
        .rows([Row(id: ViewID("step.\(index)"), title: StyledText(context.say(verb), .accent))]),
        .gap,
      ]
    }
    body.append(.heading(context.say(ProfileWords.things)))
    let things = profile.objects.map { object in
      Row(
        id: ViewID("object.\(object.id)"), title: StyledText(context.say(object.name)),
        details: [.text(StyledText(context.say(object.kind.title), .dim))])
    }
    if !things.isEmpty { body.append(.rows(things)) }
    body += [
      .buttons(
        Profile.Object.Kind.allCases.map {
          Button(id: ViewID("add.\($0.rawValue)"), "+ \(context.say($0.title))")
        }), .gap, .heading(context.say(ProfileWords.documents)),
    ]
    if !profile.documents.isEmpty {
      body.append(
        .rows(
          profile.documents.map {
            Row(
              id: ViewID("document.\($0.id)"), title: StyledText($0.title),
              details: [.text(StyledText($0.attachment.inWords(context), .dim))])
          }))
    }
    body += [
      .field(
        Field(
          id: "path", label: context.say(FormWords.path), text: path,
          placeholder: context.say(FormWords.pathExample), confirmedBy: "attach")),
      .buttons([Button(id: "attach", context.say(ProfileWords.keep))]),
    ]
    if isLayer {
      body += [.gap, .buttons([Button(id: "back", context.say(ProfileWords.backToForm))])]
    }
    return Page(
      path: [context.say(Section.profile.title)], status: context.status,
      sections: isLayer ? [] : Section.list(current: .profile, context), body: body)
  }
}

/// Words of the resident's own details.
enum ProfileWords {
  static let fillIn = Phrase("заполнить", "fill in")
  static let things = Phrase("Семья, питомцы, автомобили, жильё", "Family, pets, vehicles, homes")
  static let documents = Phrase("Мои документы", "My documents")
  static let keep = Phrase("Добавить документ", "Add the document")
  static let backToForm = Phrase("Вернуться к заявлению", "Back to the application")
  static let save = Phrase("Сохранить", "Save")
  static let remove = Phrase("Удалить", "Delete")
  static let saved = Phrase("Сохранено.", "Saved.")
}

import Cabinet
import CabinetServices
import TerminalUI

/// Something that the palette finds.
struct PaletteItem {
  /// Its name on the page.
  var id: ViewID
  /// What it is called.
  var title: String
  /// What it is: its keys, a service, a draft.
  var note: String
  /// What choosing it does, after the palette was closed.
  var effects: [Effect]
}

/// One kind of thing that the palette finds; the list of them is all that a new kind has to join.
struct PaletteSource: Sendable {
  /// What fits the words of a query, the best first; every word must be in it, lower case.
  var items: @Sendable (_ query: String, _ words: [Substring], ScreenContext) -> [PaletteItem]

  /// The most things of one kind.
  private static let limit = 20

  /// Every kind, in the order in which they are shown.
  static func all(_ actions: [Action]) -> [PaletteSource] {
    [.atHand, .actions(actions), .applications, .drafts, .details, .measured, .services]
  }

  private static func fits(_ words: [Substring], _ texts: String...) -> Bool {
    let text = texts.joined(separator: " ").lowercased()
    return words.allSatisfy { text.contains($0) }
  }

  /// The services that were kept or used last, before anything is typed.
  static let atHand = PaletteSource { _, words, context in
    guard words.isEmpty else { return [] }
    let favourites = context.session.favourites
    let recent = context.session.recentServices.filter { !favourites.contains($0) }
    let kept =
      favourites.map { ($0, BrowseWords.isFavourite) } + recent.map { ($0, BrowseWords.isRecent) }
    return kept.prefix(3).map { item($0, context.say($1), context) }
  }

  private static func item(
    _ service: ServiceBrief, _ note: String, _ context: ScreenContext
  ) -> PaletteItem {
    PaletteItem(
      id: ViewID("service.\(service.id)"), title: context.say(service.shortName), note: note,
      effects: [.push(ServiceScreen(id: service.id))])
  }

  /// What can be done here; all of it without a query.
  static func actions(_ actions: [Action]) -> PaletteSource {
    PaletteSource { _, words, _ in
      actions.filter { fits(words, $0.title, $0.sentence) }.map { action in
        PaletteItem(
          id: ViewID("action.\(action.id.rawValue)"), title: action.sentence,
          note: action.keys.map(\.label).joined(separator: " "), effects: [.invoke(action.id)])
      }
    }
  }

  static let applications = PaletteSource { _, words, context in
    guard !words.isEmpty else { return [] }
    return context.session.state.summaries.lazy
      .filter { fits(words, $0.name.ru, $0.name.en, $0.number) }.prefix(limit).map { summary in
        PaletteItem(
          id: ViewID("application.\(summary.id)"), title: context.say(summary.name),
          note: context.say(summary.phase.title),
          effects: [.push(ApplicationScreen(id: summary.id))])
      }
  }

  static let drafts = PaletteSource { _, words, context in
    guard !words.isEmpty else { return [] }
    return context.session.state.drafts.filter { !$0.isDiscarded }
      .filter { fits(words, $0.name.ru, $0.name.en, context.say(FollowWords.drafts)) }
      .prefix(limit).map { draft in
        PaletteItem(
          id: ViewID("draft.\(draft.id)"), title: context.say(draft.name),
          note: context.say(Phrase("черновик", "draft")),
          effects: [.push(ApplyScreen(resuming: draft, context))])
      }
  }

  /// What the cabinet knows of the resident: values, family, pets, vehicles, documents.
  static let details = PaletteSource { _, words, context in
    guard !words.isEmpty else { return [] }
    let profile = context.session.state.profile
    let note = context.say(Section.profile.title)
    var items: [PaletteItem] = []
    for (index, step) in ProfileForms.resident.steps.enumerated() {
      for field in step.fields {
        guard let value = profile[field.id] else { continue }
        let name = context.say(field.name)
        let shown = field.shown(.text(value), context.language)
        guard fits(words, name, shown, value) else { continue }
        items.append(
          PaletteItem(
            id: ViewID("detail.\(field.id)"), title: "\(name): \(shown)", note: note,
            effects: [.push(ProfileFormScreen(step: index, context))]))
      }
    }
    items += profile.objects.filter { fits(words, $0.title, context.say($0.kind.title)) }.map {
      PaletteItem(
        id: ViewID("object.\($0.id)"), title: $0.title, note: context.say($0.kind.title),
        effects: [.push(ProfileFormScreen($0))])
    }
    items += profile.documents.filter { fits(words, $0.title) }.map {
      PaletteItem(
        id: ViewID("document.\($0.id)"), title: $0.title,
        note: context.say(ProfileWords.documents), effects: [.open(.profile)])
    }
    return Array(items.prefix(limit))
  }

  /// What was measured in the cards that may be read: names alone, the values stand where one goes.
  static let measured = PaletteSource { query, words, context in
    guard query.count >= 3, let patients = try? context.session.medicalPatients() else { return [] }
    let note = context.say(HealthWords.trends)
    return patients.flatMap { patient -> [PaletteItem] in
      let trends = (try? context.session.medicalCard(of: patient))?.trends ?? []
      return trends.filter { fits(words, $0.name.ru, $0.name.en) }.map { trend in
        let whose = patient.child == nil ? "" : " · \(context.say(patient.name))"
        return PaletteItem(
          id: ViewID("measured.\(patient.id).\(trend.analyte)"),
          title: context.say(trend.name) + whose, note: note,
          effects: [.push(TrendScreen(patient: patient, analyte: trend.analyte))])
      }
    }
  }

  static let services = PaletteSource { query, words, context in
    guard !words.isEmpty else { return [] }
    let note = context.say(Phrase("услуга", "service"))
    return context.session.search.matches(query).prefix(50).map { item($0.service, note, context) }
  }
}

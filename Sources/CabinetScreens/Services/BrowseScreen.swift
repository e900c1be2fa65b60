import Cabinet
import CabinetServices
import TerminalUI

/// The services by theme, by life situation or by agency: three ways in for who has no word to type.
struct BrowseScreen: Screen {
  /// A way in.
  enum Axis: CaseIterable {
    case category, situation, agency

    /// What it is called.
    var title: Phrase {
      switch self {
      case .category: Phrase("По темам", "By theme")
      case .situation: Phrase("По жизненным ситуациям", "By life situation")
      case .agency: Phrase("По ведомствам", "By agency")
      }
    }
  }

  let axis: Axis
  /// The entry that was chosen; nil while all are listed.
  let chosen: String?

  var section: Section? { .services }

  init(axis: Axis, chosen: String? = nil) {
    self.axis = axis
    self.chosen = chosen
  }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard case .activated(let id) = event else { return [] }
    if let service = id.tail(of: "service.") { return [.push(ServiceScreen(id: service))] }
    if let entry = id.tail(of: "entry.") {
      return [.push(BrowseScreen(axis: axis, chosen: entry))]
    }
    return []
  }

  func view(_ context: ScreenContext) -> Page {
    let catalogue = context.session.catalogue
    var path = [context.say(Section.services.title), context.say(axis.title)]
    if let chosen {
      let entry = entries(catalogue).first { $0.id == chosen }
      path[1] = entry.map { context.say($0.name) } ?? chosen
    }
    return Page(
      path: path, status: context.status, sections: Section.list(current: .services, context),
      body: [chosen.map { services(of: $0, context) } ?? all(context)])
  }

  private func entries(_ catalogue: Catalogue) -> [Catalogue.Entry] {
    switch axis {
    case .category: catalogue.categories
    case .situation: catalogue.lifeSituations
    case .agency: catalogue.agencies
    }
  }

  private func belongs(_ service: Service, to entry: String) -> Bool {
    switch axis {
    case .category: service.category == entry
    case .situation: service.lifeSituations.contains(entry)
    case .agency: service.agency == entry
    }
  }

  private func all(_ context: ScreenContext) -> View {
    let catalogue = context.session.catalogue
    let counted = entries(catalogue)
      .map { entry in (entry, catalogue.services.count { belongs($0, to: entry.id) }) }
      .filter { $0.1 > 0 }
      .sorted { context.say($0.0.name) < context.say($1.0.name) }
    return .list(
      List(
        id: "entries", label: context.say(axis.title), count: counted.count,
        emptyText: StyledText(context.say(FollowWords.nothingLike))
      ) { index in
        let (entry, count) = counted[index]
        return Row(
          id: ViewID("entry.\(entry.id)"), title: StyledText(context.say(entry.name)),
          details: [.text(StyledText(context.say(Plural.services(count)), .dim))])
      })
  }

  private func services(of entry: String, _ context: ScreenContext) -> View {
    let services = context.session.catalogue.services.filter { belongs($0, to: entry) }
      .sorted { context.say($0.shortName) < context.say($1.shortName) }
    return .list(
      List(
        id: "services", label: context.say(Section.services.title), count: services.count,
        emptyText: StyledText(context.say(FollowWords.nothingLike))
      ) { index in
        Row(
          id: ViewID("service.\(services[index].id)"),
          title: StyledText(context.say(services[index].shortName)),
          details: [.text(StyledText(context.say(services[index].terms), .dim))])
      })
  }
}

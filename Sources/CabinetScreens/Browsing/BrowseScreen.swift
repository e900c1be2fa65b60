import Cabinet
import CabinetServices
import Terminal
import TerminalUI

/// The services by theme, by life situation or by agency: three ways in for who has no word to type.
struct BrowseScreen: Screen {
  /// A way in.
  enum Axis: String, CaseIterable {
    case category, situation, agency

    /// What it is called.
    var title: Phrase {
      switch self {
      case .category: Phrase("По темам", "By theme")
      case .situation: Phrase("По жизненным ситуациям", "By life situation")
      case .agency: Phrase("По ведомствам", "By agency")
      }
    }

    /// How many entries there are, in words.
    func count(_ directory: ServiceDirectory) -> Phrase {
      switch self {
      case .category: BrowseWords.themes(entries(directory).count)
      case .situation: BrowseWords.situations(entries(directory).count)
      case .agency: BrowseWords.agencies(entries(directory).count)
      }
    }

    func entries(_ directory: ServiceDirectory) -> [Catalogue.Entry] {
      switch self {
      case .category: directory.categories
      case .situation: directory.lifeSituations
      case .agency: directory.agencies
      }
    }

    func group(_ entry: String) -> ServiceGroup {
      switch self {
      case .category: .category(entry)
      case .situation: .situation(entry)
      case .agency: .agency(entry)
      }
    }

    /// The entries that a service belongs to.
    func keys(of service: ServiceBrief) -> [String] {
      switch self {
      case .category: [service.category]
      case .situation: service.lifeSituations
      case .agency: [service.agency]
      }
    }
  }

  let axis: Axis
  private var query = ""

  var section: Section? { .services }
  var hasAside: Bool { true }

  init(axis: Axis) { self.axis = axis }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .textChanged("query", let text):
      query = text
      return []
    case .activated(let id):
      guard let entry = id.tail(of: "entry.") else { return [] }
      return [.push(ServiceListScreen(axis.group(entry)))]
    default: return []
    }
  }

  func view(_ context: ScreenContext) -> Page {
    let rows = rows(context)
    return Page(
      path: [context.say(Section.services.title), context.say(axis.title)],
      status: context.status, sections: Section.list(current: .services, context),
      body: [
        .field(
          Field(
            id: "query", label: context.say(FollowWords.filter), text: query,
            note: String(rows.count), drives: "entries")), .gap,
        .list(
          List(
            id: "entries", label: context.say(axis.title), count: rows.count, revision: query,
            emptyText: StyledText(context.say(FollowWords.nothingLike))
          ) { rows[$0] }),
      ], initialFocus: "query")
  }

  /// The entries that have services and fit what was typed, by title.
  private func rows(_ context: ScreenContext) -> [Row] {
    let directory = context.session.directory
    var counts: [String: Int] = [:]
    for service in directory.services {
      for key in axis.keys(of: service) { counts[key, default: 0] += 1 }
    }
    let filter = TitleFilter(query)
    let rows = axis.entries(directory)
      .compactMap { entry -> (title: String, Row)? in
        let title = context.say(entry.name)
        guard let count = counts[entry.id], let marks = filter.marks(in: title) else {
          return nil
        }
        return (
          title,
          Row(
            id: ViewID("entry.\(entry.id)"), title: StyledText(title, found: marks),
            details: [.text(StyledText(context.say(Plural.services(count)), .dim))])
        )
      }
    return Alphabet.sorted(rows, by: \.title).map(\.1)
  }
}

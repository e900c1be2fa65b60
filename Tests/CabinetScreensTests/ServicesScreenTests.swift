import Cabinet
import CabinetServices
import TerminalUI
import Testing

@testable import CabinetScreens

/// Searching for services, by the events of the page.
@Suite struct ServicesScreenTests {
  private let screens: AllScreens

  init() throws { screens = try AllScreens() }

  private func rows(_ screen: ServicesScreen, _ language: Language = .russian) -> [Row] {
    for case .list(let list) in screen.view(screens.context(language)).body {
      return (0..<list.count).map(list.row)
    }
    return []
  }

  private func text(_ screen: ServicesScreen) -> String {
    LinearReader(words: .russian).lines(screen.view(screens.context())).joined(separator: "\n")
  }

  @Test func whatFitsIsMarkedInTheTitle() {
    var screen = ServicesScreen()
    _ = screen.update(.textChanged("query", "охот бил"), screens.context())
    let first = rows(screen).first
    #expect(first?.id == "service.hunting-licence")
    #expect(first?.title.plain == "Охотничий билет")
    #expect(first?.title.runs.filter { $0.tone == .found }.map(\.text) == ["Охот", "бил"])
    let english = rows(ServicesScreen(query: "hunting"), .english).first
    #expect(english?.title.runs.first { $0.tone == .found }?.text == "Hunting")
  }

  @Test func withoutAQueryThoseAtHandComeFirstAndNothingIsMarked() {
    let rows = rows(ServicesScreen())
    let recent = screens.session.recentServices.prefix(3).map { ViewID("service.\($0.id)") }
    #expect(!recent.isEmpty && rows.prefix(recent.count).map(\.id) == recent)
    #expect(
      rows.dropFirst(recent.count).prefix(3).map(\.id)
        == ["way.category", "way.situation", "way.agency"])
    let services = Set(rows.compactMap { $0.id?.tail(of: "service.") })
    #expect(services.count == screens.session.directory.services.count)
    #expect(rows.allSatisfy { row in row.title.runs.allSatisfy { $0.tone == .plain } })
  }

  /// The note beside the field and the place below the list count the same.
  @Test func placesAreCountedAsTheServicesAre() {
    for query in ["", "парковка", "свадьба"] {
      let page = ServicesScreen(query: query).view(screens.context())
      var note = ""
      var services = -1
      for view in page.body {
        if case .field(let field) = view { note = field.note }
        if case .list(let list) = view { services = list.count - list.extras.count }
      }
      #expect(note == Plural.services(services).ru, "\(query)")
    }
  }

  @Test func whereNothingFitsTheNearestIsOffered() {
    let screen = ServicesScreen(query: "абырвалг")
    #expect(text(screen).contains("Ничего не нашлось"))
    #expect(text(screen).contains("абырвалг (0"))
    #expect(!rows(screen).isEmpty)
  }

  @Test func aLifeSituationOpensItsServices() {
    var screen = ServicesScreen()
    let context = screens.context()
    let id: ViewID = "situation.getting-married"
    for query in [
      "свадьба", "свадьба ыфвапр щшгнек цукенг ячсмит ждлорп хзщшгн эждлор",
    ] {
      _ = screen.update(.textChanged("query", query), context)
      #expect(rows(screen).map(\.id).contains(id), "\(query)")
    }
    guard case .push(let list as ServiceListScreen)? = screen.update(.activated(id), context).first
    else {
      Issue.record("the situation does not open")
      return
    }
    #expect(list.group == .situation("getting-married"))
    #expect(list.group.services(context).map(\.id).contains("marriage-registration"))
  }

  @Test func aTextIsTheSameWithPartsOfItStrong() {
    let text = "Охотничий билет"
    for start in text.indices {
      for end in text.indices where end > start {
        let styled = StyledText(text, found: [start..<end])
        #expect(styled.plain == text)
        #expect(
          styled.runs.filter { $0.tone == .found }.map(\.text) == [String(text[start..<end])])
      }
    }
  }
}

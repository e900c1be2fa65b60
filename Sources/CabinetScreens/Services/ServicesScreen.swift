import Cabinet
import CabinetServices
import TerminalUI

/// The services of the city, found as one types.
struct ServicesScreen: Screen {
  private var query = ""
  private var found: [ServiceMatch] = []
  private var suggestions: ServiceSearch.Suggestions?
  private var isPrepared = false

  var section: Section? { .services }

  init(query: String = "") { self.query = query }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .textChanged("query", let text):
      query = text
      look(context)
      return []
    case .activated(let id):
      if let service = id.tail(of: "service.") { return [.push(ServiceScreen(id: service))] }
      if let situation = suggestions?.situations.first(where: { Self.id(of: $0) == id }) {
        query = context.say(situation.name)
        look(context)
      }
      return []
    default: return []
    }
  }

  private mutating func look(_ context: ScreenContext) {
    isPrepared = true
    let search = context.session.search
    found = search.matches(query)
    suggestions = found.isEmpty ? search.suggestions(query) : nil
    if query.allSatisfy(\.isWhitespace) {
      found.sort { context.say($0.service.shortName) < context.say($1.service.shortName) }
    }
  }

  func view(_ context: ScreenContext) -> Page {
    var prepared = self
    if !prepared.isPrepared { prepared.look(context) }
    let found = prepared.found
    let catalogue = context.session.catalogue
    var body: [View] = []
    if !catalogue.damages.isEmpty {
      body.append(
        .alert(
          Alert(
            .warning, StyledText(context.say(ServiceWords.damaged)),
            lines: catalogue.damages.prefix(3).map { (nil, StyledText(context.say($0.phrase))) })))
    }
    body += [
      .field(
        Field(
          id: "query", label: context.say(ServiceWords.find), text: query,
          note: context.say(Plural.services(found.count)),
          placeholder: context.say(ServiceWords.example), drives: "services")),
      .gap,
    ]
    let suggested = prepared.suggestions?.services ?? []
    let situations = prepared.suggestions?.situations ?? []
    if !suggested.isEmpty || !situations.isEmpty {
      body += [.text(StyledText(context.say(ServiceWords.nearest))), .gap]
    }
    let offered = found + suggested
    body.append(
      .list(
        List(
          id: "services", label: context.say(Section.services.title),
          count: offered.count + situations.count, revision: query,
          emptyText: StyledText(context.say(ServiceWords.nothing))
        ) { index in
          index < offered.count
            ? Self.row(offered[index], context)
            : Self.row(situations[index - offered.count], context)
        }))
    return Page(
      path: [context.say(Section.services.title)], status: context.status,
      sections: Section.list(current: .services, context), body: body, initialFocus: "query")
  }
}

extension ServicesScreen {
  private static func row(_ match: ServiceMatch, _ context: ScreenContext) -> Row {
    let service = match.service
    let title = context.say(service.shortName)
    return Row(
      id: ViewID("service.\(service.id)"),
      title: StyledText(title, strong: match.highlights(in: title)),
      details: [.text(StyledText(context.say(service.terms), .dim))])
  }

  private static func row(_ situation: Catalogue.Entry, _ context: ScreenContext) -> Row {
    Row(
      id: id(of: situation), title: StyledText(context.say(situation.name)),
      details: [.text(StyledText(context.say(ServiceWords.situation), .dim))])
  }

  private static func id(of situation: Catalogue.Entry) -> ViewID {
    ViewID("situation.\(situation.id)")
  }
}

extension StyledText {
  /// A text with some parts of it strong.
  ///
  /// - Parameter strong: the parts, in order and apart from each other.
  init(_ text: String, strong: [Range<String.Index>]) {
    self.init("")
    var end = text.startIndex
    for part in strong {
      self = self + StyledText(String(text[end..<part.lowerBound]))
      self = self + StyledText(String(text[part]), .strong)
      end = part.upperBound
    }
    self = self + StyledText(String(text[end...]))
  }
}

extension Service {
  /// The fee and the term in a few words: `бесплатно · 5 рабочих дней`.
  var terms: Phrase {
    if fee.kind == .uncertain, term.unit == .uncertain {
      return Phrase("цена и срок уточняются", "price and term to be confirmed")
    }
    let fee = fee.inWords
    let term = term.inWords
    return Phrase("\(fee.ru) · \(term.ru)", "\(fee.en) · \(term.en)")
  }
}

extension Fee {
  /// The fee in a few words.
  var inWords: Phrase {
    switch kind {
    case .free: Phrase("бесплатно", "free")
    case .duty, .price:
      amount.map { Phrase(Money(kopecks: $0).text, Money(kopecks: $0).text) }
        ?? Phrase("платно", "paid")
    case .uncertain: Phrase("цена уточняется", "price to be confirmed")
    }
  }
}

extension Term {
  /// The term in a few words.
  var inWords: Phrase {
    switch unit {
    case .workingDays: Plural.workingDays(value ?? 0)
    case .calendarDays: Plural.calendarDays(value ?? 0)
    case .immediately: Phrase("сразу", "at once")
    case .onVisit: Phrase("во время приёма", "during the visit")
    case .uncertain: Phrase("срок уточняется", "term to be confirmed")
    }
  }
}

/// The places of the focus on a page, found without laying it out.
struct Focusables {
  private(set) var order: [ViewID] = []
  private(set) var lists: [List] = []
  private var drivers: [ViewID: ViewID] = [:]
  private var all: Set<ViewID> = []

  init(_ views: [View]) {
    visit(views)
    all = Set(order)
  }

  func contains(_ id: ViewID) -> Bool { all.contains(id) }

  /// The list that the arrows move while a view has the focus: itself, or the one it drives.
  func list(under focus: ViewID) -> List? {
    let id = drivers[focus] ?? focus
    return lists.first { $0.id == id }
  }

  /// The first field that drives a list.
  var driver: ViewID? { order.first { drivers[$0] != nil } }

  /// True where the arrows of a field move the list.
  func isDriven(_ list: List) -> Bool { drivers.values.contains(list.id) }

  /// The stop of a notice's line, which is not the view that the line leads to.
  static func link(_ index: Int, to target: ViewID) -> ViewID {
    ViewID("→\(index) \(target.rawValue)")
  }

  /// True for a stop that the screens do not know.
  static func isLink(_ id: ViewID) -> Bool { id.rawValue.hasPrefix("→") }

  private mutating func visit(_ views: [View]) {
    for view in views {
      switch view {
      case .heading, .text, .gap, .progress: break
      case .alert(let alert):
        for (index, line) in alert.lines.enumerated() {
          if let target = line.target { order.append(Self.link(index, to: target)) }
        }
      case .facts(let facts): for fact in facts { visit(fact.body) }
      case .rows(let rows): order += rows.compactMap(\.id)
      case .list(let list):
        lists.append(list)
        if list.count > 0 { order.append(list.id) }
      case .table(let table): for row in table.rows { order += row.compactMap(\.id) }
      case .field(let field):
        order.append(field.id)
        if let list = field.drives { drivers[field.id] = list }
      case .choice(let choice): if !choice.options.isEmpty { order.append(choice.id) }
      case .toggle(let toggle): order.append(toggle.id)
      case .buttons(let buttons): order += buttons.filter(\.isEnabled).map(\.id)
      case .group(_, let views): visit(views)
      }
    }
  }
}

extension Page {
  /// The field that finds the rows of a list as one types; nil where there is none.
  public var driver: ViewID? { Focusables(body).driver }

  /// The names that more than one place of the focus has, each once; a mistake of the screen.
  public var repeatedIDs: [ViewID] {
    var seen: Set<ViewID> = []
    var repeated: [ViewID] = []
    for id in Focusables(body).order where !seen.insert(id).inserted && !repeated.contains(id) {
      repeated.append(id)
    }
    return repeated
  }
}

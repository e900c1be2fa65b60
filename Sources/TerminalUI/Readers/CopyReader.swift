/// Reads what of a page one may want to take elsewhere: numbers, addresses, names.
public struct CopyReader {
  /// A value and what it is.
  public struct Value: Hashable, Sendable {
    /// What it is; empty where the page gives it no name.
    public var label: String
    /// The value.
    public var text: String
    /// Makes a value.
    public init(label: String, text: String) {
      self.label = label
      self.text = text
    }
  }

  /// The interface's own words.
  public var words: InterfaceWords

  /// Makes a reader.
  public init(words: InterfaceWords) { self.words = words }

  /// The value of what has the focus; nil where that is a button or nothing, and for secrets.
  public func focused(_ page: Page, _ memory: LayerMemory = LayerMemory()) -> String? {
    let memory = memory.fitted(to: page, Focusables(page.body))
    guard let focus = memory.focus else { return nil }
    return page.body.lazy.compactMap { text(of: $0, focus, memory) }.first { !$0.isEmpty }
  }

  /// The values of a page: what has the focus first, then the name of the page and what it states.
  public func values(_ page: Page, _ memory: LayerMemory = LayerMemory()) -> [Value] {
    var values: [Value] = []
    func add(_ label: String, _ text: String) {
      guard !text.isEmpty, !values.contains(where: { $0.text == text }) else { return }
      values.append(Value(label: label, text: text))
    }
    if let focused = focused(page, memory) { add("", focused) }
    if page.path.count > 1, let name = page.path.last { add(page.path[0], name) }
    func visit(_ views: [View], _ label: String) {
      for view in views {
        switch view {
        case .facts(let facts): for fact in facts { visit(fact.body, fact.label) }
        case .text(let text) where !label.isEmpty: add(label, text.plain)
        case .rows(let rows): for row in rows { add(label, self.text(of: row)) }
        case .field(let field) where !field.isSecret: add(field.label, field.text)
        case .group(let title, let views): visit(views, title)
        default: break
        }
      }
    }
    visit(page.body, "")
    return values
  }

  private func text(of view: View, _ focus: ViewID, _ memory: LayerMemory) -> String? {
    switch view {
    case .rows(let rows): rows.first { $0.id == focus }.map(text)
    case .list(let list):
      list.id == focus && list.count > 0
        ? text(of: list.row(memory.position(of: list).selected)) : nil
    case .table(let table): table.rows.joined().first { $0.id == focus }?.text.plain
    case .field(let field):
      field.id == focus && !field.isSecret && field.drives == nil ? field.text : nil
    case .choice(let choice):
      choice.id == focus
        ? choice.options.filter { choice.selected.contains($0.value) }.map(\.title)
          .joined(separator: ", ") : nil
    case .facts(let facts):
      facts.lazy.flatMap(\.body).compactMap { text(of: $0, focus, memory) }.first
    case .group(_, let views): views.lazy.compactMap { text(of: $0, focus, memory) }.first
    default: nil
    }
  }

  private func text(of row: Row) -> String {
    let reader = SemanticReader(words: words)
    let parts = [row.leading.plain, row.title.plain] + row.details.map { reader.text($0) }
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

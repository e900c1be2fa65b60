/// Reads a page as a tree of roles, labels, states and values; where things stand plays no part.
public struct SemanticReader {
  /// The interface's own words.
  public var words: InterfaceWords
  /// The most rows of a list that are read, from the first shown.
  public var mostRows: Int

  /// Makes a reader.
  public init(words: InterfaceWords, mostRows: Int = 20) {
    self.words = words
    self.mostRows = mostRows
  }

  /// The page as text, a line for each view.
  public func snapshot(_ page: Page, _ memory: LayerMemory = LayerMemory()) -> String {
    tree(page, memory).text
  }

  /// The page as a JSON object.
  public func json(_ page: Page, _ memory: LayerMemory = LayerMemory()) -> String {
    tree(page, memory).json
  }

  /// The page as a tree.
  public func tree(_ page: Page, _ memory: LayerMemory = LayerMemory()) -> SemanticNode {
    let memory = memory.fitted(to: page, Focusables(page.body))
    var children: [SemanticNode] = []
    if !page.sections.isEmpty {
      let links = page.sections.map {
        SemanticNode(.link, $0.title, states: $0.isCurrent ? [.current] : [], value: $0.badge)
      }
      children.append(SemanticNode(.navigation, words.sections, children: links))
    }
    children += nodes(page.body, memory)
    return SemanticNode(
      page.kind == .dialog ? .dialog : .page, page.path.joined(separator: " › "),
      value: page.status, children: children)
  }

  /// The label of what has the focus: of the selected row where a list has it.
  public func focusLabel(_ page: Page, _ memory: LayerMemory = LayerMemory()) -> String? {
    var open = [tree(page, memory)]
    while let node = open.popLast() {
      if node.states.contains(.focused) {
        guard node.role == .list else { return node.label.isEmpty ? node.value : node.label }
        return node.children.first { $0.states.contains(.selected) }?.label ?? node.label
      }
      open += node.children.reversed()
    }
    return nil
  }

  func nodes(_ views: [View], _ memory: LayerMemory) -> [SemanticNode] {
    views.flatMap { nodes($0, memory) }
  }

  private func nodes(_ view: View, _ memory: LayerMemory) -> [SemanticNode] {
    switch view {
    case .gap: []
    case .heading(let title, let note): [SemanticNode(.heading, title, value: note)]
    case .text(let text): text.isEmpty ? [] : [SemanticNode(.text, text.plain)]
    case .alert(let alert): [node(alert, memory)]
    case .facts(let facts): facts.map { node($0, memory) }
    case .rows(let rows): rows.map { node($0, .row, focused(memory, $0.id)) }
    case .list(let list): [node(list, memory)]
    case .table(let table): [node(table, memory)]
    case .field(let field): [node(field, memory)]
    case .choice(let choice): [node(choice, memory)]
    case .toggle(let toggle): [node(toggle, memory)]
    case .buttons(let buttons):
      buttons.map {
        SemanticNode(
          .button, $0.title, states: focused(memory, $0.id) + ($0.isEnabled ? [] : [.disabled]))
      }
    case .progress(let progress):
      [SemanticNode(.progressbar, progress.label, value: text(progress))]
    case .group(let title, let views):
      [SemanticNode(.group, title, children: nodes(views, memory))]
    }
  }

  func focused(_ memory: LayerMemory, _ id: ViewID?) -> [SemanticNode.State] {
    id != nil && id == memory.focus ? [.focused] : []
  }

  /// A progress in words, with the numbers where the screen gave no words.
  func text(_ progress: Progress) -> String {
    if !progress.text.isEmpty || progress.total <= 0 { return progress.text }
    return "\(progress.done) \(words.of) \(progress.total)"
  }
}

extension View {
  /// The most rows of a list that are shown where it cannot be scrolled.
  private static let mostRows = 12

  /// The view for reading only: what was answered in place of questions, and nothing to press; nil where nothing is
  /// left of it.
  public var forReading: View? {
    switch self {
    case .gap, .heading, .text, .alert, .rows, .table, .progress: return self
    case .buttons, .toggle: return nil
    case .field(let field):
      guard !field.text.isEmpty, !field.isSecret else { return nil }
      return .facts([Fact(field.label, StyledText(field.text))])
    case .choice(let choice):
      let chosen = choice.options.filter { choice.selected.contains($0.value) }.map(\.title)
      guard !chosen.isEmpty else { return nil }
      return .facts([Fact(choice.label, StyledText(chosen.joined(separator: ", ")))])
    case .list(let list): return .rows((0..<min(list.count, Self.mostRows)).map(list.row))
    case .facts(let facts):
      return .facts(facts.map { Fact($0.label, $0.body.compactMap(\.forReading)) })
    case .group(let title, let views):
      let views = views.compactMap(\.forReading)
      return views.isEmpty ? nil : .group(title, views)
    }
  }
}

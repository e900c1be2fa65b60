import TerminalUI

extension CabinetApp {
  /// The field by which a page finds its rows.
  private static let query: ViewID = "query"

  /// Goes to the search of the page; where it has none, or one is there already, to that of the services.
  func find() {
    guard let top = layers.last, top.memory.focus != Self.query,
      top.screen.view(context).body.contains(where: {
        if case .field(let field) = $0 { field.id == Self.query } else { false }
      })
    else {
      perform([.open(.services)])
      return
    }
    moveFocus(to: Self.query)
  }
}

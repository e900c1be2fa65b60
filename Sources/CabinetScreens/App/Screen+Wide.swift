import Cabinet
import TerminalUI

extension Screen {
  /// What it shows on a terminal of a width: a very wide one keeps the sections in sight, and shows beside a list what
  /// Enter would open.
  func page(_ context: ScreenContext, columns: Int) -> Page {
    var page = view(context)
    guard columns >= Page.veryWide, page.kind == .screen, let section else { return page }
    if page.sections.isEmpty { page.sections = Section.list(current: section, context) }
    if hasAside {
      page.aside = { focus in
        let views = aside(of: focus, context)
        return views.isEmpty ? usualAside.map { aside(of: $0, context) } ?? [] : views
      }
    }
    return page
  }

  /// The page that opens where a view is chosen, for reading only; nothing where it would take more than to look.
  private func aside(of id: ViewID, _ context: ScreenContext) -> [View] {
    var copy: any Screen = self
    let effects = copy.update(.activated(id), context)
    guard effects.count == 1, case .push(let next)? = effects.first else { return [] }
    let page = next.view(context)
    guard page.kind == .screen else { return [] }
    let views = page.body.compactMap(\.forReading)
    let name = page.path.last ?? ""
    if case .heading? = views.first { return views }
    return [.heading(name), .gap] + views
  }
}

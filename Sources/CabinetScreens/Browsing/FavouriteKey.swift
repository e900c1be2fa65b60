import Cabinet
import CabinetServices
import TerminalUI

/// The key that keeps a service at hand, wherever one stands on it.
enum FavouriteKey {
  static let id: ActionID = "service.favourite"

  /// The action, for a list.
  static func actions(_ context: ScreenContext) -> [Action] {
    ActionGroup.services.actions(context) { $0 == id }
  }

  /// Adds a service, or removes it where it is one of them already.
  static func effects(_ service: String?, _ context: ScreenContext) -> [Effect] {
    guard let service else { return [.notify(BrowseWords.chooseService)] }
    let isFavourite = context.session.isFavourite(service)
    return [.favourite(.set(service: service, !isFavourite))]
  }
}

/// A change of the favourites that a screen wants.
enum FavouriteEffect {
  case set(service: String, Bool)
  /// The card of a service was opened.
  case opened(service: String)
}

extension CabinetApp {
  /// Performs a change of the favourites.
  func perform(_ effect: FavouriteEffect) {
    switch effect {
    case .opened(let service): session.noteOpened(service)
    case .set(let service, let isFavourite):
      attempt { () throws(CabinetFailure) in
        try session.setFavourite(service, isFavourite)
        message = isFavourite ? BrowseWords.added : BrowseWords.removed
        return nil
      }
    }
  }
}

/// The row of a list on which the resident stands, followed by the events of its page.
struct StandingRow {
  private var row: ViewID?

  /// Takes in an event of the page.
  mutating func take(_ event: PageEvent) {
    switch event {
    case .focusMoved(let id) where id.rawValue.contains("."): row = id
    case .textChanged: row = nil
    default: break
    }
  }

  /// The service of the row; of the first row where nothing was moved yet.
  func service(first: ViewID?) -> String? { (row ?? first)?.tail(of: "service.") }
}

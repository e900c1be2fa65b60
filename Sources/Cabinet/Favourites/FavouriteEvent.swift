/// A change of which services a resident keeps at hand.
public enum FavouriteEvent: Codable, Sendable, Equatable {
  case added(service: String)
  case removed(service: String)
}

extension CabinetState {
  /// Takes in a change of the favourites; the one added last stands last, and each stands once.
  mutating func apply(_ event: FavouriteEvent) {
    switch event {
    case .added(let service):
      favourites.removeAll { $0 == service }
      favourites.append(service)
    case .removed(let service): favourites.removeAll { $0 == service }
    }
  }
}

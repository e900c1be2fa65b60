import Cabinet

/// What a resident likes of a terminal rather than what the city knows: kept in `settings.json`, never in
/// the store.
public struct Preferences: Codable, Hashable, Sendable {
  /// The name of the theme; nil where the terminal decides.
  public var theme: String?
  /// True where the mouse presses and scrolls; nil and false leave it to the terminal for selecting.
  public var mouse: Bool?
  /// True once the tour was seen or skipped.
  public var tourSeen: Bool?

  /// Minutes that the way between two appointments takes; nil for the usual ones.
  public var wayMinutes: Int?

  /// Makes the preferences of somebody who never said any.
  public init(
    theme: String? = nil, mouse: Bool? = nil, tourSeen: Bool? = nil, wayMinutes: Int? = nil
  ) {
    self.theme = theme
    self.mouse = mouse
    self.tourSeen = tourSeen
    self.wayMinutes = wayMinutes
  }

  /// Minutes that the way between two appointments is taken to need, 0…240 whatever the file says.
  public var way: Int { min(240, max(0, wayMinutes ?? AgendaConflict.wayMinutes)) }
}

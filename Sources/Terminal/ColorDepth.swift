/// How many colours a terminal shows.
public enum ColorDepth: Hashable, Sendable, CaseIterable {
  /// None: only attributes.
  case none
  /// The eight colours of the first colour terminals; bold brightens them.
  case eight
  /// The eight and their bright twins.
  case sixteen
  /// The 256 of xterm: its cube and its greys look alike everywhere.
  case indexed
  /// Any colour: those of the cube are sent as what they are, whatever the palette of the terminal.
  case direct

  /// The depth of a terminal that has so many colours.
  init(count: Int) {
    switch count {
    case ..<8: self = .none
    case ..<16: self = .eight
    case ..<256: self = .sixteen
    case 256: self = .indexed
    default: self = .direct
    }
  }
}

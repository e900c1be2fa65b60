import Terminal

/// Names an action; the tape language, the key file and the help use it.
public struct ActionID: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The name, in English, lower case with dots: `application.withdraw`.
  public let rawValue: String
  /// Makes an id from a literal.
  public init(stringLiteral value: String) { rawValue = value }
  /// Makes an id from a name.
  public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// One thing that the resident can do by a key, in the language of the interface.
///
/// The hint bar, the help, the palette and the manual read the same list of actions.
public struct Action: Hashable, Sendable {
  /// The action's name.
  public var id: ActionID
  /// A word or two for the hint bar.
  public var title: String
  /// One sentence for the help.
  public var sentence: String
  /// The keys, by the place of a letter on a Latin keyboard; the first is shown.
  public var keys: [Key]
  /// The smaller, the longer the hint stays when the screen narrows; nil for one that only the help shows.
  public var hintOrder: Int?

  /// Makes an action.
  public init(
    _ id: ActionID, title: String, sentence: String, keys: [Key], hintOrder: Int? = nil
  ) {
    self.id = id
    self.title = title
    self.sentence = sentence
    self.keys = keys
    self.hintOrder = hintOrder
  }
}

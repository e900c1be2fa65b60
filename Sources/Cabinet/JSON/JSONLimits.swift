/// How much a JSON text may hold before it is refused unread.
public struct JSONLimits: Hashable, Sendable {
  /// The most bytes of the whole text.
  public var size: Int
  /// The most arrays and objects that lie in one another.
  public var depth: Int
  /// The most bytes of one string or name, as it is written.
  public var string: Int
  /// Whether a name may stand once in an object only.
  ///
  /// RFC 8259 lets names repeat and warns of it: readers take the first, the last or neither.
  public var requiresUniqueNames: Bool

  /// Makes limits.
  public init(
    size: Int = 64 << 20, depth: Int = 128, string: Int = 1 << 20, requiresUniqueNames: Bool = true
  ) {
    self.size = size
    self.depth = depth
    self.string = string
    self.requiresUniqueNames = requiresUniqueNames
  }

  /// What a file that comes from outside may hold: 64 MiB, 128 levels, strings of 1 MiB.
  public static let document = JSONLimits()
}

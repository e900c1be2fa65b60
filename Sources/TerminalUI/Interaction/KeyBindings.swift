import Terminal

/// The keys that the resident gave to actions, in place of those that they come with.
public struct KeyBindings: Hashable, Sendable {
  /// The keys of each action named; the first is shown.
  public var keys: [ActionID: [Key]]

  /// Makes bindings; without arguments none, so that every action keeps its own keys.
  public init(_ keys: [ActionID: [Key]] = [:]) { self.keys = keys }

  /// The same actions with the resident's keys.
  public func applied(to actions: [Action]) -> [Action] {
    if keys.isEmpty { return actions }
    return actions.map { action in
      guard let own = keys[action.id] else { return action }
      var action = action
      action.keys = own
      return action
    }
  }
}

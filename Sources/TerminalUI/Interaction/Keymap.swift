import Terminal

/// Which key means which action; built from the list of actions, the first of two on one key wins.
public struct Keymap {
  private var actions: [Key: ActionID] = [:]
  /// Keys that more than one action claims; a mistake of the screen.
  public private(set) var conflicts: [(key: Key, actions: [ActionID])] = []

  /// Makes the keymap of the actions that apply now.
  public init(_ list: [Action]) {
    for action in list {
      for key in Set(action.keys.map(\.onLatinKeyboard)) {
        guard let holder = actions[key] else {
          actions[key] = action.id
          continue
        }
        guard holder != action.id else { continue }
        if let index = conflicts.firstIndex(where: { $0.key == key }) {
          conflicts[index].actions.append(action.id)
        } else {
          conflicts.append((key, [holder, action.id]))
        }
      }
    }
  }

  /// The action of a key, whichever layout typed it; characters are text while one types.
  public func action(for key: Key, isTyping: Bool = false) -> ActionID? {
    if isTyping, case .character = key { return nil }
    return actions[key.onLatinKeyboard]
  }
}

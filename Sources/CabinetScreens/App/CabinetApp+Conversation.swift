import Cabinet
import CabinetServices
import Terminal
import TerminalUI

/// Where a conversation reads and writes.
public protocol ConversationPartner {
  /// The next line that was typed; nil where the input has ended.
  ///
  /// - Parameter isSecret: true where what is typed must not be shown.
  mutating func nextLine(isSecret: Bool) -> String?
  /// Writes lines so that they can be read at once.
  mutating func say(_ lines: [String]) throws
}

extension CabinetApp {
  /// Runs as a conversation of lines, until the resident quits or the input ends.
  ///
  /// The layers, their events and their effects are those of the full screen; only the reading of the
  /// pages and the taking of answers differ.
  public func converse(with partner: inout some ConversationPartner, width: Int) throws {
    var conversation = Conversation(width: width)
    try partner.say(conversation.tell(scene))
    while isRunning {
      session.rest()
      guard let line = partner.nextLine(isSecret: conversation.isSecret(scene)) else {
        handle(.hungUp)
        let isUnsaved = layers.contains(where: \.screen.isUnsaved)
        try partner.say(phrases.farewell(width: width, isUnsaved: isUnsaved))
        break
      }
      let reply = conversation.take(line, scene)
      if !reply.lines.isEmpty { try partner.say(reply.lines) }
      guard !reply.isUnfinished else { continue }
      message = nil
      if let top = layers.indices.last { layers[top].memory.focus = nil }
      for order in reply.orders where isRunning { carryOut(order) }
      // Only now: the numbers that were typed are those that were told.
      if isRunning { takeInChanges() }
      try partner.say(
        isRunning ? conversation.tell(scene) : phrases.closed(width: width))
    }
    session.saveSnapshot()
  }

  private var phrases: ConversationWords { language == .russian ? .russian : .english }

  private var scene: Scene {
    let top = layers[layers.count - 1]
    return Scene(
      page: top.screen.view(context), depth: layers.count, focus: top.memory.focus,
      message: message.map(context.say),
      actions: actions.filter { !Self.ofTheScreen.contains($0.id) }, words: words,
      phrases: phrases)
  }

  /// What means nothing without a screen and its keys.
  private static let ofTheScreen: Set<ActionID> = [
    "activate", "copy", "copy.choose", "mouse", "settings", "theme",
  ]

  private func carryOut(_ order: ConversationReply.Order) {
    switch order {
    case .tell(let event): tell(event)
    case .invoke(let action): invoke(action)
    case .find(let words):
      if let field = layers.last?.screen.view(context).driver {
        tell(.textChanged(field, words))
      }
    }
  }
}

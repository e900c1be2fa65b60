extension Place {
  /// Tells what was not told yet, then the choices, then the prompt; choices that were told last stay
  /// untold.
  mutating func offer(
    _ outline: Outline, _ scene: Scene, width: Int, _ speech: inout [String]
  ) {
    let phrases = scene.phrases
    position = .menu
    let text = Speech.lines(untold(outline, before: outline.items.count), width: width)
    let portion = Conversation.portion(of: text.count)
    speech += text.prefix(portion)
    pending += text.dropFirst(portion)
    if text.count > portion {
      speech.append(ConversationWords.filled(phrases.moreLines, pending.count))
    }
    let choices = choices(outline, scene)
    if choices != menu {
      menu = choices
      speech += choices
    }
    speech.append(outline.driver == nil ? phrases.yourChoice : phrases.choiceOrWord)
  }

  private mutating func choices(_ outline: Outline, _ scene: Scene) -> [String] {
    let phrases = scene.phrases
    if let list = outline.list, revision != list.revision {
      revision = list.revision
      offset = 0
      filter = nil
    }
    let offer = Offer(outline, self, scene)
    var lines = offer.lines
    if let field = outline.driver {
      // A bare number is told with what it counts.
      let isBare = field.note.allSatisfy(\.isNumber)
      let name = isBare ? outline.list?.label ?? "" : ""
      let parts = [
        field.text.isEmpty ? name : "«\(field.text)»", scene.speech.spoken(field.note),
      ]
      let line = parts.filter { !$0.isEmpty }.joined(separator: ": ")
      if !line.isEmpty { lines.append(line + ".") }
    }
    if let filter { lines.append(ConversationWords.filled(phrases.filtered, filter.word)) }
    lines += offer.lines(from: offset)
    let left = offer.rows.count - offset - Conversation.rows
    if left > 0 { lines.append(ConversationWords.filled(phrases.moreRows, left)) }
    return lines
  }
}

extension Place {
  /// Asks a question: what is wrong first, then what is asked, then what can be answered.
  mutating func ask(
    _ question: Outline.Question, _ outline: Outline, _ scene: Scene, _ speech: inout [String]
  ) {
    let phrases = scene.phrases
    speech += untold(outline, before: outline.index(of: question.id) ?? 0)
    if let problem = question.problem {
      speech.append("\(scene.words.problem) \(scene.speech.spoken(problem))")
      speech += once(phrases.emptyLeaves)
    }
    speech.append(title(of: question, outline, scene))
    if !question.help.isEmpty, helped.insert(question.id).inserted {
      speech.append(scene.speech.spoken(question.help))
    }
    switch question.kind {
    case .field(let field): speech += state(of: field, scene)
    case .choice(let choice):
      speech += once(choice.allowsMany ? phrases.chooseMany : phrases.chooseOne)
      speech += choice.options.enumerated().map { index, option in
        let isOn = choice.selected.contains(option.value)
        let state = choice.allowsMany ? scene.words.checked : scene.words.selected
        let parts = [
          scene.speech.spoken(option.title), scene.speech.spoken(option.note), isOn ? state : "",
        ]
        return "\(index + 1). " + parts.filter { !$0.isEmpty }.joined(separator: ", ")
      }
    case .toggle(let toggle):
      let answer = toggle.isOn ? phrases.yes : phrases.no
      speech.append("\(phrases.yesOrNo) \(phrases.now) \(answer).")
    }
    let notes = untold(outline, before: outline.endOfNotes(after: question))
    speech += notes
    let others = outline.alternatives(to: question)
    if !others.isEmpty {
      if notes.last?.last != ":" { speech.append(phrases.orElse) }
      speech += others.enumerated().map { "\($0.offset + 1). \($0.element.title)" }
    }
  }

  private func title(
    of question: Outline.Question, _ outline: Outline, _ scene: Scene
  ) -> String {
    let all = outline.questions
    let index = all.firstIndex { $0.id == question.id } ?? 0
    let number =
      isWalked && all.count > 1
      ? ConversationWords.filled(scene.phrases.question, index + 1, all.count) + " " : ""
    var parts = [question.label]
    switch question.kind {
    case .field(let field): parts.append(field.isRequired ? scene.words.required : "")
    case .choice(let choice):
      parts += [scene.speech.spoken(choice.note), choice.isRequired ? scene.words.required : ""]
    case .toggle: break
    }
    let text = parts.filter { !$0.isEmpty }.joined(separator: ", ")
    return number + text + (text.last?.isPunctuation == true ? "" : ".")
  }

  private mutating func state(of field: Field, _ scene: Scene) -> [String] {
    let phrases = scene.phrases
    var lines: [String] = []
    if field.text.isEmpty {
      var line = scene.speech.spoken(field.note)
      if !field.placeholder.isEmpty {
        line += (line.isEmpty ? "" : ", ") + "\(scene.words.example) \(field.placeholder)"
      }
      if !line.isEmpty { lines.append(line.prefix(1).uppercased() + line.dropFirst() + ".") }
      if !field.isRequired { lines += once(phrases.emptySkips) }
    } else {
      let text = field.isSecret ? String(repeating: "*", count: field.text.count) : field.text
      let note = field.note.isEmpty ? "" : ", \(scene.speech.spoken(field.note))"
      lines.append("\(phrases.now) \(text)\(note).")
      lines += once(phrases.emptyKeeps)
    }
    if field.isMultiline { lines += once(phrases.endsWithDot) }
    return lines
  }

  /// A hint, unless it was given on this page before.
  private mutating func once(_ hint: String) -> [String] {
    guard told[hint] == nil else { return [] }
    told[hint] = 1
    return [hint]
  }
}

extension Outline {
  /// The end of the texts that stand right under a question, or in its group: they belong to it.
  func endOfNotes(after question: Question) -> Int {
    guard var end = index(of: question.id) else { return items.count }
    end += 1
    while end < items.count {
      switch items[end] {
      case .text: break
      case .option(let option):
        if option.group == nil || option.group != question.group { return end }
      case .title, .question, .list, .gap: return end
      }
      end += 1
    }
    return end
  }
}

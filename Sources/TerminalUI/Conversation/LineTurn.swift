/// The work on one line.
struct LineTurn {
  let text: String
  let scene: Scene
  let outline: Outline
  var place: Place
  var reply = ConversationReply()

  var phrases: ConversationWords { scene.phrases }

  init(text: String, scene: Scene, outline: Outline, place: Place) {
    self.text = text
    self.scene = scene
    self.outline = outline
    self.place = place
  }

  /// Does what the line means.
  mutating func take() {
    if case .question(let id, _) = place.position, let question = outline.question(id) {
      if place.typed.isEmpty, let command = Command(text) {
        obey(command, at: question)
      } else {
        answer(question)
      }
    } else {
      choose()
    }
  }

  private mutating func obey(_ command: Command, at question: Outline.Question) {
    switch command {
    case .back: goBack(from: question)
    case .again: place.helped.remove(question.id)
    case .menu: place.position = .menu
    case .clear: clear(question)
    case .help, .more, .quit: obey(command)
    }
  }

  /// Does what a command means wherever one is.
  mutating func obey(_ command: Command) {
    switch command {
    case .back:
      if scene.actions.contains(where: { $0.id == "back" }) {
        reply.orders = [.invoke("back")]
      } else {
        reply.lines = [phrases.atRoot]
      }
    case .help: tellHelp()
    case .again:
      place.told = [:]
      place.pending = []
      place.toldTitles = []
      place.menu = []
      reply.lines = [scene.speech.path(scene.page)]
    case .quit: reply.orders = [.invoke("quit")]
    case .more: tellMore()
    case .menu: place.menu = []
    case .clear:
      if let field = outline.driver {
        reply.orders = [.tell(.textChanged(field.id, ""))]
      } else {
        place.filter = nil
        place.offset = 0
      }
    }
  }

  /// The question before, the page's own way back from the first one, or back from the page.
  private mutating func goBack(from question: Outline.Question) {
    if place.position.isOneQuestion {
      place.position = .menu
      return
    }
    let ids = outline.questions.map(\.id)
    if let index = ids.firstIndex(of: question.id), index > 0 {
      place.position = .question(ids[index - 1], returns: false)
      return
    }
    let offer = Offer(outline, place, scene)
    if let own = offer.fixed.first(where: { Speech.key($0.title) == Speech.key(text) }) {
      press(own.target)
    } else {
      obey(.back)
    }
  }

  private mutating func tellHelp() {
    reply.lines = phrases.help
    let hidden: Set<ActionID> = ["activate", "back", "help", "quit"]
    let actions = scene.actions.filter {
      !hidden.contains($0.id) && !$0.id.rawValue.hasPrefix("section.")
    }
    if !actions.isEmpty {
      reply.lines.append(phrases.actions)
      reply.lines += actions.map { "\($0.title): \($0.sentence)" }
    }
  }

  private mutating func tellMore() {
    if !place.pending.isEmpty {
      reply.lines = Array(place.pending.prefix(Conversation.portion(of: place.pending.count)))
      place.pending.removeFirst(reply.lines.count)
      if !place.pending.isEmpty {
        reply.lines.append(ConversationWords.filled(phrases.moreLines, place.pending.count))
      }
      return
    }
    let offer = Offer(outline, place, scene)
    if offer.rows.count > place.offset + Conversation.rows {
      place.offset += Conversation.rows
    } else {
      reply.lines = [phrases.noMore]
    }
  }
}

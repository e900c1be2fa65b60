import Terminal

/// A page as a conversation meets it.
public struct Scene {
  /// What the top layer shows.
  public var page: Page
  /// How many layers there are.
  public var depth: Int
  /// Where the screen itself has put the focus since the last line; nil where it has not.
  public var focus: ViewID?
  /// A few words about what was done.
  public var message: String?
  /// What can be done here by name.
  public var actions: [Action]
  /// The interface's words.
  public var words: InterfaceWords
  /// The conversation's words.
  public var phrases: ConversationWords

  /// Describes a page.
  public init(
    page: Page, depth: Int, focus: ViewID?, message: String?, actions: [Action],
    words: InterfaceWords, phrases: ConversationWords
  ) {
    self.page = page
    self.depth = depth
    self.focus = focus
    self.message = message
    self.actions = actions
    self.words = words
    self.phrases = phrases
  }
}

extension Scene {
  /// The places of the focus that no question and no choice of the conversation reaches; a mistake.
  public var unreachable: [ViewID] {
    let outline = Outline(self)
    var reached = Set(outline.questions.map(\.id))
    for case .option(let option) in outline.items { reached.insert(option.id) }
    if let list = outline.list { reached.insert(list.id) }
    if let driver = outline.driver { reached.insert(driver.id) }
    // A table that is repeated shows what can be chosen after it.
    for case .table(let table) in page.body where table.isRepeated {
      reached.formUnion(table.rows.joined().compactMap(\.id))
    }
    return Focusables(page.body).order.filter { !Focusables.isLink($0) && !reached.contains($0) }
  }
}

/// What a line meant.
public struct ConversationReply {
  /// Something that the program does.
  public enum Order: Hashable, Sendable {
    case tell(PageEvent)
    case invoke(ActionID)
    /// Writes into the field that drives a list, on the page that is there by then.
    case find(String)
  }

  /// What is said at once.
  public var lines: [String] = []
  /// What is done then, in this order.
  public var orders: [Order] = []
  /// True where the next line belongs to the same answer; then nothing is told in between.
  public var isUnfinished = false
}

/// A cabinet told and asked line by line, for screen readers, terminals without a cursor and pipes.
///
/// It reads the pages that are painted elsewhere, and answers with the same page events. It remembers
/// what it has told, so that nothing is told twice; `tell` and `take` alternate.
public struct Conversation {
  /// The widest line, in cells.
  public var width: Int
  /// What is known of the page of each layer, the deepest last.
  var places: [Place] = []
  private var status = ""
  private var hasBegun = false
  private var hasToldSections = false

  /// Lines of a page that are told before one asks for more.
  static let portion = 24
  /// So few more lines that asking for them would be longer.
  private static let remnant = 4

  /// The lines told of so many: a portion, or all where hardly more are left.
  static func portion(of count: Int) -> Int { count <= portion + remnant ? count : portion }

  /// Rows of a list that are told before one asks for more.
  static let rows = 10

  /// Makes a conversation that has told nothing yet.
  public init(width: Int) { self.width = max(20, width) }

  /// True where the next line is a secret that must not be shown.
  public func isSecret(_ scene: Scene) -> Bool {
    guard case .question(let id, _)? = places.last?.position else { return false }
    let outline = Outline(scene)
    if case .field(let field)? = outline.question(id)?.kind { return field.isSecret }
    return false
  }

  /// What is to be said now: what is new, and then what can be answered.
  public mutating func tell(_ scene: Scene) -> [String] {
    var speech: [String] = []
    if let message = scene.message { speech.append(scene.speech.spoken(message)) }
    let outline = Outline(scene)
    arrive(scene, outline, &speech)
    var place = places.removeLast()
    place.move(scene, outline)
    switch place.position {
    case .question(let id, _):
      if let question = outline.question(id) {
        place.ask(question, outline, scene, &speech)
      }
    case .menu, .after: place.offer(outline, scene, width: width, &speech)
    }
    places.append(place)
    return Speech.lines(speech, width: width)
  }

  /// Says where one is, where that is new.
  private mutating func arrive(_ scene: Scene, _ outline: Outline, _ speech: inout [String]) {
    let key = Place.key(of: scene)
    if places.count > scene.depth { places.removeSubrange(scene.depth...) }
    let isBack = places.count == scene.depth && (places.last?.key == key)
    if isBack, places.last?.isCovered == false { return }
    while places.count < scene.depth - 1 { places.append(Place(key: "")) }
    var old: Place?
    if places.count == scene.depth, !isBack { old = places.removeLast() }
    for index in places.indices.dropLast(isBack ? 1 : 0) { places[index].isCovered = true }
    speech.append(scene.speech.path(scene.page))
    if isBack {
      places[places.count - 1].uncover()
    } else {
      var place = Place(key: key)
      if let old { place.inherit(from: old) }
      place.begin(scene, outline)
      places.append(place)
    }
    if !scene.page.status.isEmpty, scene.page.status != status {
      status = scene.page.status
      speech.append(scene.speech.spoken(status) + ".")
    }
    if !hasBegun {
      hasBegun = true
      speech.append(scene.phrases.welcome)
    }
    if !hasToldSections, !scene.page.sections.isEmpty {
      hasToldSections = true
      let names = scene.page.sections.map(\.label).joined(separator: ", ")
      speech.append("\(scene.words.sections): \(names).")
    }
  }

  /// What a line means; afterwards, once the orders are done, `tell` goes on.
  public mutating func take(_ line: String, _ scene: Scene) -> ConversationReply {
    let outline = Outline(scene)
    guard var place = places.popLast() else { return ConversationReply() }
    let typed = TypedText(line, at: TextBuffer("", cursor: nil), isMultiline: false)
    var text = typed.text
    while text.last == " " { text.removeLast() }
    while text.first == " " { text.removeFirst() }
    var turn = LineTurn(text: text, scene: scene, outline: outline, place: place)
    turn.take()
    place = turn.place
    places.append(place)
    var reply = turn.reply
    if typed.refused > 0 {
      reply.lines.insert(ConversationWords.filled(scene.phrases.leftOut, typed.refused), at: 0)
    }
    reply.lines = Speech.lines(reply.lines, width: width)
    return reply
  }
}

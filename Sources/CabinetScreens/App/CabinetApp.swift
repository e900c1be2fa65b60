import Cabinet
import CabinetServices
import Terminal
import TerminalUI

/// The cabinet on a terminal: layers of screens, the events that reach them, the effects they return.
///
/// An event goes to the top layer; the effects that come back are performed at once, one after the
/// other; then the new state is drawn once. *Idle* is when no input is pending: nothing runs on.
public final class CabinetApp {
  /// A screen among the layers, with what the interface remembers of it.
  struct Level {
    var screen: any Screen
    var memory = LayerMemory()
  }

  let session: CabinetSession
  var fittings: Fittings { didSet { theme = fittings.look } }
  private var theme: Theme
  var language: Language
  var layers: [Level]
  var message: Phrase?
  var isRunning = true
  var size: Size
  /// What the last frame showed, for as long as nothing but the focus has moved.
  var drawn: Drawn?
  /// What can be taken back, the last at the end.
  var undoable: [Undoable] = []
  /// What the terminal is asked for beside frames.
  var requests: [DeviceRequest] = []
  /// What takes its time just now.
  var work: (any Work)?
  /// True on a terminal, which is looked at between the steps of what takes its time.
  var isPaced = false
  /// How many effects have failed so far.
  var failures = 0

  /// Opens the cabinet at home.
  public init(
    session: CabinetSession, language: Language, size: Size, fittings: Fittings = Fittings()
  ) {
    self.session = session
    self.language = language
    self.size = size
    self.fittings = fittings
    theme = fittings.look
    layers = [Level(screen: HomeScreen())]
    if fittings.reportsMouse { requests.append(.reportMouse(true)) }
    if fittings.beginsWithTour { push(TourScreen()) }
    for notice in fittings.notices.reversed() { push(FailureScreen(phrase: notice)) }
    if let damage = session.damage {
      push(FailureScreen(phrase: AppWords.shownUpToDamage(damage.phrase)))
    }
    message = session.takeNotices().last ?? fittings.greeting
  }

  var context: ScreenContext {
    ScreenContext(session: session, language: language, fittings: fittings)
  }

  var words: InterfaceWords { language == .russian ? .russian : .english }

  /// The actions that a key can mean now.
  var actions: [Action] { actions(at: layers.count - 1) }

  /// The actions of a layer, as if it had the keys.
  func actions(at layer: Int) -> [Action] {
    let own = layers.indices.contains(layer) ? layers[layer].screen.actions(context) : []
    var actions = fittings.bindings.applied(
      to: own + GlobalActions.list(context, isRoot: layer == 0))
    if !undoable.isEmpty, let undo = actions.firstIndex(where: { $0.id == "undo" }) {
      actions[undo].hintOrder = 3
    }
    return actions
  }

  /// Draws the state; the same state gives the same frame.
  public func frame() -> CellGrid {
    let grounds = grounds
    let same = drawn.flatMap { $0.grounds == grounds ? $0 : nil }
    let visible = same?.layers(with: layers[levels].map(\.memory)) ?? visibleLayers
    let frame = Renderer(theme: theme, words: words).frame(
      layers: visible, actions: same?.top.actions ?? actions,
      message: message.map { StyledText(context.say($0)) }, size: size)
    for (index, memory) in zip(levels, frame.memories) { layers[index].memory = memory }
    drawn = frame.top.map {
      Drawn(grounds: grounds, lower: visible.dropLast().map(\.page), top: $0)
    }
    return frame.grid
  }

  /// The levels that show: the last screen and the dialogs over it.
  private var levels: Range<Int> {
    let base = layers.lastIndex { $0.screen.section != nil } ?? 0
    return base..<layers.count
  }

  private var visibleLayers: [Layer] {
    let context = context
    return levels.map { page(at: $0, context) }
  }

  private func page(at index: Int, _ context: ScreenContext) -> Layer {
    let level = layers[index]
    return Layer(page: level.screen.page(context, columns: size.columns), memory: level.memory)
  }

  /// Takes in what the terminal told.
  public func handle(_ event: TerminalEvent) {
    switch event {
    case .resized(let size):
      self.size = size.clamped()
      drawn = nil
    case .resumed: drawn = nil
    case .woken: takeInChanges()
    case .hungUp:
      for layer in layers.reversed() { perform(layer.screen.interrupted(context)) }
      isRunning = false
    case .key, .paste, .mouse:
      message = nil
      deliver(event)
      if let notice = session.takeNotices().last { message = notice }
    }
  }

  private func deliver(_ event: TerminalEvent) {
    guard let top = layers.indices.last else { return }
    let isClick = if case .mouse = event { true } else { false }
    let interaction = Interaction(words: words)
    let before = takeDrawn()
    let response = interaction.respond(
      to: event, on: before?.top.layer(with: layers[top].memory) ?? page(at: top, context),
      actions: before?.top.actions ?? actions, size: size)
    layers[top].memory = response.memory
    var isMove = true
    // Enter has done its work by itself; as an action it is only for clicks on its hint.
    for event in response.events where event != .actionInvoked("activate") || isClick {
      let leavesPage = tell(event)
      isMove = isMove && leavesPage
    }
    if isMove { drawn = before }
    if !response.refused.isEmpty {
      message = AppWords.refused(response.refused)
    } else if case .paste = event, !response.isHandled {
      message = AppWords.nowhereToPaste
    }
  }

  /// What is on the screen, once: the event that gets it may change everything.
  private func takeDrawn() -> Drawn? {
    defer { drawn = nil }
    return drawn
  }

  /// Tells the screen, or does itself, what happened on the page.
  ///
  /// - Returns: true where the page is the same afterwards, whatever it shows.
  @discardableResult
  func tell(_ event: PageEvent) -> Bool {
    switch event {
    case .focusMoved: return tellFocus(event)
    case .sectionChosen(let id):
      if let section = Section.allCases.first(where: { $0.viewID == id }) {
        perform([.open(section)])
      }
    case .actionInvoked(let id): invoke(id)
    default: tellScreen(event)
    }
    return false
  }

  private func tellFocus(_ event: PageEvent) -> Bool {
    guard let top = layers.indices.last else { return false }
    let use = layers[top].screen.focusUse
    guard use != .none else { return true }
    let effects = layers[top].screen.update(event, context)
    perform(effects)
    return use == .noted && effects.isEmpty
  }

  private func tellScreen(_ event: PageEvent) {
    guard let top = layers.indices.last else { return }
    let effects = layers[top].screen.update(event, context)
    perform(effects)
  }

  /// Does what an action does.
  func invoke(_ id: ActionID) {
    if let section = Section.allCases.first(where: { $0.actionID == id }) {
      perform([.open(section)])
      return
    }
    if invokeAtDesk(id) { return }
    switch id {
    case "activate": deliver(.key(.enter))
    case "help": push(HelpScreen(actions: actions))
    case "palette": push(PaletteScreen(actions: actions))
    case "search": perform([.open(.services)])
    case "find": find()
    case "undo": undo()
    case "sections": push(SectionsScreen())
    case "clock": push(ClockScreen())
    case "language": switchLanguage()
    case "back": leave()
    case "quit": leave(for: [.quit]) { quit() }
    default: tellScreen(.actionInvoked(id))
    }
  }

  /// Back without side effects; what was typed is saved first.
  private func leave() {
    guard layers.count > 1, let top = layers.last else { return }
    guard !top.screen.isUnsaved else {
      push(
        ConfirmScreen(
          question: AppWords.leaveUnsaved, confirm: AppWords.leave, effects: [.pop]))
      return
    }
    if perform(top.screen.interrupted(context)) { pop() }
  }

  /// Leaves for elsewhere; where that would lose what was typed, one is asked first.
  func leave(for effects: [Effect], _ go: () -> Void) {
    guard layers.contains(where: \.screen.isUnsaved) else {
      go()
      return
    }
    push(
      ConfirmScreen(
        question: AppWords.leaveUnsaved, confirm: AppWords.leave, effects: [.abandon] + effects))
  }

  private func quit() {
    for layer in layers.reversed() {
      guard perform(layer.screen.interrupted(context)) else { return }
    }
    isRunning = false
  }
}

extension CabinetApp {
  func push(_ screen: any Screen) {
    layers.append(Level(screen: screen))
    perform(screen.opened())
  }

  func pop() {
    if layers.count > 1 { layers.removeLast() }
  }

  func open(_ section: Section) {
    for layer in layers.dropFirst().reversed() {
      guard perform(layer.screen.interrupted(context)) else { return }
    }
    layers = [Level(screen: HomeScreen())]
    if section != .home { push(section.root()) }
  }

  func moveFocus(to id: ViewID) {
    guard let top = layers.indices.last else { return }
    if id == "" {
      layers[top].memory = LayerMemory()
    } else {
      layers[top].memory.focus = id
    }
  }

  func tellTop(_ outcome: Outcome) {
    guard let top = layers.indices.last else { return }
    let effects = layers[top].screen.finished(outcome, context)
    perform(effects)
  }
}

extension CabinetApp {
  /// True until the resident quits.
  public var isOpen: Bool { isRunning }

  /// What the top layer shows, as JSON for testers.
  public var semantics: String {
    let top = layers[layers.count - 1]
    return SemanticReader(words: words).json(top.screen.view(context), top.memory)
  }

  /// The label of the focused view.
  public var focusLabel: String? {
    let top = layers[layers.count - 1]
    return SemanticReader(words: words).focusLabel(top.screen.view(context), top.memory)
  }

  /// Moves the demonstration's clock on.
  public func advance(seconds: Int) {
    perform([.advanceClock(to: session.now.adding(seconds: seconds))])
  }
}

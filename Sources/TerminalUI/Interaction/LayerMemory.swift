/// What the interface remembers of a layer between frames; a new layer begins with an empty one.
public struct LayerMemory: Hashable, Sendable {
  /// Where a list stands.
  public struct ListPosition: Hashable, Sendable {
    /// The selected row, 0…count − 1.
    public var selected: Int
    /// The first row shown.
    public var offset: Int
    /// The content that the position belongs to.
    public var revision: String

    /// Makes a position; without arguments at the first row.
    public init(selected: Int = 0, offset: Int = 0, revision: String = "") {
      self.selected = selected
      self.offset = offset
      self.revision = revision
    }
  }

  /// The view that has the focus; set it to move the focus by program.
  public var focus: ViewID?
  /// The first line of the body that is shown.
  public var scroll = 0
  /// True while the resident reads on without the focus, which may be off the screen then.
  public internal(set) var isReading = false
  /// True where the focus came by an arrow: the page follows it by lines and never jumps to its ends.
  var isGliding = false
  /// The width of the body for which the first line was counted.
  var width: Int?
  /// The text cursor of the focused field, in characters from its start; nil for the end.
  public internal(set) var cursor: Int?
  /// True where the text of the focused field was changed since the focus came.
  public internal(set) var isEdited = false
  /// The option of the focused choice that the arrows stand on; nil for the chosen one.
  public internal(set) var option: Int?
  /// Where each list of the page stands.
  public internal(set) var lists: [ViewID: ListPosition] = [:]
  /// The places of the focus in the last frame, in reading order.
  var order: [ViewID] = []
  /// The rows of a notice too long for the rule below the body.
  var noticeRows = 0
  /// The page that the memory belongs to.
  var identity: String?

  /// Makes the memory of a layer that was never shown.
  public init() {}

  /// The view that actions mean: the focused one, or the selected row of a focused or driven list.
  public func current(on page: Page) -> ViewID? {
    guard let focus else { return nil }
    guard let list = Focusables(page.body).list(under: focus), list.count > 0 else { return focus }
    return list.row(position(of: list).selected).id ?? focus
  }

  /// Where a list stands, held within its rows; at the first row where the content is new.
  func position(of list: List) -> ListPosition {
    guard var position = lists[list.id], position.revision == list.revision else {
      return ListPosition(revision: list.revision)
    }
    position.selected = min(max(position.selected, 0), max(list.count - 1, 0))
    position.offset = min(max(position.offset, 0), max(list.count - 1, 0))
    return position
  }

  /// The memory fitted to a page: the focus stands on something that is there, where anything is.
  func fitted(to page: Page, _ focusables: Focusables) -> LayerMemory {
    var memory = self
    if memory.identity != page.identity {
      memory = LayerMemory()
      memory.identity = page.identity
      memory.noticeRows = noticeRows
      if identity == nil { memory.focus = focus }
      // A page that names no place to begin is read from its top.
      memory.isReading = memory.focus == nil && (page.initialFocus == nil || page.opensAtTop)
    }
    for list in focusables.lists { memory.lists[list.id] = position(of: list) }
    if memory.lists.count > focusables.lists.count {
      memory.lists = memory.lists.filter { entry in
        focusables.lists.contains { $0.id == entry.key }
      }
    }
    if let focus = memory.focus, focusables.contains(focus) {
      memory.order = focusables.order
      return memory
    }
    let replacement = memory.replacement(page, focusables)
    if replacement != memory.focus {
      let isReading = memory.isReading
      memory.focusLeft()
      memory.isReading = isReading
    }
    memory.focus = replacement
    memory.order = focusables.order
    return memory
  }

  /// Forgets what belonged to the view that had the focus.
  mutating func focusLeft() {
    cursor = nil
    option = nil
    isEdited = false
    isReading = false
    isGliding = false
  }

  /// The nearest place after the one that disappeared, or before it, or where the page begins.
  private func replacement(_ page: Page, _ focusables: Focusables) -> ViewID? {
    if let focus, let index = order.firstIndex(of: focus) {
      if let next = order[index...].first(where: focusables.contains) { return next }
      if let previous = order[..<index].last(where: focusables.contains) { return previous }
    }
    if let wish = page.initialFocus, focusables.contains(wish) { return wish }
    return focusables.order.first
  }
}

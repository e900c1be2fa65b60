/// The size of a terminal in cells.
public struct Size: Hashable, Sendable {
  /// The number of columns.
  public var columns: Int
  /// The number of rows.
  public var rows: Int

  /// Makes a size; use ``clamped()`` on sizes that come from outside.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// The size held within 1…500 columns and 1…200 rows.
  ///
  /// Any SSH client may claim any size: 10,000 × 10,000 cost 960 MB and never painted.
  public func clamped() -> Size {
    Size(columns: min(max(columns, 1), 500), rows: min(max(rows, 1), 200))
  }
}

/// A colour of the terminal's own palette.
public enum Ink: Hashable, Sendable {
  /// The terminal's default.
  case standard
  /// An index of the palette: 0…7 the ANSI colours, 8…15 their bright twins, 16…255 the cube and greys.
  case palette(UInt8)
}

/// How a cell looks.
public struct Style: Hashable, Sendable {
  /// Signs that a terminal can lay over the text.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits of the set.
    public let rawValue: UInt8
    /// Makes a set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Bold or bright text.
    public static let bold = Attributes(rawValue: 1)
    /// Faint text.
    public static let dim = Attributes(rawValue: 2)
    /// Underlined text.
    public static let underline = Attributes(rawValue: 4)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 8)
  }

  /// The signs laid over the text.
  public var attributes: Attributes
  /// The colour of the text.
  public var foreground: Ink
  /// The colour behind the text.
  public var background: Ink

  /// Makes a style; without arguments the plain one.
  public init(
    _ attributes: Attributes = [], foreground: Ink = .standard, background: Ink = .standard
  ) {
    self.attributes = attributes
    self.foreground = foreground
    self.background = background
  }

  /// The terminal's default look.
  public static let plain = Style()
}

/// One position of the screen.
public struct Cell: Hashable, Sendable {
  /// The character shown, with its combining marks; a space where nothing is.
  public var character: Character
  /// How it looks.
  public var style: Style
  /// True in the right half of a character two cells wide, where `character` is a space that is not drawn.
  public var isContinuation: Bool

  /// Makes a cell.
  public init(_ character: Character = " ", style: Style = .plain, isContinuation: Bool = false) {
    self.character = character
    self.style = style
    self.isContinuation = isContinuation
  }
}

/// A position on the screen, counted in cells from the top left corner, which is 0, 0.
public struct Position: Hashable, Sendable {
  /// The column, from 0.
  public var column: Int
  /// The row, from 0.
  public var row: Int

  /// Makes a position.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A whole screen as a value: what a frame shows and where the hardware cursor stands.
///
/// It is the seam between drawing and terminals: widgets paint into it, terminals show it, tests read it.
public struct CellGrid: Hashable, Sendable {
  /// The size of the screen.
  public let size: Size
  /// Where the hardware cursor stands; screen readers and braille displays follow it.
  public var cursor: Position?
  private var slots: [Slot]
  /// The characters of several scalars, by their place among the slots; there are hardly any.
  private var clusters: [Int: Character] = [:]

  /// Makes an empty screen.
  public init(size: Size) {
    self.size = size
    slots = Array(repeating: .blank, count: max(0, size.columns) * max(0, size.rows))
  }

  /// The cell at a position, which must lie on the screen; a character that may not be shown is kept
  /// as U+FFFD, so a screen holds nothing but ``DisplayText``.
  public subscript(row row: Int, column column: Int) -> Cell {
    get {
      let place = row * size.columns + column
      let slot = slots[place]
      let character =
        slot.scalar == Slot.cluster
        ? clusters[place] : Unicode.Scalar(slot.scalar).map { Character($0) }
      return Cell(character ?? " ", style: slot.style, isContinuation: slot.isContinuation)
    }
    set {
      let character = newValue.character.displayed
      let scalars = character.unicodeScalars
      let isCluster = scalars.count > 1
      let scalar = isCluster ? Slot.cluster : scalars.first?.value ?? 0x20
      self[slot: row, column] = Slot(
        scalar, newValue.style, isContinuation: newValue.isContinuation)
      if isCluster { clusters[row * size.columns + column] = character }
    }
  }

  /// The cells of one row; O(columns).
  public func cells(row: Int) -> [Cell] {
    (0..<size.columns).map { self[row: row, column: $0] }
  }

  /// The slot at a position, which must lie on the screen.
  subscript(slot row: Int, column: Int) -> Slot {
    get { slots[row * size.columns + column] }
    set {
      let place = row * size.columns + column
      if slots[place].scalar == Slot.cluster { clusters[place] = nil }
      slots[place] = newValue
    }
  }

  /// Gives the terminal's default colours, wherever they stand, those of a theme; O(cells).
  public mutating func ground(foreground: Ink, background: Ink) {
    if foreground == .standard, background == .standard { return }
    let paper = Slot(" ", Style(foreground: foreground, background: background))
    slots.withUnsafeMutableBufferPointer { slots in
      for place in slots.indices { slots[place].ground(paper) }
    }
  }

  /// Gives one position another look and leaves its character.
  mutating func setStyle(_ style: Style, row: Int, column: Int) {
    slots[row * size.columns + column].style = style
  }

  /// The columns of a row that show something else than on another screen of the same size.
  ///
  /// From the first to the last of them, whole characters on both. O(columns).
  func changedColumns(row: Int, since other: CellGrid) -> Range<Int>? {
    let start = row * size.columns
    if clusters.isEmpty, other.clusters.isEmpty, showsSame(start..<start + size.columns, other) {
      return nil
    }
    func differs(_ column: Int) -> Bool {
      let place = start + column
      return slots[place] != other.slots[place]
        || slots[place].scalar == Slot.cluster && clusters[place] != other.clusters[place]
    }
    func isHalf(_ column: Int) -> Bool {
      slots[start + column].isContinuation || other.slots[start + column].isContinuation
    }
    guard var first = (0..<size.columns).first(where: differs),
      var last = (first..<size.columns).last(where: differs)
    else { return nil }
    while first > 0, isHalf(first) { first -= 1 }
    while last + 1 < size.columns, isHalf(last + 1) { last += 1 }
    return first..<last + 1
  }

  /// True where the slots at some places are the same on another screen; nearly all rows of a new frame are.
  private func showsSame(_ places: Range<Int>, _ other: CellGrid) -> Bool {
    slots.withUnsafeBufferPointer { mine in
      other.slots.withUnsafeBufferPointer { theirs in
        places.allSatisfy { mine[$0] == theirs[$0] }
      }
    }
  }

  /// The text of one row, without the spaces at its end.
  public func text(row: Int) -> String {
    var text = ""
    for column in 0..<size.columns {
      let cell = self[row: row, column: column]
      if !cell.isContinuation { text.append(cell.character) }
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The text of all rows, one line each, without spaces at the ends of lines.
  public var text: String {
    (0..<size.rows).map { text(row: $0) }.joined(separator: "\n")
  }
}

import Terminal

/// A piece of a line: a text of one tone at a column.
struct Span {
  var column: Int
  var text: String
  var tone: Tone = .plain
  var part: Theme.Part = .body
}

/// One line of a flow.
struct Line {
  var spans: [Span] = []

  init() {}

  init(_ text: StyledText, column: Int = 0, part: Theme.Part = .body) {
    add(text, column: column, part: part)
  }

  mutating func add(_ text: StyledText, column: Int, part: Theme.Part = .body) {
    var column = column
    for (index, run) in text.runs.enumerated() {
      spans.append(Span(column: column, text: run.text, tone: run.tone, part: part))
      if index + 1 < text.runs.count { column += run.text.columns }
    }
  }
}

/// Cells of one line.
struct Area {
  var row: Int
  var columns: Range<Int>
}

/// A sign that shows where the focus is.
struct Mark {
  var row: Int
  var column: Int
  var sign: String
}

/// A place of the focus: where it lies in the flow and what keys do there.
struct Stop {
  /// What keys do there.
  enum Kind {
    /// A row, a button, a cell: Enter activates it.
    case press
    /// A line that leads to another view.
    case link(ViewID)
    case field(Field, FieldShape)
    case choice(Choice, isVertical: Bool)
    case toggle(Toggle)
    /// `reach` is the number of rows that PageDown moves by.
    case list(List, reach: Int)
  }

  var id: ViewID
  var kind: Kind
  /// The lines that belong to it, first to last; kept visible as far as there is room.
  var rows: ClosedRange<Int>
  /// Where the hardware cursor stands while it has the focus.
  var cursor: Position
  /// The cells that look focused.
  var areas: [Area]
  /// The signs painted while it has the focus.
  var marks: [Mark]
  /// What a click at a place means: an option or a row by its index.
  var targets: [(area: Area, index: Int)] = []
}

/// Where the text of a field lies.
struct FieldShape {
  /// The characters shown on each line.
  var lines: [Range<Int>]
  /// The first line and column of the text.
  var origin: Position
}

/// Lines from top to bottom, of any number, and the places of the focus among them.
struct Flow {
  var lines: [Line] = []
  var stops: [Stop] = []

  /// Puts another flow below, moved to the right.
  mutating func append(_ other: Flow, indent: Int = 0) {
    add(other, at: lines.count, indent: indent)
  }

  /// Lays another flow over this one from a row on, moved to the right.
  mutating func add(_ other: Flow, at row: Int, indent: Int) {
    while lines.count < row + other.lines.count { lines.append(Line()) }
    for (index, line) in other.lines.enumerated() {
      if lines[row + index].spans.isEmpty, indent == 0 {
        lines[row + index] = line
        continue
      }
      for var span in line.spans {
        span.column += indent
        lines[row + index].spans.append(span)
      }
    }
    for stop in other.stops { stops.append(stop.moved(rows: row, columns: indent)) }
  }

  /// Adds a text, wrapped.
  mutating func add(
    _ text: StyledText, width: Int, column: Int = 0, part: Theme.Part = .body
  ) {
    for line in TextWrap.lines(text, width: width - column) {
      lines.append(Line(line, column: column, part: part))
    }
  }
}

extension Flow {
  /// The letters of the lines before one; the same text has as many in any width.
  func letters(before line: Int) -> Int {
    lines.prefix(max(0, line)).reduce(0) { $0 + $1.letters }
  }

  /// The first line that begins after so many letters, or within the line that holds them.
  func line(after letters: Int) -> Int {
    var sum = 0
    for (index, line) in lines.enumerated() {
      sum += line.letters
      if sum > letters { return index }
    }
    return max(0, lines.count - 1)
  }
}

extension Line {
  /// The characters that are no spaces.
  fileprivate var letters: Int {
    spans.reduce(0) { $0 + $1.text.count { !$0.isWhitespace } }
  }
}

extension Stop {
  /// The stop further down and to the right.
  func moved(rows: Int, columns: Int) -> Stop {
    if rows == 0, columns == 0 { return self }
    func moved(_ area: Area) -> Area {
      Area(
        row: area.row + rows,
        columns: area.columns.lowerBound + columns..<area.columns.upperBound + columns)
    }
    func moved(_ place: Position) -> Position {
      Position(column: place.column + columns, row: place.row + rows)
    }
    var stop = self
    stop.rows = stop.rows.lowerBound + rows...stop.rows.upperBound + rows
    stop.cursor = moved(cursor)
    stop.areas = areas.map { moved($0) }
    stop.marks = marks.map {
      Mark(row: $0.row + rows, column: $0.column + columns, sign: $0.sign)
    }
    stop.targets = targets.map { (moved($0.area), $0.index) }
    if case .field(let field, var shape) = kind {
      shape.origin = moved(shape.origin)
      stop.kind = .field(field, shape)
    }
    return stop
  }
}

/// Names a view on its page; stable from frame to frame, unique within the page.
public struct ViewID: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The name.
  public let rawValue: String
  /// Makes an id from a name.
  public init(_ rawValue: String) { self.rawValue = rawValue }
  /// Makes an id from a literal.
  public init(stringLiteral value: String) { rawValue = value }
  /// The name.
  public var description: String { rawValue }
}

/// One node of what a screen shows.
///
/// The same tree is painted as cells, read as plain lines and written as a semantic snapshot, so a
/// view says what it is and never where it stands.
public indirect enum View {
  /// The title of a part of the page, with a short note at the right edge (a count, say).
  case heading(String, note: String = "")
  /// A paragraph, wrapped to the width.
  case text(StyledText)
  /// A notice that must not be missed: it begins with a word or sign of its own.
  case alert(Alert)
  /// One blank line; neighbours fall together, and none stands first or last.
  case gap
  /// Labels at the left, what they stand for at the right.
  case facts([Fact])
  /// Lines aligned with each other; those with an id can be focused and activated.
  case rows([Row])
  /// A long list that scrolls within the rest of the page; the last view of its page.
  case list(List)
  /// A grid of cells under column titles; cells with an id can be focused.
  case table(Table)
  /// A line, or several, of text to type.
  case field(Field)
  /// One or several of a few.
  case choice(Choice)
  /// Yes or no.
  case toggle(Toggle)
  /// What can be done here, side by side where there is room.
  case buttons([Button])
  /// How far something has come.
  case progress(Progress)
  /// Views that belong together, indented under an optional title.
  case group(String, [View])
}

/// A notice: an error summary, a warning, a success.
public struct Alert {
  /// How grave it is.
  public enum Kind: Hashable, Sendable { case problem, warning, success, note }
  /// How grave it is.
  public var kind: Kind
  /// What happened, in one sentence.
  public var title: StyledText
  /// What belongs to it, a line each; a line with an id leads to the view of that id.
  public var lines: [(target: ViewID?, text: StyledText)]

  /// Makes a notice.
  public init(_ kind: Kind, _ title: StyledText, lines: [(target: ViewID?, text: StyledText)] = [])
  {
    self.kind = kind
    self.title = title
    self.lines = lines
  }
}

/// A label and what stands beside it.
public struct Fact {
  /// The label.
  public var label: String
  /// What stands beside it.
  public var body: [View]

  /// Makes a fact of views.
  public init(_ label: String, _ body: [View]) {
    self.label = label
    self.body = body
  }

  /// Makes a fact of one paragraph.
  public init(_ label: String, _ text: StyledText) {
    self.init(label, [.text(text)])
  }
}

/// One line of aligned columns.
public struct Row {
  /// A column after the title.
  public enum Detail {
    case text(StyledText)
    /// A bar of done out of total, then a text: `▓▓▓░░ 3 из 5 р.д.`
    case progress(done: Int, total: Int, StyledText)
    /// A value on a line, with the limits between which it should lie: `··[··*··]····`.
    ///
    /// Only the eye gets it; the row says the same in words beside it.
    case scale(Scale)
    /// A number by which clerks know the same; only the eye gets it.
    case code(String)
  }

  /// The row's name; nil for a row that only shows.
  public var id: ViewID?
  /// A sign before the text, one or two cells: `!`, `₽`, `·`.
  public var marker: String
  /// A column before the title: a time, a state in brackets.
  public var leading: StyledText
  /// What the row is about; it takes the free room and is the last thing to be shortened.
  public var title: StyledText
  /// The columns after the title; on a narrow screen they move to a line of their own.
  public var details: [Detail]
  /// What is read aloud in place of all of it, where columns do not make a sentence.
  public var spoken = ""

  /// Makes a row.
  public init(
    id: ViewID? = nil, marker: String = "", leading: StyledText = "", title: StyledText,
    details: [Detail] = []
  ) {
    self.id = id
    self.marker = marker
    self.leading = leading
    self.title = title
    self.details = details
  }
}

/// A virtual list: rows are made only when they are shown, so 20,000 scroll like 20.
public struct List {
  /// The list's name; it is one stop of the focus, with a selection of its own.
  public var id: ViewID
  /// What the list holds.
  public var label: String
  /// The number of rows.
  public var count: Int
  /// Those of them that are not what the list counts, such as ways to more of it.
  public var extras: Set<Int>
  /// Names the content: when it changes, the selection returns to the first row.
  public var revision: String
  /// Makes the row at an index; each row has an id.
  public var row: (Int) -> Row
  /// What to say where there are no rows.
  public var emptyText: StyledText

  /// Makes a list.
  public init(
    id: ViewID, label: String, count: Int, extras: Set<Int> = [], revision: String = "",
    emptyText: StyledText, row: @escaping (Int) -> Row
  ) {
    self.id = id
    self.label = label
    self.count = count
    self.extras = extras
    self.revision = revision
    self.emptyText = emptyText
    self.row = row
  }

  /// How many there are of what the list counts.
  var counted: Int { count - extras.count }

  /// The number of a row among what the list counts, from 1; nil for one that is not counted.
  func place(of index: Int) -> Int? {
    extras.contains(index) ? nil : index + 1 - extras.count { $0 < index }
  }
}

/// A grid of cells under column titles.
public struct Table {
  /// One cell.
  public struct Cell {
    /// The cell's name; nil where it cannot be chosen.
    public var id: ViewID?
    /// What it shows.
    public var text: StyledText
    /// The same as one says it; empty where its text can be said as it stands.
    public var spoken: String
    /// Makes a cell.
    public init(id: ViewID? = nil, _ text: StyledText, spoken: String = "") {
      self.id = id
      self.text = text
      self.spoken = spoken
    }

    /// Its words for who listens.
    var words: String { spoken.isEmpty ? text.plain : spoken }
  }
  /// What the table shows.
  public var label: String
  /// The titles of the columns.
  public var columns: [String]
  /// The rows; each has as many cells as there are columns.
  public var rows: [[Cell]]
  /// True where, without room for the grid, each column is read as a line of its own, and not each row:
  /// a week becomes a list of days.
  public var readsByColumn: Bool
  /// True where the views after it say the same, so that only the eye needs it.
  public var isRepeated = false

  /// Makes a table.
  public init(
    label: String, columns: [String], rows: [[Cell]], readsByColumn: Bool = false
  ) {
    self.label = label
    self.columns = columns
    self.rows = rows
    self.readsByColumn = readsByColumn
  }
}

/// Something that can be done.
public struct Button {
  /// The button's name.
  public var id: ViewID
  /// What it does, as a verb.
  public var title: String
  /// False where it cannot be done now; it stays readable.
  public var isEnabled: Bool
  /// Makes a button.
  public init(id: ViewID, _ title: String, isEnabled: Bool = true) {
    self.id = id
    self.title = title
    self.isEnabled = isEnabled
  }
}

/// How far something has come.
public struct Progress {
  /// What is going on.
  public var label: String
  /// The part done, 0…total.
  public var done: Int
  /// The whole; 0 where it is not known.
  public var total: Int
  /// The same in words (`3 из 5 рабочих дней`).
  public var text: String
  /// Makes a progress.
  public init(label: String, done: Int, total: Int, text: String) {
    self.label = label
    self.done = done
    self.total = total
    self.text = text
  }
}

import Terminal

/// How the columns of rows stand: beside each other, or details under titles.
struct RowColumns {
  var marker = 0
  var leading = 0
  /// The column at which titles begin.
  var title = 0
  var titleWidth = 0
  /// The widths of the details, and which of them hold numbers.
  var details: [(width: Int, isNumber: Bool)] = []
  var isStacked = false
  /// The width of all columns together.
  var width: Int
  /// True where a title that needs more than its column takes it from the details.
  var yields = false

  static let gap = 2
  /// How far details under a title, and the further lines of a title after its leading, are moved in.
  static let indent = 2
  /// The width that short titles leave to each other, so that their details are not far away.
  private static let shortTitle = 40
  /// The width from which the details of a list stand beside its titles.
  static let roomForOneLine = 60

  /// The columns of rows under each other; `leading` is what the rows of the page have in common.
  init(_ rows: [Row], width: Int, leading common: Int = 0) {
    self.width = width
    let natural = measure(rows)
    if leading > 0 { leading = max(leading, common) }
    placeTitle()
    let room = width - title - detailsWidth
    titleWidth = details.isEmpty ? room : min(room, max(natural, Self.shortTitle))
    // Short details stay at the right of titles that wrap; long ones move under them.
    let leavesRoom = room >= 34 && room * 3 >= width * 2
    if !details.isEmpty, natural > room, !leavesRoom { stack() }
  }

  /// The columns of a list: details take what titles leave and two fifths in any case, or lines of their own.
  init(list rows: [Row], width: Int) {
    self.width = width
    let natural = measure(rows)
    placeTitle()
    guard width >= Self.roomForOneLine else {
      stack()
      return
    }
    yields = true
    var excess = detailsWidth - max(width - title - natural, (width - title) * 2 / 5)
    while excess > 0,
      let widest = details.indices.max(by: { details[$0].width < details[$1].width })
    {
      let cut = min(excess, details[widest].width - details[widest].width / 2)
      if cut == 0 { break }
      details[widest].width -= cut
      excess -= cut
    }
    let room = width - title - detailsWidth
    titleWidth = details.isEmpty ? room : min(room, max(natural, Self.shortTitle))
  }

  /// Takes the widths of the rows; returns that of the widest title.
  private mutating func measure(_ rows: [Row]) -> Int {
    var natural = 0
    for row in rows {
      marker = max(marker, row.marker.columns)
      leading = max(leading, row.leading.columns)
      natural = max(natural, row.title.columns)
      for (index, detail) in row.details.enumerated() {
        if index == details.count { details.append((0, true)) }
        let text = detail.oneLine
        details[index].width = max(details[index].width, text.columns)
        if !text.isEmpty, !text.isNumber { details[index].isNumber = false }
      }
    }
    return natural
  }

  /// What leads a title has a column of its own, or where that would leave little room, the title's first line.
  private mutating func placeTitle() {
    if leading * 3 > width { leading = 0 }
    title = (marker > 0 ? marker + 1 : 0) + (leading > 0 ? leading + Self.gap : 0)
  }

  private mutating func stack() {
    isStacked = true
    titleWidth = width - title
  }

  /// The column at which what leads the titles begins.
  var leadingColumn: Int { marker > 0 ? marker + 1 : 0 }

  /// The cells that the details take, with the gaps before them.
  private var detailsWidth: Int { details.reduce(0) { $0 + $1.width + Self.gap } }
}

extension Row.Detail {
  /// The detail as it is painted.
  var oneLine: StyledText {
    switch self {
    case .text(let text): text
    case .progress(let done, let total, let text):
      .joined([StyledText(ProgressBar.text(done: done, total: total)), text], separator: " ")
    case .scale(let scale): StyledText(scale.bar)
    case .code(let code): StyledText(code, .dim)
    }
  }
}

/// A bar of ten cells, in signs that 8-bit consoles have.
enum ProgressBar {
  static let width = 10

  /// The bar, full only when all is done; empty where the whole is not known.
  static func text(done: Int, total: Int) -> String {
    guard total > 0 else { return "" }
    let done = min(max(done, 0), total)
    let filled = done * width / total
    return String(repeating: "▓", count: filled) + String(repeating: "░", count: width - filled)
  }
}

extension StyledText {
  /// True for numbers and amounts, which are aligned to the right.
  fileprivate var isNumber: Bool {
    runs.allSatisfy { $0.text.unicodeScalars.allSatisfy(Self.numberSigns.contains) }
  }

  private static let numberSigns = Set("0123456789 \u{A0}\u{202F},.+-−₽%".unicodeScalars)
}

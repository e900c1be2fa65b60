import Terminal

/// The rows of a list that are on the screen, each in as many lines as its words need.
struct ListWindow {
  private let list: List
  private let selected: Int
  private let height: Int
  private var made: [Int: Row] = [:]
  /// The first row shown.
  private(set) var offset: Int
  private(set) var columns: RowColumns
  private(set) var rows: [RowLines] = []

  /// How often the columns are taken anew from the rows that they leave room for.
  private static let mostRounds = 3

  /// Chooses the rows for some lines: the selected one among them, and moved no further than needed.
  ///
  /// No more rows are made than there are lines, however long the list is.
  init(_ list: List, _ position: LayerMemory.ListPosition, height: Int, width: Int) {
    self.list = list
    self.height = height
    selected = position.selected
    offset = min(max(position.offset, selected - height + 1), selected)
    columns = RowColumns(list: [], width: width)
    for _ in 0..<Self.mostRounds {
      let begin = offset
      let near = (begin..<min(list.count, begin + height)).map { row($0) }
      columns = RowColumns(list: near, width: width)
      fill()
      if offset == begin { break }
    }
  }

  private mutating func row(_ index: Int) -> Row {
    if let row = made[index] { return row }
    let row = list.row(index)
    made[index] = row
    return row
  }

  private mutating func laid(_ index: Int) -> RowLines {
    RowLines(row(index), columns).prefix(height)
  }

  private mutating func fill() {
    rows = []
    var used = 0
    for index in offset...selected {
      rows.append(laid(index))
      used += rows[rows.count - 1].lines.count
      while used > height, rows.count > 1 {
        used -= rows.removeFirst().lines.count
        offset += 1
      }
    }
    var next = selected + 1
    while next < list.count, used < height {
      let row = laid(next)
      guard used + row.lines.count <= height else { return }
      rows.append(row)
      used += row.lines.count
      next += 1
    }
    // At the end of the list no line stays empty.
    while next == list.count, offset > 0, used < height {
      let row = laid(offset - 1)
      guard used + row.lines.count <= height else { return }
      rows.insert(row, at: 0)
      used += row.lines.count
      offset -= 1
    }
  }
}

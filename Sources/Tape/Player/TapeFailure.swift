import Terminal

/// A tape that did not go as it says.
public struct TapeFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The statement that failed.
  public let position: TapePosition
  /// What was wrong.
  public let message: TapeMessage
  /// What the screen showed.
  public let screen: CellGrid

  /// The message in English and the screen in a frame.
  public var description: String { report(message.english) }

  /// The message in Russian and the screen in a frame.
  public var russianDescription: String { report(message.russian) }

  private func report(_ message: String) -> String {
    let edge = "+" + String(repeating: "-", count: screen.size.columns) + "+"
    let rows = (0..<screen.size.rows).map { row in
      let used = screen.text(row: row)
      return "|" + used + String(repeating: " ", count: screen.size.columns - width(row)) + "|"
    }
    return (["\(position): \(message)", edge] + rows + [edge]).joined(separator: "\n")
  }

  /// Cells of a row up to the last one that is not blank.
  private func width(_ row: Int) -> Int {
    var width = screen.size.columns
    while width > 0, case let cell = screen[row: row, column: width - 1],
      cell.character == " ", !cell.isContinuation
    { width -= 1 }
    return width
  }
}

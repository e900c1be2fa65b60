import Terminal

extension ScreenshotFormat {
  /// The picture of a stage; nil where the stage has no semantic snapshot.
  func render(_ stage: some TapeStage) -> String? {
    switch self {
    case .text: PlainRendering.text(of: stage.screen)
    case .ansi: ANSIRendering.text(of: stage.screen)
    case .svg: SVGRendering().text(of: stage.screen)
    case .semantic: stage.semanticSnapshot
    }
  }
}

/// A screen as plain rows.
public enum PlainRendering {
  /// The rows without spaces at their ends, then `cursor: column,row`, counted from 1 as tapes count.
  public static func text(of grid: CellGrid) -> String {
    let cursor = grid.cursor.map { "\($0.column + 1),\($0.row + 1)" } ?? "none"
    return grid.text + "\ncursor: \(cursor)\n"
  }
}

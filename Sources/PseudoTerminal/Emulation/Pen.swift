import Terminal

/// What a terminal remembers of how to print; saved and restored by DECSC and DECRC.
struct Pen: Equatable {
  var style = Style.plain
  var column = 0
  var row = 0
  /// True after a character was printed in the last column: the next one wraps first.
  var wrapsNext = false
  var isOriginRelative = false
  /// Whether G0 and G1 are the line-drawing set.
  var drawsLines = [false, false]
  /// Which of them is in use.
  var charset = 0
}

/// The line-drawing set of DEC terminals, for `_` and what follows it.
enum LineDrawing {
  private static let signs = Array(" ◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·".unicodeScalars)

  static func sign(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0x5F...0x7E).contains(scalar.value) else { return scalar }
    return signs[Int(scalar.value) - 0x5F]
  }
}

/// What programs have switched on.
struct EmulatorModes: Equatable {
  /// DECCKM: arrow keys send SS3.
  var applicationCursor = false
  /// DECAWM.
  var wraps = true
  /// IRM.
  var inserts = false
  /// LNM.
  var newLineReturns = false
  /// DECTCEM.
  var showsCursor = true
  /// Bracketed paste, 2004.
  var bracketsPaste = false
  /// Any of the mouse modes 1000, 1002 and 1003.
  var reportsMouse = false
  /// SGR mouse reports, 1006.
  var sgrMouse = false
}

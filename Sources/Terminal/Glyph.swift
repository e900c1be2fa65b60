/// What a cell sends to a terminal: a base scalar with up to four combining marks.
///
/// Grids should hold sanitised text; this is the last gate, and nothing passes it that could move the
/// cursor, start a sequence, or make the terminal and ncurses disagree about columns.
struct Glyph: Equatable {
  /// The base and its marks; at most ``limit`` scalars, never empty.
  private(set) var scalars: [UInt32]

  /// The scalars that fit one cell of ncurses (`CCHARW_MAX`).
  static let limit = 5

  /// The sign for what cannot be shown.
  static let replacement = Glyph(scalars: [0xFFFD])
  static let space = Glyph(scalars: [0x20])

  private init(scalars: [UInt32]) { self.scalars = scalars }

  /// Makes the glyph of a character that has `columns` cells of a grid to itself.
  ///
  /// `measure` is the width that ncurses believes a scalar has: where it isn't `columns`, everything
  /// to the right would be shifted, so the replacement is shown instead.
  init(_ character: Character, columns: Int, measure: (UInt32) -> Int) {
    let source = character.unicodeScalars
    guard let base = source.first else {
      self = .space
      return
    }
    if base.value >= 0x20, base.value < 0x7F, columns == 1, source.count == 1 {
      scalars = [base.value]
      return
    }
    guard base.properties.generalCategory != .control, measure(base.value) == columns else {
      self = .replacement
      return
    }
    scalars = [base.value]
    for scalar in source.dropFirst() {
      guard scalars.count < Self.limit, Self.isMark(scalar), measure(scalar.value) == 0 else {
        break
      }
      scalars.append(scalar.value)
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: !scalar.properties.isVariationSelector
    case .otherLetter: true  // Hangul vowels and finals.
    default: false
    }
  }
}

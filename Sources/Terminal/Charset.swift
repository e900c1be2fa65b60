import Glibc

/// The signs that a terminal can show.
public enum Charset: String, Hashable, Sendable, CaseIterable {
  /// All of them.
  case utf8 = "utf-8"
  /// ASCII alone: lines are drawn with `-` and `|`, Russian letters become the Latin ones nearest to them.
  case ascii

  /// What a locale says: `C`, `POSIX` and any encoding but UTF-8 are taken for ASCII.
  ///
  /// A locale that names no encoding, or none at all, says nothing, and nearly every terminal of today
  /// shows UTF-8. Whether the locale is installed plays no part: SSH forwards the names of those that
  /// the server never had.
  public init(locale: String?) {
    guard let locale, !locale.isEmpty else {
      self = .utf8
      return
    }
    let name = locale.prefix { $0 != "@" }
    if name == "C" || name == "POSIX" {
      self = .ascii
      return
    }
    guard let dot = name.firstIndex(of: ".") else {
      self = .utf8
      return
    }
    let encoding = name[name.index(after: dot)...].lowercased().filter { $0 != "-" }
    self = encoding == "utf8" ? .utf8 : .ascii
  }

  /// What the environment says: the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set.
  public static var environment: Charset {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      if let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty {
        return Charset(locale: value)
      }
    }
    return .utf8
  }

  /// The sign that stands for a scalar; it takes one cell where the scalar does.
  public func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard self == .ascii, !scalar.isASCII else { return scalar }
    if let sign = Self.stand(scalar) { return sign }
    if let lower = Self.letters[scalar] { return lower }
    let properties = scalar.properties
    if let small = properties.lowercaseMapping.unicodeScalars.first, small != scalar,
      let lower = Self.letters[small],
      let upper = lower.properties.uppercaseMapping.unicodeScalars.first
    {
      return upper
    }
    return "?"
  }

  /// One Latin sign a letter, so that nothing moves: `4` is ч, `w` is ш and щ, as phones once wrote.
  private static let letters: [Unicode.Scalar: Unicode.Scalar] = {
    let russian = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя".unicodeScalars
    let latin = "abvgdeejziiklmnoprstufhc4ww'y'eua".unicodeScalars
    return Dictionary(uniqueKeysWithValues: zip(russian, latin))
  }()

  private static func stand(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "─", "–", "—", "−", "‑", "━": "-"
    case "│", "┃": "|"
    case "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼": "+"
    case "▓", "█", "■": "#"
    case "░", "▒": "."
    case "«", "»", "“", "”", "„": "\""
    case "‘", "’", "‚": "'"
    case "›", "→", "▶": ">"
    case "‹", "←", "◀": "<"
    case "↑": "^"
    case "↓": "v"
    case "·", "•": "."
    case "…": "~"
    case "×": "x"
    case "№": "N"
    case "₽": "R"
    case "\u{A0}", "\u{202F}", "\u{2009}": " "
    case "½": "/"
    case "°": "o"
    case "✓", "☑": "+"
    case "§": "S"
    default: nil
    }
  }
}

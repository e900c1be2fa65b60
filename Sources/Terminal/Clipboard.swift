/// The sequence that asks a terminal to take a text into its clipboard (OSC 52).
///
/// It travels with the output, so it also works over SSH. A terminal never answers: whether it took the
/// text cannot be known.
public enum Clipboard {
  /// The most bytes that are copied; terminals begin to refuse beyond 70 KB.
  public static let limit = 8_192

  /// What stands between the program and the terminal and has to be told to pass the sequence on.
  public enum Multiplexer: Hashable, Sendable { case tmux, screen }

  /// True for terminals that read such sequences; those before them print it as garbage.
  public static func isKnown(toType type: String) -> Bool {
    let silent = [
      "linux", "vt", "ansi", "dumb", "cons", "con8", "con1", "sun", "wy", "hp", "teletype",
    ]
    return !type.isEmpty && !silent.contains { type.hasPrefix($0) }
  }

  /// The bytes to send; empty for a text beyond ``limit``.
  ///
  /// What is pasted from there may be obeyed, so it is a ``DisplayText``.
  public static func sequence(_ text: String, through multiplexer: Multiplexer? = nil) -> String {
    let bytes = Array(DisplayText(text, keepingLines: true).description.utf8)
    guard bytes.count <= limit else { return "" }
    let plain = "\u{1B}]52;c;\(base64(bytes))\u{7}"
    switch multiplexer {
    case nil: return plain
    case .tmux:
      // tmux takes the plain one where set-clipboard is on, and passes the wrapped one on where
      // allow-passthrough is; it ignores what it may not do.
      let escaped = plain.split(separator: "\u{1B}", omittingEmptySubsequences: false)
        .joined(separator: "\u{1B}\u{1B}")
      return plain + "\u{1B}Ptmux;\(escaped)\u{1B}\\"
    case .screen:
      // screen drops strings beyond 256 bytes, so the sequence goes in pieces.
      var wrapped = ""
      var rest = Substring(plain)
      while !rest.isEmpty {
        wrapped += "\u{1B}P\(rest.prefix(200))\u{1B}\\"
        rest = rest.dropFirst(200)
      }
      return wrapped
    }
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(
          place <= group.count ? signs[value >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

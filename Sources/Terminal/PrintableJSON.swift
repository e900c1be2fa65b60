/// JSON that a terminal can be given: what ``DisplayText`` would not show is written with `\u`.
///
/// Readers of the JSON get every character as it was; terminals, logs and pagers see ASCII.
public struct PrintableJSON: Hashable, Sendable, CustomStringConvertible {
  /// The JSON.
  public let description: String

  /// Escapes what may not be shown in a JSON text, where it can only stand in strings; O(n).
  public init(_ json: String) {
    if json.unicodeScalars.allSatisfy({ $0.isSingleCell || $0 == "\n" }) {
      description = json
      return
    }
    var text = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      if scalar == "\n" || scalar.isDisplayable {
        text.append(scalar)
      } else {
        text.append(contentsOf: Self.escaped(scalar).unicodeScalars)
      }
    }
    description = String(text)
  }

  /// A text as a JSON string, quotation marks included (RFC 8259, section 7).
  public init(quoting text: String) {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.isDisplayable: quoted.unicodeScalars.append(scalar)
      default: quoted += Self.escaped(scalar)
      }
    }
    description = quoted + "\""
  }

  /// A scalar as one or two escapes.
  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    UTF16.encode(scalar).map { units in
      units.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    } ?? "\\ufffd"
  }
}

/// A reader of JSON (RFC 8259) that makes no values and takes nothing else.
///
/// Decoders differ in what they let pass: trailing commas, byte order marks, UTF-16, and names that
/// repeat, of which one takes the first and another the last. So every text that comes from outside
/// is read by this one first, and what it refuses no decoder sees.
///
/// It takes all that RFC 8259 calls a JSON text, within ``JSONLimits`` and but for repeated names and
/// half surrogate pairs, which the RFC calls unpredictable. Time and memory are linear in the text.
public enum StrictJSON {
  /// A member of an object.
  public struct Member: Hashable, Sendable {
    /// The name, unescaped.
    public let name: String
    /// The bytes of the value in the text.
    public let value: Range<Int>
  }

  /// Refuses what is not exactly one JSON value in UTF-8.
  ///
  /// - Throws: the first fault of the text.
  public static func check(_ bytes: [UInt8], limits: JSONLimits = .document) throws(JSONFault) {
    var scanner = JSONScanner(bytes, limits: limits)
    _ = try scanner.document()
  }

  /// Whether the bytes are exactly one JSON value in UTF-8.
  public static func isValid(_ bytes: [UInt8], limits: JSONLimits = .document) -> Bool {
    var scanner = JSONScanner(bytes, limits: limits)
    return (try? scanner.document()) != nil
  }

  /// The members of the one object that the bytes are, in their order.
  ///
  /// - Throws: the first fault of the text; ``JSONFault/Expected/object`` where it is another value.
  public static func members(of bytes: [UInt8], limits: JSONLimits = .document) throws(JSONFault)
    -> [Member]
  {
    var scanner = JSONScanner(bytes, limits: limits)
    let start = try scanner.document()
    guard bytes[start] == UInt8(ascii: "{") else {
      throw scanner.fault(.expected(.object), at: start)
    }
    return scanner.members.map { member in
      Member(
        name: String(decoding: JSONScanner.unescaped(member.name, in: bytes), as: UTF8.self),
        value: member.value)
    }
  }
}

extension PaymentPayload {
  /// How the text of a payload is written in bytes.
  public enum Encoding: UInt8, Sendable, CaseIterable {
    /// Windows-1251, written as `1`.
    case windows1251 = 0x31
    /// UTF-8, written as `2`.
    case utf8 = 0x32
    /// KOI8-R, written as `3`.
    case koi8R = 0x33

    private var codePage: CyrillicCodePage? {
      switch self {
      case .windows1251: .windows1251
      case .utf8: nil
      case .koi8R: .koi8R
      }
    }

    /// The bytes of a scalar; nil where the encoding has none.
    func bytes(of scalar: Unicode.Scalar) -> [UInt8]? {
      guard let codePage else { return Array(String(scalar).utf8) }
      return codePage.byte(scalar).map { [$0] }
    }

    /// The text of some bytes; nil where they mean nothing.
    func text(of bytes: some Sequence<UInt8>) -> String? {
      guard let codePage else { return String(validating: bytes, as: UTF8.self) }
      var text = String.UnicodeScalarView()
      for byte in bytes {
        guard let scalar = codePage.scalar(byte) else { return nil }
        text.append(scalar)
      }
      return String(text)
    }
  }

  private static let magic = Array("ST0001".utf8)
  /// What is usual between fields.
  public static let usualSeparator = UInt8(ascii: "|")

  /// Writes the payload as the bytes of a QR code.
  ///
  /// - Parameters:
  ///   - encoding: What every bank reads is UTF-8.
  ///   - separator: A printable ASCII sign that no value contains.
  /// - Throws: ``Problem`` where a sign can't be written, or the separator is not free.
  public func encoded(
    as encoding: Encoding = .utf8, separator: UInt8 = usualSeparator
  ) throws(Problem) -> [UInt8] {
    let isUsable = (33...126).contains(separator) && separator != UInt8(ascii: "=")
    guard isUsable else { throw .unusableSeparator(separator) }
    var bytes = PaymentPayload.magic + [encoding.rawValue]
    for field in fields {
      guard !field.key.utf8.contains(separator), !field.value.utf8.contains(separator) else {
        throw .separatorInside(field.key)
      }
      bytes.append(separator)
      bytes += field.key.utf8
      bytes.append(UInt8(ascii: "="))
      for scalar in field.value.unicodeScalars {
        guard let sign = encoding.bytes(of: scalar) else {
          throw .unencodable(field.key, scalar)
        }
        bytes += sign
      }
    }
    return bytes
  }

  /// A separator that no field contains, the usual one where it is free; nil where none is.
  public var freeSeparator: UInt8? {
    let met = Set(fields.flatMap { Array($0.key.utf8) + Array($0.value.utf8) })
    return "|~^_;#$&*".utf8.first { !met.contains($0) }
  }

  /// Reads the bytes of a QR code.
  ///
  /// A value may contain "="; a trailing separator is tolerated; fields of unknown names are kept.
  ///
  /// - Throws: ``Problem`` that tells what is not as the standard has it.
  public init(decoding data: some Collection<UInt8>) throws(Problem) {
    let data = Array(data)
    guard data.count >= 8, data.starts(with: PaymentPayload.magic),
      let encoding = Encoding(rawValue: data[6])
    else { throw .notPayload }
    var fields: [Field] = []
    for part in data[8...].split(separator: data[7]) {
      guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { throw .noValue }
      guard let key = String(validating: part[..<equals], as: UTF8.self),
        let value = encoding.text(of: part[part.index(after: equals)...])
      else { throw .undecodable }
      fields.append(Field(key: key, value: value))
    }
    try self.init(read: fields)
  }
}

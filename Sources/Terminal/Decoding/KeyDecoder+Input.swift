extension KeyDecoder {
  /// Bytes seen from an offset.
  struct Input {
    let bytes: [UInt8]
    let start: Int

    subscript(index: Int) -> UInt8? {
      start + index < bytes.count ? bytes[start + index] : nil
    }

    func prefix(_ count: Int) -> ArraySlice<UInt8> { bytes[start...].prefix(count) }

    enum Decoded: Equatable {
      case scalar(Unicode.Scalar, Int)
      case invalid(Int)
      case incomplete
    }

    /// The scalar whose UTF-8 begins at an index; overlong forms and surrogates are invalid
    /// (Unicode 15, table 3-7).
    func scalar(at index: Int) -> Decoded {
      guard let lead = self[index] else { return .incomplete }
      let length: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch lead {
      case 0x00..<0x80: return .scalar(Unicode.Scalar(lead), 1)
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      case 0xF1...0xF3: length = 4
      default: return .invalid(1)
      }
      var value = UInt32(lead) & (0x7F >> UInt32(length))
      for step in 1..<length {
        guard let byte = self[index + step] else { return .incomplete }
        guard (step == 1 ? second : 0x80...0xBF).contains(byte) else { return .invalid(step) }
        value = value << 6 | UInt32(byte & 0x3F)
      }
      guard let scalar = Unicode.Scalar(value) else { return .invalid(length) }
      return .scalar(scalar, length)
    }
  }
}

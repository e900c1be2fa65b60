import CSodium

/// A BLAKE2b-256 hash: the link between a record and the one before it.
public struct ChainHash: Hashable, Sendable {
  /// The number of bytes of a hash.
  public static let byteCount = 32

  private let words: SIMD4<UInt64>

  private init(words: SIMD4<UInt64>) {
    self.words = words
  }

  /// Hashes raw bytes.
  public init(of bytes: UnsafeRawBufferPointer) {
    _ = sodiumStatus
    var words = SIMD4<UInt64>()
    withUnsafeMutableBytes(of: &words) { output in
      guard let start = output.baseAddress else { return }
      _ = crypto_generichash(
        start.assumingMemoryBound(to: UInt8.self), output.count,
        bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count), nil, 0)
    }
    self.words = words
  }

  /// Hashes the bytes of an array.
  public init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { ChainHash(of: $0) }
  }

  /// Reads 64 lower-case hexadecimal digits; nil for anything else.
  public init?(hex: [UInt8]) {
    guard let hash = hex.withUnsafeBytes({ ChainHash(hex: $0) }) else { return nil }
    self = hash
  }

  /// Reads 64 lower-case hexadecimal digits; nil for anything else.
  init?(hex: UnsafeRawBufferPointer) {
    guard hex.count == 2 * ChainHash.byteCount else { return nil }
    func value(_ digit: UInt8) -> UInt8? {
      switch digit {
      case 48...57: digit - 48
      case 97...102: digit - 87
      default: nil
      }
    }
    var words = SIMD4<UInt64>()
    let isHex = withUnsafeMutableBytes(of: &words) { output in
      for index in 0..<ChainHash.byteCount {
        guard let high = value(hex[2 * index]), let low = value(hex[2 * index + 1]) else {
          return false
        }
        output[index] = high << 4 | low
      }
      return true
    }
    guard isHex else { return nil }
    self.init(words: words)
  }

  /// The hash as 64 lower-case hexadecimal digits in ASCII.
  public var hexBytes: [UInt8] {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? value + 48 : value + 87 }
    return withUnsafeBytes(of: words) { bytes in
      Array(unsafeUninitializedCapacity: 2 * bytes.count) { digits, count in
        for index in 0..<bytes.count {
          digits[2 * index] = digit(bytes[index] >> 4)
          digits[2 * index + 1] = digit(bytes[index] & 15)
        }
        count = 2 * bytes.count
      }
    }
  }
}

extension ChainHash: CustomStringConvertible {
  /// The hash as 64 lower-case hexadecimal digits.
  public var description: String { String(decoding: hexBytes, as: UTF8.self) }
}

/// The outcome of preparing libsodium, once a process: it picks the fastest code for this processor.
private let sodiumStatus = sodium_init()

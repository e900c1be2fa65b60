import CSodium

/// A BLAKE2b-256 hash: the link between a record and the one before it.
public struct ChainHash: Hashable, Sendable {
  /// The number of bytes of a hash.
  public static let byteCount = 32

  /// The hash that stands where there is none.
  static let zero = ChainHash(words: SIMD4())

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
    var words = SIMD4<UInt64>()
    for index in 0..<4 {
      guard
        let low = HexDigits(hex.loadUnaligned(fromByteOffset: 16 * index, as: UInt64.self)).value,
        let high = HexDigits(hex.loadUnaligned(fromByteOffset: 16 * index + 8, as: UInt64.self))
          .value
      else { return nil }
      words[index] = UInt64(high) << 32 | UInt64(low)
    }
    self.init(words: words)
  }

  /// The hash as 64 lower-case hexadecimal digits in ASCII.
  public var hexBytes: [UInt8] {
    Array(unsafeUninitializedCapacity: 2 * ChainHash.byteCount) { digits, count in
      let raw = UnsafeMutableRawBufferPointer(digits)
      for index in 0..<4 {
        let (low, high) = (
          HexDigits(UInt32(truncatingIfNeeded: words[index])),
          HexDigits(UInt32(truncatingIfNeeded: words[index] >> 32))
        )
        raw.storeBytes(of: low.text, toByteOffset: 16 * index, as: UInt64.self)
        raw.storeBytes(of: high.text, toByteOffset: 16 * index + 8, as: UInt64.self)
      }
      count = raw.count
    }
  }
}

extension ChainHash: CustomStringConvertible {
  /// The hash as 64 lower-case hexadecimal digits.
  public var description: String { String(decoding: hexBytes, as: UTF8.self) }
}

/// The outcome of preparing libsodium, once a process: it picks the fastest code for this processor.
private let sodiumStatus = sodium_init()

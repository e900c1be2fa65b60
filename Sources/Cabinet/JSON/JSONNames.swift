/// The names of the objects that are open, to find those that repeat.
///
/// Names are compared as UTF-8 bytes after unescaping: equality of `String` would take two spellings
/// of one accent for the same, and escapes would hide one name from another.
struct JSONNames {
  private struct Name {
    var hash: UInt64
    var start: UInt32
    var count: UInt32
    var isEscaped: Bool

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  private var open: [Name] = []

  /// The place from which the names of an object count.
  var mark: Int { open.count }

  /// Forgets the names of an object.
  mutating func close(_ mark: Int) { open.removeLast(open.count - mark) }

  mutating func add(_ range: Range<Int>, isEscaped: Bool, in bytes: [UInt8]) {
    // FNV-1a only sorts the names; equal hashes are compared byte by byte.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    if isEscaped {
      JSONScanner.unescaped(range, in: bytes).forEach(mix)
    } else {
      for place in range { mix(bytes[place]) }
    }
    open.append(
      Name(
        hash: hash, start: UInt32(truncatingIfNeeded: range.lowerBound),
        count: UInt32(truncatingIfNeeded: range.count), isEscaped: isEscaped))
  }

  /// The first name that stands for the second time since a mark.
  ///
  /// Few names are compared with one another; many are sorted, so that no text costs its square.
  func firstRepeated(since mark: Int, in bytes: [UInt8]) -> (first: Range<Int>, again: Range<Int>)?
  {
    func text(_ name: Name) -> [UInt8] {
      name.isEscaped ? JSONScanner.unescaped(name.range, in: bytes) : Array(bytes[name.range])
    }
    let names = open[mark...]
    if names.count <= 32 {
      for (place, name) in names.enumerated() {
        for earlier in names.prefix(place)
        where earlier.hash == name.hash && text(earlier) == text(name) {
          return (earlier.range, name.range)
        }
      }
      return nil
    }
    let sorted = names.sorted { one, other in
      if one.hash != other.hash { return one.hash < other.hash }
      let (text, otherText) = (text(one), text(other))
      return text == otherText ? one.start < other.start : text.lexicographicallyPrecedes(otherText)
    }
    return zip(sorted, sorted.dropFirst())
      .filter { $0.hash == $1.hash && text($0) == text($1) }
      .min { $0.1.start < $1.1.start }
      .map { ($0.range, $1.range) }
  }
}

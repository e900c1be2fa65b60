import Cabinet

extension Change {
  /// The bytes that a disk writes at once, or not at all.
  private static let sector = 512

  /// What may be on the disk of a change that was under way when the power went.
  ///
  /// - Parameter disk: what it surely has.
  func torn(over disk: [UInt8], _ chance: inout SplitMix64) -> [Change] {
    switch self {
    case .write(let offset, let bytes):
      isRepeat(of: disk) ? [self] : Change.torn(bytes, at: offset, &chance)
    // No file system of Linux parts the two names of a rename.
    case .resize, .enter, .remove, .rename, .permissions: [self]
    }
  }

  /// Whether a write changes no byte: however much of it arrives, all bytes are the old and the new ones.
  func isRepeat(of disk: [UInt8]) -> Bool {
    guard case .write(let offset, let bytes) = self, offset + bytes.count <= disk.count else {
      return false
    }
    return disk[offset..<offset + bytes.count].elementsEqual(bytes)
  }

  private static func torn(
    _ bytes: [UInt8], at offset: Int, _ chance: inout SplitMix64
  ) -> [Change] {
    guard !bytes.isEmpty else { return [] }
    switch Int.random(in: 0..<4, using: &chance) {
    case 0:
      return [.write(at: offset, Array(bytes.prefix(.random(in: 0..<bytes.count, using: &chance))))]
    case 1: return [.write(at: offset, [UInt8](repeating: 0, count: bytes.count))]
    case 2:
      // The length has reached the disk, the bytes as far as one of them.
      let kept = Int.random(in: 0..<bytes.count, using: &chance)
      let zeros = [UInt8](repeating: 0, count: bytes.count - kept)
      return [.write(at: offset, bytes[..<kept] + zeros)]
    default: return sectors(of: bytes, at: offset, &chance)
    }
  }

  /// Each sector arrives, stays what it was, is zeros, or is what a half-written sector reads as.
  private static func sectors(
    of bytes: [UInt8], at offset: Int, _ chance: inout SplitMix64
  ) -> [Change] {
    var changes: [Change] = []
    var start = offset
    let end = offset + bytes.count
    while start < end {
      let next = min(end, (start / sector + 1) * sector)
      let piece = bytes[(start - offset)..<(next - offset)]
      switch Int.random(in: 0..<8, using: &chance) {
      case 0..<4: changes.append(.write(at: start, Array(piece)))
      case 4, 5: break
      case 6: changes.append(.write(at: start, [UInt8](repeating: 0, count: piece.count)))
      default:
        let noise = piece.map { _ in UInt8.random(in: 0...255, using: &chance) }
        changes.append(.write(at: start, noise))
      }
      start = next
    }
    return changes
  }
}

/// A promise of the store that did not hold.
public struct Breach: Error, CustomStringConvertible {
  /// The seed of the trial; the same seed breaks the same promise again.
  public let seed: UInt64
  /// Which promise, and what was found instead.
  public let complaint: String
  /// What had been done to the store, in order.
  public let story: [String]

  /// The breach in one line, with the seed.
  public var description: String {
    "trial 0x\(String(seed, radix: 16)): \(complaint)"
  }
}

/// A complaint on its way to the trial, which knows the seed and the story.
struct Complaint: Error {
  let text: String
}

/// How much memory a process uses, in kibibytes.
public struct MemoryUse: Hashable, Sendable {
  /// Its pages, shared ones divided among those who share them.
  public let proportional: Int
  /// Its pages, shared ones counted whole.
  public let resident: Int
}

extension PseudoTerminal {
  /// The memory of the program now; nil where the kernel does not tell, or the program has ended.
  public var memory: MemoryUse? {
    guard let rollup = ProcessProbe(identifier: processIdentifier).read("smaps_rollup") else {
      return nil
    }
    func kibibytes(_ name: String) -> Int? {
      rollup.split(separator: "\n").first { $0.hasPrefix("\(name):") }
        .flatMap { $0.split(separator: " ").dropFirst().first }.flatMap { Int($0) }
    }
    guard let proportional = kibibytes("Pss"), let resident = kibibytes("Rss") else { return nil }
    return MemoryUse(proportional: proportional, resident: resident)
  }

  /// True while the program runs others, whose output it may still be waiting for.
  public var hasChildren: Bool { ProcessProbe(identifier: processIdentifier).child != nil }
}

/// How much was tried.
public struct Tally: Sendable {
  /// The states examined, by what had gone wrong before.
  public private(set) var states: [String: Int] = [:]
  /// The states among them in which a recovery had been under way.
  public private(set) var recoveries = 0
  /// The lives begun.
  public private(set) var trials = 0
  /// The system calls answered.
  public private(set) var calls = 0

  /// Nothing yet.
  public init() {}

  /// All states examined.
  public var total: Int { states.values.reduce(0, +) }

  mutating func count(_ kind: String, isRecovery: Bool) {
    states[kind, default: 0] += 1
    if isRecovery { recoveries += 1 }
  }

  mutating func countTrial() { trials += 1 }

  mutating func count(calls count: Int) { calls += count }

  /// Adds what another one counted.
  public static func += (left: inout Tally, right: Tally) {
    left.states.merge(right.states, uniquingKeysWith: +)
    left.recoveries += right.recoveries
    left.trials += right.trials
    left.calls += right.calls
  }
}

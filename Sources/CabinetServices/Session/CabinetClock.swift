import Cabinet
import Glibc

/// Where the cabinet takes the time from.
public enum CabinetClock: Sendable {
  /// The machine's clock.
  case system
  /// A clock that stands still, for demonstrations, tests and `--now`.
  case fixed(Timestamp)

  /// The moment it shows.
  public var now: Timestamp {
    switch self {
    case .fixed(let moment): return moment
    case .system:
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return Timestamp(seconds: time.tv_sec)
    }
  }

  /// The moment at which every demonstration begins: Thursday, 14 January 2021, 10:00 in Moscow.
  public static let demonstrationStart =
    Timestamp("2021-01-14T10:00:00+03:00") ?? Timestamp(seconds: 1_610_607_600)
}

/// Where the cabinet takes the ids of new things from.
public struct IDSource {
  private var generator: any RandomNumberGenerator

  /// Ids that nobody can foresee.
  public init() { generator = SystemRandomNumberGenerator() }

  /// Ids that follow from a seed, for tapes and tests.
  public init(seed: UInt64) { generator = SplitMix64(state: seed) }

  /// A new id: the prefix and eight letters and digits that cannot be mistaken for each other.
  public mutating func next(_ prefix: String) -> String {
    let alphabet = Array("23456789abcdefghjkmnpqrstvwxyz")
    var id = prefix
    for _ in 0..<8 { id.append(alphabet.randomElement(using: &generator) ?? "2") }
    return id
  }

  /// Decimal digits.
  mutating func digits(_ count: Int) -> String {
    var text = ""
    for _ in 0..<count { text += String(Int.random(in: 0...9, using: &generator)) }
    return text
  }
}

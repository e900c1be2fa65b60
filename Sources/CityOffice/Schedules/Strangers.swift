import Cabinet

/// The people of the city who book the same doctors and have no cabinet here.
///
/// Whether one of them has a time follows from the time itself and from how long it is until then:
/// most times are taken sooner or later, few are freed again. Nothing is stored, and whoever looks at
/// the same moment sees the same.
struct Strangers: Sendable {
  /// Times that nobody takes, of 65536.
  private let never: Int
  /// Times that are taken at once and freed again before the day, of 65536.
  private let freed: Int
  /// How long before its start a time is taken, in seconds.
  private let soonest: Int
  private let latest: Int

  private static let day = 86_400

  init(_ demand: InstitutionList.Demand) {
    switch demand {
    case .quiet: (never, freed, soonest, latest) = (30_000, 1300, 3600, 7 * Self.day)
    case .usual: (never, freed, soonest, latest) = (7000, 1300, 3600, 14 * Self.day)
    case .busy: (never, freed, soonest, latest) = (1300, 1300, 8 * Self.day, 14 * Self.day)
    // Taken before the schedule opens, as far as a resident can see.
    case .full: (never, freed, soonest, latest) = (0, 900, 30 * Self.day, 31 * Self.day)
    }
  }

  /// Whether none of them has a time.
  ///
  /// - Parameters:
  ///   - chance: a number of 0…65535 that belongs to the time.
  ///   - lead: the seconds from now until it begins.
  @inline(__always)
  func leaveFree(_ chance: Int, lead: Int) -> Bool {
    if chance < never { return true }
    if chance >= 65_536 - freed { return lead <= freeing(chance) }
    return lead > taking(chance)
  }

  /// How long before its start a time that is taken at first is freed, in seconds; nil for one that is not.
  func freeingLead(_ chance: Int) -> Int? {
    chance >= 65_536 - freed ? freeing(chance) : nil
  }

  /// Between four hours and five days before.
  private func freeing(_ chance: Int) -> Int {
    4 * 3600 + (chance - (65_536 - freed)) * (5 * Self.day - 4 * 3600) / freed
  }

  /// Early rather than late: a schedule that has just opened empties fastest.
  @inline(__always)
  private func taking(_ chance: Int) -> Int {
    let part = ((chance - never) << 10) / (65_536 - freed - never)
    return latest - (((latest - soonest) * part) >> 10) * part >> 10
  }
}

/// The chances of the times of one specialist on one day, four to a word.
struct DayChances {
  private let seed: UInt64
  private var word: UInt64 = 0
  private var index = -1

  @inline(__always)
  init(person: UInt64, day: Int) {
    seed = Noise.mixed(person &+ UInt64(bitPattern: Int64(day)) &* 0xA24B_AED4_963E_E407)
  }

  /// The chance of the time at a place of the day, 0…65535.
  @inline(__always)
  mutating func chance(at place: Int) -> Int {
    if place >> 2 != index {
      index = place >> 2
      word = Noise.mixed(seed &+ UInt64(index))
    }
    return Int(truncatingIfNeeded: (word >> UInt64((place & 3) << 4)) & 0xFFFF)
  }
}

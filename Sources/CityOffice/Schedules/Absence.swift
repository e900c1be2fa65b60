import Cabinet

/// A spell in which a specialist is ill and sees nobody.
public struct Absence: Sendable, Equatable {
  /// The first day of it.
  public var first: Day
  /// The last day of it.
  public var last: Day

  /// Makes one of the numbers of its days.
  init(_ days: ClosedRange<Int>) {
    first = Day(ordinal: days.lowerBound)
    last = Day(ordinal: days.upperBound)
  }

  /// When the institution learns of it, so that its schedule changes and people are told: before the first
  /// appointment of the first day.
  public var announced: Timestamp { Timestamp(first, hour: 7, minute: 30) }
}

/// How often the people of the city's institutions fall ill, and how often a video call fails.
///
/// [K?] Neither is known of the real city, so both can be set in the list of institutions.
public struct Mishaps: Codable, Sendable, Equatable {
  /// Another number makes other people ill.
  public var seed: Int
  /// A specialist falls ill at most once in so many days.
  public var days: Int
  /// How many of a hundred specialists fall ill in them.
  public var percent: Int
  /// For how many days they are ill at least.
  public var shortest: Int
  /// For how many days they are ill at most.
  public var longest: Int
  /// How many of a hundred video calls fail.
  public var failedCalls: Int

  /// Makes a rule; nothing happens to anyone by the one that is left out.
  public init(
    seed: Int = 0, days: Int = 60, percent: Int = 0, shortest: Int = 2, longest: Int = 6,
    failedCalls: Int = 0
  ) {
    self.seed = seed
    self.days = days
    self.percent = percent
    self.shortest = shortest
    self.longest = longest
    self.failedCalls = failedCalls
  }

  /// The spell of illness that a day of a specialist belongs to; nil where they are well.
  ///
  /// - Parameters:
  ///   - person: the number from which all that concerns them follows.
  ///   - day: the ordinal of the day.
  /// - Complexity: O(1), without any allocation.
  @inline(__always)
  func spell(of person: UInt64, on day: Int) -> ClosedRange<Int>? {
    guard isSound, let spell = spell(of: person, window: day / days), spell.contains(day) else {
      return nil
    }
    return spell
  }

  /// The spells of illness of a specialist that touch a stretch of days.
  ///
  /// - Complexity: O(days), divided by ``days``.
  @inline(__always)
  func spells(of person: UInt64, within stretch: ClosedRange<Int>) -> [ClosedRange<Int>] {
    guard isSound else { return [] }
    var spells: [ClosedRange<Int>] = []
    for window in stretch.lowerBound / days...stretch.upperBound / days {
      if let spell = spell(of: person, window: window), spell.overlaps(stretch) {
        spells.append(spell)
      }
    }
    return spells
  }

  private var isSound: Bool {
    percent > 0 && shortest > 0 && longest >= shortest && days >= longest
  }

  /// The one spell that a specialist may have in a window of so many days.
  @inline(__always)
  private func spell(of person: UInt64, window: Int) -> ClosedRange<Int>? {
    let noise = number(person, UInt64(bitPattern: Int64(window)))
    guard noise % 100 < UInt64(percent) else { return nil }
    let length = shortest + Int((noise >> 16) % UInt64(longest - shortest + 1))
    let first = window * days + Int((noise >> 32) % UInt64(days - length + 1))
    return first...first + length - 1
  }

  /// Whether the call of a specialist at a moment fails.
  func fails(callOf person: UInt64, at moment: Timestamp) -> Bool {
    number(person, ~UInt64(bitPattern: Int64(moment.seconds))) % 100 < UInt64(max(0, failedCalls))
  }

  @inline(__always)
  private func number(_ person: UInt64, _ salt: UInt64) -> UInt64 {
    Noise.mixed(
      Noise.mixed(person ^ UInt64(bitPattern: Int64(seed)) &* 0xD1B5_4A32_D192_ED03)
        &+ salt &* 0xA24B_AED4_963E_E407)
  }
}

extension Timetable {
  /// The spell of illness that takes a time away; nil where its specialist is well, or there is none.
  public func absence(on slot: SlotID) -> Absence? {
    person(of: slot).flatMap { mishaps.spell(of: $0, on: slot.at.day.ordinal) }.map {
      Absence($0)
    }
  }

  /// Whether it is known at a moment that a specialist sees nobody on the day of a time.
  public func isAway(_ slot: SlotID, now: Timestamp) -> Bool {
    absence(on: slot).map { $0.announced <= now } ?? false
  }

  /// Whether the video call at a time fails.
  func callFails(at slot: SlotID) -> Bool {
    person(of: slot).map { mishaps.fails(callOf: $0, at: slot.at) } ?? false
  }

  /// Whether it is known at a moment that a person sees nobody on a day.
  func isAway(person: UInt64, day: Int, now: Timestamp) -> Bool {
    mishaps.spell(of: person, on: day).map { Absence($0).announced <= now } ?? false
  }

  /// The days of a stretch on which it is known at a moment that a person sees nobody.
  @inline(__always)
  func away(person: UInt64, within days: ClosedRange<Int>, now: Timestamp) -> [ClosedRange<Int>] {
    mishaps.spells(of: person, within: days).filter { Absence($0).announced <= now }
  }

  private func person(of slot: SlotID) -> UInt64? {
    guard let institution = list.institution(slot.registry),
      let place = place(of: slot.specialist, in: institution)
    else { return nil }
    return seed(Noise.seed(of: institution.registry), place)
  }
}

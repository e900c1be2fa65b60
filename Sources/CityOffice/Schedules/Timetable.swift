import Cabinet

/// The times of an institution, worked out from its staff when they are asked for.
///
/// Nothing is made in advance: whether a time exists and whether a stranger has it follow from its
/// name and the moment, so that 3,000,000 times a month take no memory.
public struct Timetable: Sendable {
  /// The institutions.
  public let list: InstitutionList
  let calendar: WorkingCalendar
  /// The people of each staff.
  let people: [String: [InstitutionList.Post]]
  /// What befalls them.
  let mishaps: Mishaps
  private let steps: [String: Int]

  /// Makes the timetable of a list.
  public init(_ list: InstitutionList, calendar: WorkingCalendar = .russia) {
    self.list = list
    self.calendar = calendar
    var people: [String: [InstitutionList.Post]] = [:]
    for staff in list.staffs.keys { people[staff] = list.people(of: staff) }
    self.people = people
    mishaps = list.mishaps ?? Mishaps()
    steps = Dictionary(
      list.specialities.map { ($0.id, max(5, $0.minutes)) }, uniquingKeysWith: { $1 })
  }

  /// The hour at which a day of the schedule opens, so many days ahead.
  ///
  /// Source: new times appear early in the morning (facts, 4.1); the hour is ours.
  static let openingHour = 7

  /// The distance between the times of a speciality, in minutes.
  func step(of speciality: String) -> Int { steps[speciality] ?? 20 }

  /// The number from which all that concerns a person follows.
  @inline(__always)
  func seed(_ institution: UInt64, _ place: Int) -> UInt64 {
    Noise.mixed(institution &+ UInt64(place) &* 0xD6E8_FEB8_6659_FD93)
  }

  /// The places in a staff of those who answer a question.
  func places(_ question: SlotQuestion, in institution: InstitutionList.Institution) -> [Int] {
    let people = people[institution.staff] ?? []
    return people.indices.filter {
      people[$0].speciality == question.speciality
        && (question.specialist == nil || question.specialist == Self.id(of: $0))
    }
  }

  /// The name of a person within an institution.
  static func id(of place: Int) -> String { place < 9 ? "0\(place + 1)" : "\(place + 1)" }

  /// The place of a person by their name; nil where the staff has none of it.
  func place(of specialist: String, in institution: InstitutionList.Institution) -> Int? {
    guard let number = Int(specialist), Self.id(of: number - 1) == specialist,
      (people[institution.staff] ?? []).indices.contains(number - 1)
    else { return nil }
    return number - 1
  }
}

/// What is asked of a schedule.
public struct SlotQuestion: Sendable, Equatable {
  /// The kind of appointment, whose rules decide how soon and how far ahead.
  public var kind: BookingKind
  /// The speciality, by its id.
  public var speciality: String
  /// How long it takes, in minutes; that of the speciality where nil.
  public var minutes: Int?
  /// The specialist, where one was chosen.
  public var specialist: String?

  /// Asks for the times of a speciality.
  public init(
    kind: BookingKind, speciality: String, minutes: Int? = nil, specialist: String? = nil
  ) {
    self.kind = kind
    self.speciality = speciality
    self.minutes = minutes
    self.specialist = specialist
  }
}

/// Why a time cannot be booked, as far as the institution alone can tell.
public enum SlotProblem: Error, Equatable, Sendable {
  /// There is no such time, or there is no more.
  case noSuchTime
  /// It is with a specialist of another speciality.
  case otherSpeciality
  /// It takes longer or shorter than what is asked for, this many minutes.
  case otherLength(minutes: Int)
  /// It has begun already.
  case past
  /// It begins sooner than one may book, this many minutes ahead.
  case tooSoon(minutes: Int)
  /// The schedule is not open that far.
  case tooFar(last: Day)
  /// The specialist sees nobody on that day, against what the schedule said.
  case away
  /// Someone who has no cabinet here has it.
  case taken
}

/// How many times of an institution are free, by days.
public struct Availability: Sendable, Equatable {
  /// The register of the institution.
  public var registry: String
  /// The number of free times on each day that was asked about.
  public var counts: [Int]
  /// The first free time; nil where there is none.
  public var first: Timestamp?

  /// Makes an answer in which nothing is free.
  public init(registry: String, days: Int) {
    self.registry = registry
    counts = Array(repeating: 0, count: days)
  }

  /// The number of free times in all.
  public var total: Int { counts.reduce(0, +) }
}

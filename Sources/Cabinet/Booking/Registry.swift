/// The register of an institution's appointments: the fold of its journal.
///
/// It knows what residents of this store booked, and nothing of the timetable: which times there are
/// at all is for the institution to say.
public struct Registry: Sendable, Equatable {
  /// A specialist on a day.
  struct ClaimKey: Hashable, Sendable {
    var specialist: String
    var day: Int
  }

  /// A stretch of a specialist's time that an appointment or a hold takes.
  struct Claim: Sendable, Equatable {
    var seconds: Range<Int>
    var booking: String
  }

  /// Confirmed appointments by id, those past for a while included.
  public internal(set) var bookings: [String: Booking] = [:]
  /// Times that are kept while someone thinks, by id; some may have run out.
  public internal(set) var holds: [String: Booking] = [:]
  /// Those who wait, the first first.
  public internal(set) var waiting: [WaitingRequest] = []
  /// The moment of the last event; nil before the first.
  public internal(set) var latest: Timestamp?

  var claims: [ClaimKey: [Claim]] = [:]
  var byResident: [String: [String]] = [:]
  /// The appointment for which each referral is used.
  var referrals: [String: String] = [:]

  /// Makes a register in which nothing has happened.
  public init() {}

  /// An appointment or a hold by its id.
  public func booking(_ id: String) -> Booking? { bookings[id] ?? holds[id] }

  /// The appointments of a resident, in the order of their times.
  ///
  /// O(n log n) in the appointments of that resident alone.
  public func bookings(of resident: String) -> [Booking] {
    (byResident[resident] ?? []).compactMap { bookings[$0] }.sorted { $0.at < $1.at }
  }

  /// The times that are kept for a resident at a moment.
  public func holds(of resident: String, at moment: Timestamp) -> [Booking] {
    holds.values.filter { $0.resident == resident && $0.isKept(at: moment) }
      .sorted { $0.id < $1.id }
  }

  /// The appointment that someone has with a speciality already, which allows no second.
  public func activeBooking(
    of resident: String, subject: BookingSubject, kind: BookingKind, speciality: String
  ) -> Booking? {
    guard kind.isMedical else { return nil }
    return bookings(of: resident).first {
      $0.isActive && $0.kind == kind && $0.subject.id == subject.id
        && $0.talon.speciality == speciality
    }
  }

  /// True where nobody of this register has a stretch of a specialist's time at a moment.
  ///
  /// O(k) in the appointments of that specialist on that day.
  public func isFree(
    _ seconds: Range<Int>, specialist: String, day: Day, at moment: Timestamp,
    except own: Set<String> = []
  ) -> Bool {
    guard let taken = claims[ClaimKey(specialist: specialist, day: day.ordinal)] else {
      return true
    }
    return !taken.contains { claim in
      claim.seconds.overlaps(seconds) && !own.contains(claim.booking)
        && holds[claim.booking]?.isKept(at: moment) ?? true
    }
  }

  /// The stretches of a specialist's day that are taken at a moment.
  public func taken(specialist: String, day: Day, at moment: Timestamp) -> [Range<Int>] {
    guard let taken = claims[ClaimKey(specialist: specialist, day: day.ordinal)] else { return [] }
    return taken.filter { holds[$0.booking]?.isKept(at: moment) ?? true }.map(\.seconds)
  }
}

extension Booking {
  /// Whether the time is kept for its resident at a moment.
  public func isKept(at moment: Timestamp) -> Bool {
    heldUntil.map { moment < $0 } ?? true
  }
}

/// Why an event cannot happen in a register.
public enum RegistryRefusal: Error, Equatable, Sendable {
  /// Someone else has the time.
  case slotTaken(SlotID)
  /// The id is used already; the repeat changed nothing.
  case alreadyKnown(String)
  /// There is no such appointment or hold.
  case noSuchBooking(String)
  /// The time was kept and is no more.
  case holdRanOut(SlotID)
  /// They have an appointment with this speciality already.
  case alreadyBooked(String)
  /// The referral was used for another appointment.
  case referralUsed(String)
  /// They wait for this speciality already.
  case alreadyWaiting(String)
  /// Nobody waits by this id.
  case noSuchRequest(String)
  case statusNotAllowed(booking: String, from: BookingStatus?, to: BookingStatus)
}

extension Registry: Codable {
  private enum Key: String, CodingKey { case bookings, holds, waiting, latest }

  /// Reads what a snapshot keeps, and finds the indexes anew.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    waiting = try box.decode([WaitingRequest].self, forKey: .waiting)
    latest = try box.decodeIfPresent(Timestamp.self, forKey: .latest)
    for booking in try box.decode([Booking].self, forKey: .bookings) {
      bookings[booking.id] = booking
      index(booking)
    }
    for hold in try box.decode([Booking].self, forKey: .holds) {
      holds[hold.id] = hold
      claim(hold)
    }
  }

  /// Writes what a snapshot keeps.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(bookings.values.sorted { $0.id < $1.id }, forKey: .bookings)
    try box.encode(holds.values.sorted { $0.id < $1.id }, forKey: .holds)
    try box.encode(waiting, forKey: .waiting)
    try box.encodeIfPresent(latest, forKey: .latest)
  }
}

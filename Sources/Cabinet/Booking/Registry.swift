/// The register of an institution's appointments: the fold of its journal.
///
/// It knows what residents of this store booked, and nothing of the timetable: which times there are
/// at all is for the institution to say. Appointments that nobody here looks at are in its ledger
/// (`Registry+Ledger`), so that a hundred thousand of them cost little.
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

  /// Confirmed appointments by id, those past for a while included, those in the ledger not.
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
  var referrals: [String: ReferralUse] = [:]
  /// The records that tell of each appointment and hold that is whole.
  var records: [String: [Int]] = [:]
  /// The ledger of those that stand.
  var standing: [String: StandingBooking] = [:]
  /// The ledger of those of which nothing more comes; not part of the coded form, which it would fill.
  public var closed = ClosedBookings()

  /// Makes a register in which nothing has happened.
  public init() {}

  /// An appointment or a hold by its id; nil for one in the ledger.
  public func booking(_ id: String) -> Booking? { bookings[id] ?? holds[id] }

  /// The appointments of a resident that are whole, in the order of their times.
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

  /// The id of the appointment that someone has with a speciality already, which allows no second.
  func rival(of booking: Booking) -> String? {
    guard booking.kind.isMedical || booking.origin != nil else { return nil }
    return byResident[booking.resident]?.first { id in
      if let other = bookings[id] {
        return other.isActive && other.isSecond(to: booking)
      }
      return standing[id].map {
        $0.kind.isMedical && $0.kind == booking.kind && $0.subject == booking.subject.id
          && $0.speciality == booking.talon.speciality
      } ?? false
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

  /// The first moment from one on at which nobody has a stretch of a specialist's time, as it is known now:
  /// what is kept lapses; nil where it is booked.
  public func freeMoment(
    _ seconds: Range<Int>, specialist: String, day: Day, from moment: Timestamp
  ) -> Timestamp? {
    var free = moment
    for claim in claims[ClaimKey(specialist: specialist, day: day.ordinal)] ?? []
    where claim.seconds.overlaps(seconds) {
      guard let until = holds[claim.booking]?.heldUntil else { return nil }
      free = max(free, until)
    }
    return free
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
  /// The statuses of the city do not follow each other so.
  case statusNotAllowed(booking: String, from: BookingStep?, to: BookingStep)
}

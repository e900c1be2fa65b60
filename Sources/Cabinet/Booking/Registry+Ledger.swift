/// The ledger: appointments that nobody here looks at, kept as what they mean for others and the numbers of
/// their records. Whoever wants one whole folds its records and has it revived.
extension Registry {
  /// Whether an appointment or a hold of this id is known, whole or not.
  ///
  /// O(log n).
  public func knows(_ id: String) -> Bool {
    bookings[id] != nil || holds[id] != nil || isInLedger(id)
  }

  /// Whether an appointment has to be revived before anything is made of it.
  ///
  /// O(log n).
  public func isInLedger(_ id: String) -> Bool {
    bookings[id] == nil && (standing[id] != nil || closed.contains(id))
  }

  /// The records that tell of an appointment in the ledger, in their order.
  public func ledger(of id: String) -> [Int] {
    standing[id]?.records ?? closed.records(of: id)
  }

  /// The records of each appointment in the ledger that a resident made, and perhaps of a few others.
  ///
  /// O(n) at about a nanosecond each.
  public func ledger(ofResident resident: String) -> [[Int]] {
    (byResident[resident] ?? []).compactMap { bookings[$0] == nil ? standing[$0]?.records : nil }
      + closed.records(ofResident: resident)
  }

  /// The appointments in the ledger of which something becomes by itself until a moment.
  ///
  /// O(n) in those that stand.
  public func waking(until moment: Timestamp) -> [String] {
    standing.values.filter { $0.wakes.map { $0 <= moment } ?? false }.map(\.id)
  }

  /// Puts appointments into the ledger.
  ///
  /// One stays whole where its time is not over yet although nothing more comes of it, or where it was taken
  /// in without the number of its record.
  ///
  /// - Parameters:
  ///   - resident: whose appointments stay whole; nil for nobody's.
  ///   - isStandingKept: whether those that stand stay whole too, of which something is made soon.
  ///   - wakes: when something next becomes of an appointment by itself.
  public mutating func compact(
    keeping resident: String?, standing isStandingKept: Bool = false,
    wakes: (Booking) -> Timestamp?
  ) {
    var rows: [ClosedBookings.Row] = []
    var living: [String] = []
    for (id, booking) in bookings where booking.resident != resident {
      guard let numbers = records[id] else { continue }
      if booking.isClosed {
        guard booking.status != .provided || booking.claim.upperBound <= latest?.seconds ?? Int.min
        else { continue }
        rows.append(ClosedBookings.Row(booking, until: booking.keptUntil, records: numbers))
        unclaim(booking)
        dropIndex(of: booking)
      } else if isStandingKept {
        continue
      } else {
        standing[id] = StandingBooking(booking, wakes: wakes(booking), records: numbers)
        living.append(id)
      }
      bookings[id] = nil
      records[id] = nil
    }
    if closed.count > 0, !living.isEmpty { closed.drop(ids: living) }
    closed.add(rows)
  }

  /// Takes an appointment back from the ledger.
  ///
  /// - Parameters:
  ///   - booking: the fold of its records.
  ///   - numbers: their numbers.
  public mutating func revive(_ booking: Booking, records numbers: [Int]) {
    guard isInLedger(booking.id) else { return }
    if standing.removeValue(forKey: booking.id) == nil {
      byResident[booking.resident, default: []].append(booking.id)
    }
    bookings[booking.id] = booking
    records[booking.id] = numbers
  }

  /// Notes the record that tells of an appointment or a hold.
  ///
  /// - Parameter isFirst: whether it is the one with which it began.
  mutating func note(_ record: Int?, of id: String, isFirst: Bool = false) {
    guard let record else {
      records[id] = nil
      return
    }
    if isFirst { records[id] = [record] } else { records[id]?.append(record) }
  }

  /// Adds what an appointment in the ledger means for others.
  mutating func index(_ standing: StandingBooking) {
    self.standing[standing.id] = standing
    byResident[standing.resident, default: []].append(standing.id)
    let key = ClaimKey(specialist: standing.specialist, day: standing.day)
    claims[key, default: []].append(Claim(seconds: standing.claim, booking: standing.id))
  }
}

extension Booking {
  /// When a register may forget it, once nothing more comes of it: with a referral, which it may use, a year
  /// later than without; never while its money waits to be asked for.
  var keptUntil: Timestamp {
    if awaitsRefund { return Timestamp(seconds: .max) }
    return referral == nil ? end : end.adding(seconds: Registry.referralDays * 86_400)
  }
}

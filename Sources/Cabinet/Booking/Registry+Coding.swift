extension Registry: Codable {
  private enum Key: String, CodingKey {
    case bookings, holds, waiting, latest, records, standing, referrals
  }

  /// Reads what a snapshot keeps, ``closed`` aside, and finds the indexes anew.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    waiting = try box.decode([WaitingRequest].self, forKey: .waiting)
    latest = try box.decodeIfPresent(Timestamp.self, forKey: .latest)
    records = try box.decode([String: [Int]].self, forKey: .records)
    func lines(_ key: Key) throws -> [[Substring.UTF8View]] {
      Array(LedgerText.lines(try box.decode(String.self, forKey: key)))
    }
    func refuse(_ key: Key) -> DecodingError {
      .dataCorruptedError(forKey: key, in: box, debugDescription: "not a line of a ledger")
    }
    for fields in try lines(.standing) {
      guard let row = StandingBooking(fields: fields) else { throw refuse(.standing) }
      index(row)
    }
    for booking in try box.decode([Booking].self, forKey: .bookings) {
      bookings[booking.id] = booking
      index(booking)
    }
    for hold in try box.decode([Booking].self, forKey: .holds) {
      holds[hold.id] = hold
      claim(hold)
    }
    for fields in try lines(.referrals) {
      guard fields.count == 3 else { throw refuse(.referrals) }
      referrals[LedgerText.read(fields[0])] = ReferralUse(
        booking: LedgerText.read(fields[1]), slot: LedgerText.read(fields[2]))
    }
  }

  /// Writes what a snapshot keeps, ``closed`` aside.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(bookings.values.sorted { $0.id < $1.id }, forKey: .bookings)
    try box.encode(holds.values.sorted { $0.id < $1.id }, forKey: .holds)
    try box.encode(waiting, forKey: .waiting)
    try box.encodeIfPresent(latest, forKey: .latest)
    try box.encode(records, forKey: .records)
    try box.encode(
      standing.values.sorted { $0.id < $1.id }.map(\.line).joined(), forKey: .standing)
    try box.encode(
      referrals.sorted { $0.key < $1.key }
        .map { LedgerText.line([$0.key, $0.value.booking, $0.value.slot]) }.joined(),
      forKey: .referrals)
  }
}

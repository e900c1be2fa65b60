/// An appointment that stands and that nobody here looks at: what it means for others, and the numbers of
/// the records that tell the rest.
struct StandingBooking: Sendable, Equatable {
  /// Its id.
  var id: String
  /// Who made it.
  var resident: String
  /// For whom, by the id.
  var subject: String
  /// What it is for.
  var kind: BookingKind
  /// The speciality, by its id.
  var speciality: String
  /// Whose time it takes.
  var specialist: String
  /// The day of its start, by number.
  var day: Int
  /// The time that nobody else can have, in seconds since 1970.
  var claim: Range<Int>
  /// When something next becomes of it by itself; nil for never.
  var wakes: Timestamp?
  /// The records of the register's journal that tell of it, in their order.
  var records: [Int]

  /// Lays an appointment down.
  init(_ booking: Booking, wakes: Timestamp?, records: [Int]) {
    id = booking.id
    resident = booking.resident
    subject = booking.subject.id
    kind = booking.kind
    speciality = booking.talon.speciality
    specialist = booking.talon.slot.specialist
    day = booking.at.day.ordinal
    claim = booking.claim
    self.wakes = wakes
    self.records = records
  }

  /// Reads the fields of a line; nil for anything else.
  init?(fields: [Substring.UTF8View]) {
    guard fields.count == 11,
      let kind = BookingKind(rawValue: LedgerText.read(fields[3])),
      let day = LedgerText.number(fields[6]), let from = LedgerText.number(fields[7]),
      let to = LedgerText.number(fields[8]), from <= to,
      let records = LedgerText.numbers(fields[10]), !records.isEmpty
    else { return nil }
    id = LedgerText.read(fields[0])
    resident = LedgerText.read(fields[1])
    subject = LedgerText.read(fields[2])
    self.kind = kind
    speciality = LedgerText.read(fields[4])
    specialist = LedgerText.read(fields[5])
    self.day = day
    claim = from..<to
    wakes = LedgerText.number(fields[9]).map { Timestamp(seconds: $0) }
    self.records = records
  }

  /// The line of a ledger.
  var line: String {
    LedgerText.line([
      id, resident, subject, kind.rawValue, speciality, specialist, String(day),
      String(claim.lowerBound), String(claim.upperBound), wakes.map { String($0.seconds) } ?? "",
      records.map(String.init).joined(separator: ","),
    ])
  }
}

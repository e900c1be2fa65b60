import Cabinet
import CabinetServices

/// Prints times and appointments in the form asked for.
struct BookingReport {
  /// A free time.
  private struct SlotRow: Encodable {
    var id: String
    var at: String
    var minutes: Int
    var place: String
    var address: String
    var room: String
    var specialist: String
    var speciality: String
    var title: String
  }

  /// An appointment.
  private struct BookingRow: Encodable {
    struct Entry: Encodable {
      var at: String
      var actor: String
      var code: Int
      /// The code with its reason, such as `1080.2`.
      var statusCode: String
      var title: String
      var note: String
    }
    var id: String
    var number: String
    var at: String
    @OrNull var status: Int?
    /// The status with its reason, such as `1080.2`.
    @OrNull var statusCode: String?
    var statusTitle: String
    var kind: String
    var title: String
    var slot: String
    var subject: String
    var place: String
    var address: String
    var room: String
    var specialist: String
    var speciality: String
    @OrNull var heldUntil: String?
    @OrNull var payUntil: String?
    var price: Int
    var canMove: Bool
    var canCancel: Bool
    /// What the institution did, what was kept and what to do next; null where it did nothing.
    @OrNull var notice: String?
    var awaitsRefund: Bool
    var history: [Entry]
  }

  private struct WaitingRow: Encodable {
    var id: String
    var speciality: String
    var since: String
  }

  let session: CabinetSession
  let language: Language
  let json: Bool

  func print(_ offers: [SlotOffer]) throws {
    if json {
      try JSONOutput.print(
        offers.map { offer in
          SlotRow(
            id: offer.id, at: offer.slot.at.description, minutes: offer.slot.minutes,
            place: offer.talon.place[language],
            address: PlaceName.phrase(offer.talon.address)[language],
            room: offer.talon.room, specialist: PersonName.phrase(offer.talon.specialist)[language],
            speciality: offer.talon.speciality, title: offer.talon.title[language])
        })
      return
    }
    if offers.isEmpty {
      StandardOutput.write(
        line:
          Phrase(
            "Свободного времени нет; --wait ставит в лист ожидания.",
            "Nothing is free; --wait joins the waiting list.")[language])
    }
    for offer in offers {
      StandardOutput.write(
        line: [
          offer.id, offer.slot.at.shown, offer.talon.title[language],
          PersonName.phrase(offer.talon.specialist)[language],
          offer.talon.place[language],
        ].joined(separator: "  "))
    }
  }

  func print(_ bookings: [Booking]) throws {
    if json {
      try JSONOutput.print(bookings.map(row))
      return
    }
    if bookings.isEmpty {
      StandardOutput.write(line: Phrase("Записей нет.", "No appointments.")[language])
    }
    for booking in bookings { StandardOutput.write(line: line(booking)) }
  }

  func print(_ booking: Booking) throws {
    if json {
      try JSONOutput.print(row(booking))
    } else {
      StandardOutput.write(line: line(booking))
    }
  }

  func print(_ request: WaitingRequest) throws {
    if json {
      try JSONOutput.print(
        WaitingRow(
          id: request.id, speciality: request.speciality, since: request.since.description))
    } else {
      StandardOutput.write(
        line:
          Phrase(
            "Вы в листе ожидания: \(request.title.ru) (\(request.id)).",
            "You are on the waiting list: \(request.title.en) (\(request.id)).")[language])
    }
  }

  private func line(_ booking: Booking) -> String {
    let state = booking.mark?.title ?? Phrase("держится за вами", "kept for you")
    return [
      booking.id, booking.number, booking.at.shown, state[language], booking.talon.title[language],
      PersonName.phrase(booking.talon.specialist)[language], booking.talon.place[language],
    ].joined(separator: "  ")
  }

  private func row(_ booking: Booking) -> BookingRow {
    BookingRow(
      id: booking.id, number: booking.number, at: booking.at.description,
      status: booking.status?.rawValue, statusCode: booking.mark?.fullCode,
      statusTitle: booking.mark?.title[language] ?? "", kind: booking.kind.rawValue,
      title: booking.talon.title[language], slot: booking.talon.slot.description,
      subject: booking.subject.id,
      place: booking.talon.place[language],
      address: PlaceName.phrase(booking.talon.address)[language],
      room: booking.talon.room, specialist: PersonName.phrase(booking.talon.specialist)[language],
      speciality: booking.talon.speciality, heldUntil: booking.heldUntil?.description,
      payUntil: booking.payUntil?.description, price: booking.price,
      canMove: booking.canMove(at: session.now), canCancel: booking.canCancel(at: session.now),
      notice: booking.notice.map { $0.inWords[language] }, awaitsRefund: booking.awaitsRefund,
      history: booking.visibleHistory.map {
        .init(
          at: $0.at.description, actor: $0.by.rawValue, code: $0.code.rawValue,
          statusCode: $0.fullCode, title: $0.title[language],
          note: BookingNote.phrase($0.note, of: booking)[language])
      })
  }
}

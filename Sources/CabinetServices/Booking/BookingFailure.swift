import Cabinet

/// A free time, as it is offered.
public struct SlotOffer: Equatable, Sendable, Identifiable {
  /// Its name.
  public var slot: SlotID
  /// What its slip would say.
  public var talon: Talon

  /// Makes an offer.
  public init(slot: SlotID, talon: Talon) {
    self.slot = slot
    self.talon = talon
  }

  /// The name as a text.
  public var id: String { slot.description }
}

/// Why an appointment was not made or not changed.
///
/// Each says what happened, what was kept and what to do next.
public enum BookingFailure: Error, Equatable, Sendable {
  /// Someone else took the time just now; the nearest others are named.
  case slotLost(SlotID, nearest: [SlotOffer])
  /// The time cannot be booked by the schedule; the nearest others are named.
  case slotRefused(SlotProblem, nearest: [SlotOffer])
  /// What was given is no name of a time.
  case noSlotName(String)
  /// The time was kept for ten minutes, which are over.
  case holdRanOut(SlotID)
  /// There is no appointment of this id.
  case noSuchBooking(String)
  /// The appointment is another resident's.
  case foreign(String)
  /// They have an appointment with this speciality.
  case alreadyBooked(number: String, at: Timestamp)
  /// They keep another time, at another institution, of which only one can be booked.
  case keptElsewhere(Booking)
  /// They wait for this speciality.
  case alreadyWaiting
  /// The policy does not let them be booked.
  case insurance(Insurance.Refusal, subject: String)
  /// The speciality is seen by referral only.
  case referralNeeded(Phrase)
  /// The referral was used for another appointment.
  case referralUsed(number: String, at: Timestamp)
  /// It is too late to move or cancel.
  case tooLate(minutes: Int)
  /// The clock shows an earlier time than the register has seen.
  case clockBehind(seen: Timestamp, now: Timestamp)
  /// The bank refused.
  case unpaid(Phrase)
  /// It is not possible, for the reason given.
  case notPossible(Phrase)

  /// The failure for which a register's refusal stands.
  init(_ refusal: RegistryRefusal, _ registry: Registry) {
    self =
      switch refusal {
      case .slotTaken(let slot): .slotLost(slot, nearest: [])
      case .alreadyKnown(let id):
        .notPossible(
          Phrase(
            "Запись с номером запроса «\(id)» уже есть. Ничего не изменилось.",
            "The request id \(id) is used already. Nothing was changed."))
      case .noSuchBooking(let id), .noSuchRequest(let id): .noSuchBooking(id)
      case .holdRanOut(let slot): .holdRanOut(slot)
      case .alreadyBooked(let id):
        registry.booking(id).map { .alreadyBooked(number: $0.number, at: $0.at) }
          ?? .noSuchBooking(id)
      case .referralUsed(let id):
        registry.slot(of: id).map { .referralUsed(number: $0.number, at: $0.at) }
          ?? .noSuchBooking(id)
      case .alreadyWaiting: .alreadyWaiting
      case .statusNotAllowed(_, let from, let to):
        .notPossible(
          Phrase(
            "Сейчас это невозможно: «\(from?.title.ru ?? "—")» не может стать "
              + "«\(to.title.ru)». Запись не изменилась.",
            "Not possible now: “\(from?.title.en ?? "—")” cannot become "
              + "“\(to.title.en)”. The appointment was not changed."))
      }
  }

  /// The exit code of a command that ended so; see the contract.
  public var exitCode: Int32 {
    switch self {
    case .noSuchBooking: 4
    case .foreign: 5
    default: 1
    }
  }
}

import Cabinet
import CityOffice

/// What a person at the reception does with an appointment, by the name of a time where it is moved.
public enum ReceptionDecision: Sendable, Equatable {
  /// Cancel it; what was paid is given back.
  case cancel
  /// Move it to a free time of the same institution.
  case move(to: SlotID)
  /// Note that a paid video call failed; what was paid is given back.
  case fail
}

extension CabinetSession {
  /// Carries a decision on one of the resident's appointments out by hand, as its institution.
  ///
  /// - Parameters:
  ///   - name: the id of the appointment or the number of its slip.
  ///   - note: why, in the institution's words; its own where empty.
  /// - Throws: ``BookingFailure/notPossible(_:)`` where what became of it does not allow that.
  @discardableResult
  public func decide(_ decision: ReceptionDecision, on name: String, note: String = "")
    throws(CabinetFailure) -> Booking
  {
    try runReceptions(until: now)
    let booking = try booking(name)
    let order: ReceptionOrder
    switch decision {
    case .cancel: order = .cancel(note: note)
    case .fail: order = .fail(note: note)
    case .move(let slot): order = .move(to: try freeTalon(slot, instead: booking), note: note)
    }
    try change(booking.id, by: .office) { booking, now throws(CabinetFailure) in
      guard !booking.isHold else {
        throw .booking(
          .notPossible(
            Phrase(
              "Время ещё не занято записью, решать не о чем. Ничего не изменилось.",
              "The time is only kept, there is nothing to decide. Nothing was changed.")))
      }
      return self.reception.carryOut(order, on: booking, at: now)
    }
    return try self.booking(booking.id)
  }

  private func freeTalon(_ slot: SlotID, instead booking: Booking) throws(CabinetFailure) -> Talon {
    var question = SlotQuestion(kind: booking.kind, speciality: booking.talon.speciality)
    if booking.kind.isVet { question.minutes = booking.talon.slot.minutes }
    guard slot.registry == booking.talon.slot.registry else {
      throw .booking(
        .notPossible(
          Phrase(
            "Это время другого учреждения, а переносит каждое к себе. Ничего не изменилось.",
            "This time is another institution's, and each moves to its own. Nothing was changed.")))
    }
    guard let talon = talon(slot, kind: booking.kind) else {
      throw .booking(
        .slotRefused(.noSuchTime, nearest: nearest(to: booking.talon.slot, question)))
    }
    do throws(SlotProblem) { try reception.timetable.check(slot, question, now: now) } catch {
      throw .booking(.slotRefused(error, nearest: nearest(to: slot, question)))
    }
    return talon
  }
}

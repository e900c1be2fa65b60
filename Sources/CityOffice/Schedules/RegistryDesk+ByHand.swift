import Cabinet

/// What a person at the reception can do with an appointment.
public enum ReceptionOrder: Sendable, Equatable {
  /// Cancel it; what was paid is given back.
  case cancel(note: String)
  /// Move it to another time.
  case move(to: Talon, note: String)
  /// Note that a paid video call failed; the money is given back.
  case fail(note: String)
}

extension RegistryDesk {
  /// What carries an order out.
  ///
  /// Whether it may follow what was before is for the register to say, when it is committed.
  public func carryOut(_ order: ReceptionOrder, on booking: Booking, at moment: Timestamp)
    -> RegistryEvent
  {
    switch order {
    case .cancel(let note): cancelled(booking, at: moment, note)
    case .move(let talon, let note): moved(booking, to: talon, at: moment, note)
    case .fail(let note):
      ended(booking, by: .failedWhenPaid, at: moment, note.isEmpty ? Self.failedCall : note)
    }
  }

  /// What is written down of a call that failed.
  static let failedCall = "Связь прервалась, консультация не состоялась."
}

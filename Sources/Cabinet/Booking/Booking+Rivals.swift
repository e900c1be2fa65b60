extension Booking {
  /// The name among the details of the appointment in another register that this one replaces.
  public static let originDetail = "movedFrom"

  /// The appointment in another register that this one replaces: `doctor-068/b1`.
  public var origin: String? { details[Self.originDetail] }

  /// What other registers call it: `doctor-068/b1`.
  public var globalName: String { "\(talon.slot.registry)/\(id)" }

  /// Whether a resident may have but one of the two, wherever they are booked.
  ///
  /// Source: facts, 4.1 (one active record per speciality); a referral serves one appointment, and what moves
  /// to another institution moves once.
  public func isRival(of other: Booking) -> Bool {
    guard resident == other.resident, globalName != other.globalName, globalName != other.origin,
      other.globalName != origin
    else { return false }
    if let referral, referral == other.referral { return true }
    return isSecond(to: other)
  }

  /// Whether it is the same again: the same patient and speciality, or the same move.
  func isSecond(to other: Booking) -> Bool {
    if let origin, origin == other.origin { return true }
    return kind.isMedical && kind == other.kind && subject.id == other.subject.id
      && talon.speciality == other.talon.speciality
  }

  /// Of two times that are kept and can't both be booked, the one that was kept last counts; what was offered
  /// counts least, since nobody has chosen it yet.
  public func outranks(_ other: Booking) -> Bool {
    if (offerOf == nil) != (other.offerOf == nil) { return offerOf == nil }
    let (own, others) = (heldUntil?.seconds ?? 0, other.heldUntil?.seconds ?? 0)
    return own != others ? own > others : globalName > other.globalName
  }
}

extension Registry {
  /// The resident's whole appointments that stand, and the times kept for them, of which only one or a
  /// booking of another register may be.
  public func rivals(of booking: Booking, at moment: Timestamp) -> [Booking] {
    (bookings(of: booking.resident).filter(\.isActive)
      + holds(of: booking.resident, at: moment)).filter { $0.isRival(of: booking) }
  }
}

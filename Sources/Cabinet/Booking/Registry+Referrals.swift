/// Referrals: one appointment each, and free again where nothing came of it.
extension Registry {
  /// Days for which a visit stays in the register after its end where a referral was used for it: no
  /// referral is valid for longer, so that none can be used again because its use was forgotten.
  static let referralDays = 365

  /// The appointment for which a referral is used.
  struct ReferralUse: Sendable, Equatable {
    /// Its id.
    var booking: String
    /// The name of its time.
    var slot: String
  }

  /// The id of the appointment for which a referral is used; nil where it is free.
  ///
  /// - Parameter referral: its name, as ``Booking/referral`` has it.
  public func use(ofReferral referral: String) -> String? { referrals[referral]?.booking }

  /// The time of an appointment that is whole, kept, or uses a referral; nil for another.
  public func slot(of id: String) -> SlotID? {
    booking(id)?.talon.slot
      ?? referrals.values.first { $0.booking == id }.flatMap { SlotID($0.slot) }
  }

  /// Refuses an appointment with a referral that was used for another.
  func refuseUsedReferral(_ booking: Booking) throws(RegistryRefusal) {
    guard let referral = booking.referral, let other = referrals[referral]?.booking,
      other != booking.id
    else { return }
    throw .referralUsed(other)
  }

  mutating func useReferral(of booking: Booking) {
    guard let referral = booking.referral else { return }
    referrals[referral] = ReferralUse(
      booking: booking.id, slot: booking.talon.slot.description)
  }

  mutating func freeReferral(of booking: Booking) {
    if let referral = booking.referral, referrals[referral]?.booking == booking.id {
      referrals[referral] = nil
    }
  }

  /// Forgets the uses whose visits are in the ledger and were long before a moment.
  mutating func forgetReferrals(endedBefore moment: Timestamp) {
    let limit = moment.adding(seconds: -Self.referralDays * 86_400)
    referrals = referrals.filter { _, use in
      bookings[use.booking] != nil || standing[use.booking] != nil
        || SlotID(use.slot).map { $0.end >= limit } ?? false
    }
  }
}

extension Booking {
  /// The name of a referral among the details.
  public static let referralDetail = "referral"

  /// The referral with which it is booked, by the policy of the patient and its id in their card.
  public var referral: String? { details[Self.referralDetail] }
}

/// Referrals: one appointment each, and free again where nothing came of it.
extension Registry {
  /// Days for which a visit stays in the register after its end where a referral was used for it: no
  /// referral is valid for longer, so that none can be used again because its use was forgotten.
  static let referralDays = 365

  /// The appointment for which a referral is used; nil where it is free.
  ///
  /// - Parameter referral: its name, as ``Booking/referral`` has it.
  public func use(ofReferral referral: String) -> Booking? {
    referrals[referral].flatMap { bookings[$0] }
  }

  /// Refuses an appointment with a referral that was used for another.
  func refuseUsedReferral(_ booking: Booking) throws(RegistryRefusal) {
    guard let referral = booking.referral, let other = referrals[referral], other != booking.id
    else { return }
    throw .referralUsed(other)
  }

  mutating func useReferral(of booking: Booking) {
    if let referral = booking.referral { referrals[referral] = booking.id }
  }

  mutating func freeReferral(of booking: Booking) {
    if let referral = booking.referral, referrals[referral] == booking.id {
      referrals[referral] = nil
    }
  }
}

extension Booking {
  /// The name of a referral among the details.
  public static let referralDetail = "referral"

  /// The referral with which it is booked, by the policy of the patient and its id in their card.
  public var referral: String? { details[Self.referralDetail] }
}

import Cabinet

/// What a resident may have but once, in whichever of their registers: an appointment with a speciality, the
/// use of a referral.
///
/// A kept time is the reservation. It is made before the other registers are looked at, so that of two
/// sessions one sees the other's at least; then the one that was kept last gives the other's up, under the
/// lock of its register, and only if it was not booked meanwhile.
extension CabinetSession {
  /// Refuses a time that another register of the resident's leaves no room for.
  ///
  /// - Throws: ``BookingFailure/alreadyBooked(number:at:)``, ``BookingFailure/referralUsed(number:at:)``.
  func refuseElsewhere(_ booking: Booking) throws(CabinetFailure) {
    guard booking.isAloneAmongRegisters else { return }
    for name in state.registries where name != booking.talon.slot.registry {
      try refuseActive(among: try registers.newest(name), named: name, booking)
    }
  }

  /// Makes sure, before a kept time is booked, that no other register of the resident's has its like.
  ///
  /// - Throws: ``CabinetFailure/booking(_:)`` where one has it, or keeps one that counts more; nothing is
  ///   changed then.
  func claimElsewhere(_ hold: Booking) throws(CabinetFailure) {
    guard hold.isAloneAmongRegisters else { return }
    // Another session names the register in the cabinet before it keeps a time there.
    try refresh()
    for name in state.registries where name != hold.talon.slot.registry {
      let registry = try registers.newest(name)
      try refuseActive(among: registry, named: name, hold)
      for rival in registry.rivals(of: hold, at: now) where rival.isHold {
        guard hold.outranks(rival) else { throw .booking(.keptElsewhere(rival)) }
        try registers.commit(name, at: now, by: .resident) { newest throws(CabinetFailure) in
          try self.refuseActive(among: newest, named: name, hold)
          return newest.booking(rival.id)?.isHold == true ? .released(booking: rival.id) : nil
        }
      }
    }
  }

  private func refuseActive(among registry: Registry, named name: String, _ booking: Booking)
    throws(CabinetFailure)
  {
    if let rival = registry.rivals(of: booking, at: now).first(where: \.isActive) {
      let isReferral = booking.referral != nil && booking.referral == rival.referral
      throw .booking(
        isReferral
          ? .referralUsed(number: rival.number, at: rival.at)
          : .alreadyBooked(number: rival.number, at: rival.at))
    }
    guard let referral = booking.referral, let id = registry.use(ofReferral: referral),
      "\(name)/\(id)" != booking.origin, let slot = registry.slot(of: id)
    else { return }
    throw .booking(.referralUsed(number: slot.number, at: slot.at))
  }
}

extension Booking {
  /// Whether other registers have a say in it.
  fileprivate var isAloneAmongRegisters: Bool {
    kind.isMedical || referral != nil || origin != nil
  }
}

import Cabinet
import CabinetServices

extension CabinetApp {
  /// Performs an effect of appointments.
  ///
  /// A time that someone else took is no dead end: the nearest ones are offered at once.
  func perform(_ effect: BookingEffect) {
    if case .read(let registry) = effect {
      begin(RegisterWork(registry: registry))
      return
    }
    do {
      tellTop(.booking(try outcome(of: effect)))
    } catch {
      tellTop(.failed(error))
      if case .booking(let failure) = error, let nearest = failure.nearest, !nearest.isEmpty {
        push(NearestTimesScreen(failure: failure, nearest: nearest, effect: effect))
      } else {
        push(FailureScreen(phrase: error.phrase))
      }
    }
  }

  private func outcome(of effect: BookingEffect) throws(CabinetFailure) -> BookingOutcome {
    switch effect {
    case .read: return .registerRead
    case .hold(let slot, let request): return .held(try session.hold(slot, request))
    case .confirm(let id, let details):
      return .confirmed(try session.confirm(id, details: details))
    case .release(let id):
      try session.release(id)
      return .released
    case .move(let id, let slot): return .moved(try session.move(id, to: slot))
    case .cancel(let id): return .cancelled(try session.cancel(id))
    case .checkIn(let id): return .checkedIn(try session.checkIn(id))
    case .pay(let id, let card): return .paid(try session.pay(for: id, card: card))
    case .refund(let id, let card): return .refunded(try session.refund(for: id, to: card))
    case .readNotice(let id):
      try session.readNotice(of: id)
      return .noticeRead
    case .wait(let request, let registry):
      return .waiting(try session.wait(for: request, in: registry))
    case .stopWaiting(let id):
      try session.stopWaiting(id)
      return .waitingStopped
    }
  }
}

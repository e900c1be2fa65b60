import Cabinet
import CabinetServices

/// Something about appointments that a screen wants done.
enum BookingEffect {
  case hold(SlotID, BookingRequest)
  case confirm(String, details: [String: String])
  case release(String)
  case move(String, to: SlotID)
  case cancel(String)
  case checkIn(String)
  case pay(String, card: String)
  case refund(String, card: String)
  case readNotice(String)
  case wait(BookingRequest, registry: String)
  case stopWaiting(String)
  /// Reads the register of an institution, however long it takes.
  case read(registry: String)
}

/// How it ended.
enum BookingOutcome {
  case held(Booking)
  case confirmed(Booking)
  case released
  case moved(Booking)
  case cancelled(Booking)
  case checkedIn(Booking)
  case paid(Booking)
  case refunded(Booking)
  case noticeRead
  case waiting(WaitingRequest)
  case waitingStopped
  case registerRead
  /// The reading was stopped before its end.
  case readingStopped
}

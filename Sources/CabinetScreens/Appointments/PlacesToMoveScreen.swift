import Cabinet
import CabinetServices
import TerminalUI

/// The institutions to which an appointment can be moved, its own the first.
struct PlacesToMoveScreen: Screen {
  let booking: Booking

  var section: Section? { .appointments }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard case .activated(let id) = event, let registry = id.tail(of: "place.") else { return [] }
    return [.replace(SlotGridScreen(moving: booking, to: registry, context))]
  }

  func view(_ context: ScreenContext) -> Page {
    let own = booking.talon.slot.registry
    return Page(
      path: [booking.shortTitle(context), context.say(BookingWords.moving)], status: context.status,
      body: [
        .rows(
          context.session.placesToMove(booking).map { place in
            Row(
              id: ViewID("place.\(place.id)"), title: StyledText(context.say(place.name)),
              details: [
                .text(StyledText(context.place(place.address), .dim)),
                .text(StyledText(place.id == own ? context.say(BookingWords.bookedHere) : "")),
              ])
          }), .gap, .text(StyledText(context.say(BookingWords.oldStays), .dim)),
      ])
  }
}

extension SlotGridScreen {
  /// The times of an institution to which an appointment may be moved.
  init(moving booking: Booking, to registry: String, _ context: ScreenContext) {
    self.init(
      request: BookingRequest(
        kind: booking.kind, subject: booking.subject, speciality: booking.talon.speciality),
      registry: registry, moving: booking, context)
  }
}

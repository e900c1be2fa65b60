import Cabinet
import CabinetServices
import TerminalUI

/// What one can make an appointment for.
struct AppointmentsScreen: Screen {
  var section: Section? { .appointments }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    guard case .activated(let id) = event, let service = id.tail(of: "service.") else { return [] }
    return [.push(ServiceScreen(id: service))]
  }

  func view(_ context: ScreenContext) -> Page {
    let services = context.session.directory.services.filter { $0.kind == .booking }
    return Page(
      path: [context.say(Section.appointments.title)], status: context.status,
      sections: Section.list(current: .appointments, context),
      body: [
        .heading(context.say(BookingWords.services), note: String(services.count)),
        .list(
          List(
            id: "services", label: context.say(BookingWords.services), count: services.count,
            emptyText: StyledText(context.say(FollowWords.nothingLike))
          ) { index in
            Row(
              id: ViewID("service.\(services[index].id)"),
              title: StyledText(context.say(services[index].shortName)))
          }),
      ], initialFocus: "services")
  }
}

import ArgumentParser
import Cabinet
import CabinetServices

/// What institutions do with appointments, by hand.
extension OfficeCommand {
  /// What every decision of a reception takes.
  struct Appointment: ParsableArguments {
    @Argument(help: "The id of the appointment, or the number of its slip.")
    var id: String
    @Option(help: "Why, in the institution's words.")
    var note = ""
    @Flag(help: "Print JSON.")
    var json = false
    @OptionGroup var options: Options

    func carryOut(_ decision: ReceptionDecision) throws {
      let session = try options.openSession()
      try BookingReport(session: session, language: options.language, json: json)
        .print(try session.decide(decision, on: id, note: note.showable))
    }
  }

  /// Lists the appointments that stand.
  struct Appointments: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the appointments that can be cancelled or moved.")
    @Flag(help: "Print JSON.")
    var json = false
    @OptionGroup var options: Options

    func run() throws {
      let session = try options.openSession()
      try options.catchUp(session)
      try BookingReport(session: session, language: options.language, json: json)
        .print(session.upcomingAppointments)
    }
  }

  /// Cancels an appointment.
  struct Cancel: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Cancel an appointment (1095; a vet's 1080.1, a paid one 1080.4 and a refund).")
    @OptionGroup var appointment: Appointment

    func run() throws { try appointment.carryOut(.cancel) }
  }

  /// Moves an appointment.
  struct Move: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Move an appointment to a free time of its institution (8021.1).")
    @Option(help: "The new time, by its id in kabinet book … --list.")
    var slot: String
    @OptionGroup var appointment: Appointment

    func run() throws { try appointment.carryOut(.move(to: try SlotName.read(slot))) }
  }

  /// Notes that a video call failed.
  struct Fail: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Note that a paid video call failed (1080.5 and a refund).")
    @OptionGroup var appointment: Appointment

    func run() throws { try appointment.carryOut(.fail) }
  }
}

import ArgumentParser
import Cabinet
import CabinetServices

/// Appointments: to a doctor, to a vet, to a consultant of the Department of City Property.
struct BookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "book",
    abstract: "List free times, book one, move or cancel an appointment.",
    discussion: """
      Exactly one of --list, --slot, --cancel, --come, --pay, --refund, --wait and --appointments; --move takes \
      --slot beside it. A booking is kept and confirmed at once.
      """,
    subcommands: [Doctor.self, Vet.self, Consultation.self])

  /// A doctor.
  struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "doctor", abstract: "Doctors of the polyclinic of attachment.")
    @Flag(help: "The doctor comes home.")
    var home = false
    @OptionGroup var order: BookOrder

    func validate() throws { try order.validateOrder() }

    func run() throws { try order.carryOut(home ? .doctorHome : .doctor) }
  }

  /// A vet.
  struct Vet: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "vet", abstract: "Vets: at the clinic, at home, on the screen.")
    @Flag(help: "The vet comes home.")
    var home = false
    @Flag(help: "On the screen; to be paid within 15 minutes.")
    var online = false
    @Option(help: "A service by its id; may be given again.")
    var service: [String] = []
    @OptionGroup var order: BookOrder

    func validate() throws {
      if home, online {
        throw ValidationError(
          Phrase(
            "--home и --online вместе не бывают.", "--home and --online exclude each other."))
      }
      try order.validateOrder()
    }

    func run() throws {
      try order.carryOut(home ? .vetHome : online ? .vetOnline : .vet, services: service)
    }
  }

  /// A consultant.
  struct Consultation: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "consultation", abstract: "Video reception of the Department of City Property.")
    @Option(help: "The question to ask; 10 to 2000 characters.")
    var question: String?
    @OptionGroup var order: BookOrder

    func validate() throws { try order.validateOrder() }

    func run() throws {
      try order.carryOut(
        .consultation, details: question.map { ["question": $0] } ?? [:])
    }
  }
}

/// What every kind of appointment takes.
struct BookOrder: ParsableArguments {
  @Flag(help: "List the free times.")
  var list = false
  @Flag(help: "List the appointments of this kind.")
  var appointments = false
  @Option(help: "Book the time of this id; the new time of --move.")
  var slot: String?
  @Option(help: "Move the appointment of this id or number to --slot.")
  var move: String?
  @Option(help: "Cancel the appointment of this id or number.")
  var cancel: String?
  @Option(help: "Note that you have come to the appointment of this id.")
  var come: String?
  @Option(help: "Pay the appointment of this id with --card.")
  var pay: String?
  @Option(help: "Have what was paid for the appointment of this id sent back to --card.")
  var refund: String?
  @Option(help: "The card to pay with, or to send a refund to.")
  var card: String?
  @Flag(help: "Join the waiting list of --speciality.")
  var wait = false
  @Option(help: "Only this speciality; a service's topic for consultations.")
  var speciality: String?
  @Option(help: "Only this institution, by its register, such as vet-cao.")
  var clinic: String?
  @Option(name: .customLong("for"), help: "For whom: self, or the id of a child or pet.")
  var subject: String?
  @Option(help: "Only this day, such as 2021-01-19.")
  var day: String?
  @Option(help: "At most so many times.")
  var limit: Int?
  @Option(help: "An id of your own: booking by the same one twice books once.")
  var requestID: String?
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: Options

  func validateOrder() throws {
    try RequestID.validate(requestID)
    if let day, Day(day) == nil {
      throw ValidationError(
        Phrase(
          "--day ждёт день вроде 2021-01-19, а не «\(day)».",
          "--day takes a day such as 2021-01-19, not “\(day)”."))
    }
    if let limit, limit < 1 {
      throw ValidationError(
        Phrase(
          "--limit ждёт число от 1, а не \(limit).", "--limit takes a number from 1, not \(limit).")
      )
    }
    let orders = [
      list, appointments, wait, cancel != nil, come != nil, pay != nil, refund != nil, slot != nil,
    ]
    guard orders.count(where: { $0 }) == 1 else {
      let all = "--list, --appointments, --slot, --cancel, --come, --pay, --refund, --wait"
      throw ValidationError(
        Phrase("нужно ровно одно из: \(all).", "exactly one of these is wanted: \(all)."))
    }
    let pairs = [
      ("--move", move != nil, "--slot", slot != nil), ("--pay", pay != nil, "--card", card != nil),
      ("--refund", refund != nil, "--card", card != nil),
      ("--wait", wait, "--speciality", speciality != nil),
    ]
    for (name, isGiven, other, hasOther) in pairs where isGiven && !hasOther {
      throw ValidationError(
        Phrase("к \(name) нужно и \(other).", "\(name) takes \(other) beside it."))
    }
  }

  func carryOut(
    _ kind: BookingKind, services: [String] = [], details: [String: String] = [:]
  ) throws {
    let session = try options.openSession()
    try options.catchUp(session)
    let report = BookingReport(session: session, language: options.language, json: json)
    func own(_ name: String) throws -> String { try self.own(name, kind, session) }
    if appointments {
      try report.print(session.appointments.filter { $0.kind.isLike(kind) })
    } else if let cancel {
      try report.print(try session.cancel(try own(cancel)))
    } else if let come {
      try report.print(try session.checkIn(try own(come)))
    } else if let pay, let card {
      try report.print(try session.pay(for: try own(pay), card: card))
    } else if let refund, let card {
      try report.print(try session.refund(for: try own(refund), to: card))
    } else if let move, let slot {
      let booking = try own(move)
      let slot = try SlotName.read(slot)
      try ProgressLine.duringRegisters(options.language) {
        try session.readRegisters([slot.registry], $0)
      }
      let moved = try session.move(booking, to: slot)
      try report.print(moved)
      warnOfConflicts(with: moved, session)
    } else {
      let counter = BookingCounter(
        session: session, kind: kind, services: services, details: details, order: self)
      if list {
        try report.print(try counter.free())
      } else if wait {
        try report.print(try counter.wait())
      } else if let slot {
        let booking = try counter.book(try SlotName.read(slot))
        try report.print(booking)
        warnOfConflicts(with: booking, session)
      }
    }
  }
}

extension BookOrder {
  /// Tells what an appointment that was made has in its way; it stands all the same.
  private func warnOfConflicts(with booking: Booking, _ session: CabinetSession) {
    let way = SettingsFolder(options.settingsFolder).preferences().0.way
    let id = AgendaItem.Origin.booking(booking.id)
    for conflict in AgendaConflict.all(among: session.agendaItems, wayMinutes: way) {
      let pair = [conflict.first, conflict.second]
      guard pair.contains(where: { $0.origin == id }),
        let other = pair.first(where: { $0.origin != id })
      else { continue }
      let words = Phrase(
        "записано, но мешает другое: \(other.title.ru), \(other.start.shown).",
        "booked, but something is in its way: \(other.title.en), \(other.start.shown).")
      StandardError.write("kabinet: \(words[options.language])\n")
    }
  }

  /// The id of an appointment of the kind that the word of the command means.
  private func own(_ name: String, _ kind: BookingKind, _ session: CabinetSession) throws -> String
  {
    let booking = try session.booking(name)
    guard booking.kind.isLike(kind) else {
      let title = booking.kind.title
      throw CabinetFailure.booking(
        .notPossible(
          Phrase(
            "\(name) — запись «\(title.ru)», у неё своя команда kabinet book. Ничего не изменилось.",
            "\(name) is an appointment “\(title.en)”, which has a kabinet book command of its own. "
              + "Nothing was changed.")))
    }
    return booking.id
  }
}

extension BookingKind {
  /// Whether what a speciality of this kind gives can be booked as another: a vet's also at home and on the screen.
  func isGiven(as kind: BookingKind) -> Bool { isVet ? kind.isVet : self == kind }

  /// True for the kinds that one word of the command line means.
  fileprivate func isLike(_ kind: BookingKind) -> Bool {
    isMedical == kind.isMedical && isVet == kind.isVet
  }
}

/// Ids of times as they are typed.
enum SlotName {
  static func read(_ text: String) throws -> SlotID {
    guard let slot = SlotID(text) else {
      throw CabinetFailure.booking(.noSlotName(text))
    }
    return slot
  }
}

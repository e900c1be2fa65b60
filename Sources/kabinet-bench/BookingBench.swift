import Cabinet
import CabinetServices
import CabinetStore
import CityOffice
import FoundationEssentials
import Glibc
import PseudoTerminal

/// All about appointments: `kabinet-bench booking [BOOKINGS]`; `--in STORE` books once there and waits.
struct BookingBench {
  private static let register = "doctor-068"

  let place: Workplace
  let fixtures: String
  var bookings = 100_000

  static func run(_ words: [String]) throws -> Bool {
    guard
      let fixtures = FixturesLocation.find(environment: { getenv($0).map { String(cString: $0) } })
    else { throw Subject.Trouble(description: "the Fixtures folder is missing") }
    if words.count == 2, words[0] == "--in" {
      try book(words[1], fixtures: fixtures)
      print("booked")
      fflush(nil)
      _ = readLine()
      return true
    }
    var bench = BookingBench(place: try Workplace(), fixtures: fixtures)
    if words.count == 1, let bookings = Int(words[0]), bookings > 0 {
      bench.bookings = bookings
    } else if !words.isEmpty {
      throw Options.Stop.usage("booking takes no words, or the number of bookings")
    }
    let rows = try [bench.availability()] + bench.fullRegister()
    print(table([["name", "ours", "peer", "ratio", "budget", "ok?"]] + rows.map(\.columns)))
    return rows.allSatisfy(\.isAcceptable)
  }

  /// One speciality in the schedules of a city for a month, of which no time is ever made.
  private func availability() throws -> Row {
    let timetable = Timetable(try city())
    let now = CabinetClock.demonstrationStart
    let question = SlotQuestion(kind: .doctor, speciality: "therapist")
    let days = now.day...now.day.adding(days: 29)
    var times = Series()
    var free = 0
    for _ in 0..<50 {
      times.add(
        timed {
          free = timetable.availability(
            question, in: timetable.list.institutions, days: days, now: now
          ).reduce(0) { $0 + $1.total }
        })
    }
    guard free > 0 else { throw Subject.Trouble(description: "no clinic has a free time") }
    return Row(
      "free times of a speciality, 400 clinics × 20 doctors, 30 days, ms, median", times.median,
      nil, most: 10)
  }

  /// Four hundred clinics with the staff of the fixtures' first.
  private func city() throws -> InstitutionList {
    let path = fixtures + "/city/institutions.json"
    var list = try JSONDecoder().decode(
      InstitutionList.self, from: FileManager.default.contents(atPath: path) ?? Data())
    guard let model = list.institution(Self.register), var staff = list.staffs[model.staff],
      let index = staff.firstIndex(where: { $0.speciality == "therapist" })
    else { throw Subject.Trouble(description: "\(path) has no \(Self.register)") }
    // Twenty in all, whatever the fixtures have.
    staff[index].count += 20 - list.people(of: model.staff).count
    list.staffs[model.staff] = staff
    list.institutions = (0..<400).map { number in
      var clinic = model
      clinic.registry = "doctor-\(1000 + number)"
      return clinic
    }
    return list
  }

  /// What it costs to open a cabinet and to book where others have booked much.
  private func fullRegister() throws -> [Row] {
    let few = "\(place.path)/few"
    let many = "\(place.path)/many"
    for path in [few, many] { _ = try Demonstration.open(folder: path, fixtures: fixtures) }
    try fill(many)
    let program = CommandLine.arguments[0]
    func memory(_ path: String) throws -> Double {
      let start = try Subject(
        name: "booking", program: program, arguments: ["booking", "--in", path], directory: nil,
        environment: place.environment.merging(["KABINET_FIXTURES": fixtures]) { $1 }
      ).start()
      guard let memory = start.terminal.memory else {
        throw Subject.Trouble(description: "the memory of a process cannot be read")
      }
      return Double(memory.resident)
    }
    // Whoever comes first folds the journal and leaves a snapshot.
    let first = try timed { try Self.book(many, fixtures: fixtures) }
    var opening = [Series(), Series()]
    var booking = [Series(), Series()]
    var memories = [Series(), Series()]
    for _ in 0..<5 {
      for (index, path) in [many, few].enumerated() {
        opening[index].add(
          try timed { _ = try Cabinets.open(folder: path, fixtures: fixtures).overview })
        booking[index].add(try timed { try Self.book(path, fixtures: fixtures) })
        memories[index].add(try memory(path))
      }
    }
    return [
      Row(
        "the first booking among \(bookings) without a snapshot, ms", first, nil, most: 8000),
      Row(
        "open the home among \(bookings), ms, median; among few", opening[0].median,
        opening[1].median, most: 100),
      Row(
        "open, book and cancel among \(bookings), ms, median; among few", booking[0].median,
        booking[1].median, most: 100),
      Row(
        "memory after that, RSS, KiB, median; among few", memories[0].median, memories[1].median,
        most: 28_672),
    ]
  }

  /// Opens the cabinet, books a surgeon and cancels it again.
  private static func book(_ path: String, fixtures: String) throws {
    let session = try Cabinets.open(folder: path, fixtures: fixtures)
    guard let patient = session.patients.first else {
      throw Subject.Trouble(description: "the demonstration has no patient")
    }
    let request = BookingRequest(kind: .doctor, subject: patient.subject, speciality: "surgeon")
    guard let slot = try session.slots(try session.question(request), in: register).last
    else { throw Subject.Trouble(description: "no surgeon has a free time") }
    try session.cancel(try session.confirm(try session.hold(slot, request).id).id)
  }

  /// The months of a busy polyclinic: of a hundred appointments of other residents five are still to come.
  ///
  /// They are with specialists of no staff, 1,700 a day, and every one that is over took place.
  private func fill(_ path: String) throws {
    let log = try FileEventLog(path, files: UnsyncedFileSystem())
    let stream = CabinetStore.Stream.city(Self.register)
    var last = try log.head(of: stream).seq
    let now = CabinetClock.demonstrationStart
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func write(_ event: RegistryEvent, at moment: Timestamp) throws {
      last = try log.append(
        stream, expecting: last,
        NewRecord(
          at: min(moment, now), actor: .resident, event: Array(try encoder.encode(event)))
      ).seq
    }
    let open = bookings / 20
    let closed = bookings - open
    func hold(_ number: Int) -> Booking {
      let day =
        number < closed
        ? now.day.adding(days: -1 - (closed - 1 - number) / 1700)
        : now.day.adding(days: 1 + (number - closed) / 1700)
      let at = Timestamp(day, hour: 9)
      let place = (number < closed ? closed - 1 - number : number - closed) % 1700
      let slot = SlotID(
        registry: Self.register, specialist: "\(1000 + place / 25)",
        at: at.adding(seconds: place % 25 * 1200), minutes: 20)
      let talon = Talon(
        slot: slot, speciality: "surgeon", title: Phrase("Хирург", "Surgeon"),
        specialist: "Примеров-Синтетический И. В.", place: Phrase("ГП № 68", "Polyclinic 68"),
        address: "Учебная ул., 4", room: "214", floor: 2)
      return Booking(
        id: "b\(number)", kind: .doctor, resident: "r\(number)",
        subject: BookingSubject(id: BookingSubject.ownID, name: "Синтетическая Анна"),
        talon: talon, heldUntil: slot.at.adding(seconds: -86_400 + 600))
    }
    for number in 0..<bookings {
      let new = hold(number)
      let moment = new.at.adding(seconds: -86_400)
      try write(.held(new, releasing: []), at: moment)
      try write(
        .confirmed(
          booking: new.id, details: [:],
          [
            BookingMark(.recorded, at: moment, by: .office, note: "Талон \(new.number)."),
            BookingMark(.cancelAvailable, at: moment, by: .office),
            BookingMark(.moveAvailable, at: moment, by: .office),
          ]), at: moment)
      guard number >= open else { continue }
      let past = hold(number - open)
      for (code, moment) in [
        (BookingStatus.cancelUnavailable, past.at), (.came, past.at), (.provided, past.end),
      ] {
        try write(
          .marked(booking: past.id, [BookingMark(code, at: moment, by: .office)]), at: moment)
      }
    }
  }
}

import CabinetStore
import Testing

@testable import Cabinet
@testable import CabinetServices

/// Sixty-four processes want a hundred times; each time has one owner, and nobody's hold is lost.
@Suite struct RaceTests {
  private static let registry = "consultation-dgi"
  private static let count = 100

  private static func request(_ resident: String) -> BookingRequest {
    BookingRequest(
      kind: .consultation, subject: BookingSubject(id: "self", name: resident),
      speciality: "dgi-housing", details: ["question": "Чья эта комната?"])
  }

  private static func town(_ path: String) throws -> Town {
    Town(
      try FileEventLog(
        path, creating: StoreManifest(kind: .personal, createdAt: Town.start)))
  }

  /// The hundred times that are fought for.
  private static func prizes(_ session: CabinetSession) throws -> [SlotID] {
    Array(
      try session.slots(try session.question(request("")), in: registry).prefix(count))
  }

  /// One process: takes what it can until nothing is left.
  static func fight(_ path: String, _ prizes: String, number: Int) throws {
    let session = try town(path).session("r\(number)")
    let prizes = prizes.split(separator: " ").compactMap { SlotID($0.description) }
    // Half of them begin at the same time, the others elsewhere: both crowds and late comers occur.
    let start = number % 2 == 0 ? 0 : number * count / 64
    for offset in 0..<count {
      let slot = prizes[(start + offset) % count]
      let id = "b-\(number)-\(offset)"
      do {
        let hold = try session.hold(slot, request(session.resident), id: id)
        // Whoever was told that a time is kept can book it.
        let booking = try session.confirm(hold.id)
        try #require(booking.status == .recorded && booking.talon.slot == slot)
      } catch CabinetFailure.booking(.slotLost(let lost, _)) {
        try #require(lost == slot)
      }
    }
  }

  @Test func sixtyFourProcessesGetAHundredTimesOnce() async throws {
    let folder = try Fixtures.Folder()
    let path = folder.path + "/store"
    let session = try Self.town(path).session("judge")
    let prizes = try Self.prizes(session)
    try #require(prizes.count == Self.count)
    let list = prizes.map(\.description).joined(separator: " ")
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<64 {
        group.addTask {
          await #expect(processExitsWith: .success) {
            [path = path as String, list = list as String, number = number as Int] in
            try RaceTests.fight(path, list, number: number)
          }
        }
      }
    }
    let registry = try session.registers.newest(Self.registry)
    let won = registry.bookings.values.map(\.talon.slot)
    #expect(won.count == Self.count && Set(won).count == Self.count)
    #expect(Set(won) == Set(prizes))
    #expect(registry.holds.isEmpty)
    #expect(registry.bookings.values.allSatisfy { $0.status == .recorded })
    let log = try FileEventLog(path)
    #expect(try log.check().findings.isEmpty)
  }
}

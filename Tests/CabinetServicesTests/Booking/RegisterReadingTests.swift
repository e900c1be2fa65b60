import CabinetStore
import Testing

@testable import Cabinet
@testable import CabinetServices

/// Reading registers that a resident has not looked at yet.
@Suite struct RegisterReadingTests {
  private let town = Town()

  @Test func eachRecordIsHeardOfOnceAndNothingIsChanged() throws {
    for number in 0..<3 { try town.book(try town.session("r\(number)")) }
    let anna = try town.session()
    let events = anna.eventCount
    var heard: [Int] = []
    try anna.readRegisters(["doctor-068", "nowhere"]) { done, whole in
      heard.append(done)
      #expect(whole == nil)
    }
    let records = try town.log.head(of: .city("doctor-068")).seq
    #expect(records > 3 && heard == Array(0..<records))
    // It is at hand now: nothing is heard of it again, and its times can be asked for.
    try anna.readRegisters(["doctor-068"]) { _, _ in heard.append(-1) }
    #expect(heard.count == records)
    #expect(try !town.times(anna, town.request(), at: "doctor-068").isEmpty)
    #expect(anna.eventCount == events && anna.state.registries.isEmpty)
    #expect(try town.log.head(of: .city("doctor-068")).seq == records)
    #expect(try town.log.head(of: .city("nowhere")).seq == 0)
  }
}

import Testing

@testable import Cabinet

@Suite struct SlotIDTests {
  @Test func everyMinuteOfADayIsReadBack() throws {
    let day = try #require(Day(2021, 2, 20))
    for minute in 0..<1440 {
      let slot = SlotID(
        registry: "doctor-068", specialist: "07",
        at: Timestamp(day, hour: minute / 60, minute: minute % 60), minutes: minute + 1)
      #expect(SlotID(slot.description) == slot)
      #expect(slot.description.utf8.allSatisfy { $0 < 128 && $0 > 32 })
    }
  }

  @Test(arguments: [
    "", "doctor-068", "doctor-068.03.202101190940", ".03.202101190940.20",
    "doctor-068..202101190940.20", "doctor-068.03.202101190940.0",
    "doctor-068.03.202101190940.1441",
    "doctor-068.03.202102300940.20", "doctor-068.03.202101192440.20",
    "doctor-068.03.202101190960.20", "doctor-068.03.20210119094.20",
    "doctor-068.03.2021011909400.20", "doctor-068.03.２０２１01190940.20",
    "doctor-068.03.202101190940.20.1", "doctor-068.03.202101190940.x",
  ]) func whatIsNoNameIsRefused(_ text: String) {
    #expect(SlotID(text) == nil)
  }

  @Test func numbersOfSlipsDifferWithPlaceDoctorDayAndTime() throws {
    let day = try #require(Day(2021, 1, 19))
    var numbers: Set<String> = []
    for registry in ["doctor-068", "vet-cao"] {
      for specialist in ["01", "02"] {
        for offset in 0..<3 {
          for hour in 8..<12 {
            let slot = SlotID(
              registry: registry, specialist: specialist,
              at: Timestamp(day.adding(days: offset), hour: hour), minutes: 20)
            numbers.insert(RegistrySamples.talon(slot).number)
          }
        }
      }
    }
    #expect(numbers.count == 2 * 2 * 3 * 4)
  }
}

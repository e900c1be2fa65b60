import Foundation
import Testing

@testable import Cabinet

@Suite struct RegistryEventTests {
  @Test func everyEventIsReadBack() throws {
    let booking = RegistrySamples.hold("b1", RegistrySamples.slot(60), kind: .vetHome)
    let request = WaitingRequest(
      id: "w1", kind: .doctor, resident: "anna", subject: BookingSubject(id: "self", name: "А"),
      speciality: "dentist", title: Phrase("Стоматолог", "Dentist"), since: Samples.moment)
    let events: [RegistryEvent] = [
      .held(booking, releasing: []), .held(booking, releasing: ["b0"]), .released(booking: "b1"),
      .confirmed(
        booking: "b1", details: ["question": "Почему?"],
        RegistrySamples.marks(.recorded, reason: 2)),
      .moved(booking: "b1", booking.talon, RegistrySamples.marks(.moved)),
      .marked(booking: "b1", RegistrySamples.marks(.cancelled)), .waitingBegan(request),
      .waitingEnded(request: "w1"), .offered(request: "w1", booking),
    ]
    for event in events {
      let bytes = try JSONEncoder().encode(event)
      #expect(try JSONDecoder().decode(RegistryEvent.self, from: bytes) == event)
      let object = try #require(
        try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
      #expect(object["kind"] is String)
    }
  }

  @Test func aCabinetNotesEachRegisterOnce() throws {
    var state = CabinetState()
    let event = CabinetEvent.booking(.registryVisited("doctor-068"))
    let bytes = try JSONEncoder().encode(event)
    #expect(try JSONDecoder().decode(CabinetEvent.self, from: bytes) == event)
    for _ in 0..<2 { try state.apply(event, at: Samples.moment) }
    try state.apply(.booking(.registryVisited("vet-cao")), at: Samples.moment)
    #expect(state.registries == ["doctor-068", "vet-cao"])
  }

  @Test func everyStatusHasATitleInBothLanguages() {
    for code in BookingStatus.allCases {
      for reason in [nil, 1, 2, 3, 4, 5] {
        let title = code.title(reason: reason)
        #expect(!title.ru.isEmpty && !title.en.isEmpty && title.ru != title.en)
      }
    }
  }
}

@Suite struct InsuranceTests {
  private let policy = "7756020845000016"

  @Test func policyAndBirthDateMustAgree() throws {
    let birth = try #require(Day(1979, 3, 4))
    try Insurance.check(policy: policy, birth: birth)
    for offset in [-366, -1, 1, 30] {
      #expect(throws: Insurance.Refusal.otherBirthDate) {
        try Insurance.check(policy: policy, birth: birth.adding(days: offset))
      }
    }
  }

  @Test func theRegisterIsBelievedMoreThanTheNumber() throws {
    let birth = try #require(Day(1980, 1, 1))
    try Insurance.check(policy: policy, birth: birth, registered: birth)
    #expect(throws: Insurance.Refusal.otherBirthDate) {
      try Insurance.check(policy: policy, birth: birth.adding(days: 1), registered: birth)
    }
  }

  @Test func aNumberThatCodesNoDateKeepsNobodyFromADoctor() throws {
    let odd = "7700000000000000"
    #expect(OMSNumber.content(of: odd) == nil)
    try Insurance.check(policy: odd, birth: Samples.today)
  }

  @Test func whatIsMissingIsNamed() {
    #expect(throws: Insurance.Refusal.noPolicy) {
      try Insurance.check(policy: nil, birth: Samples.today)
    }
    #expect(throws: Insurance.Refusal.noPolicy) {
      try Insurance.check(policy: "123", birth: Samples.today)
    }
    #expect(throws: Insurance.Refusal.noBirthDate) {
      try Insurance.check(policy: policy, birth: nil)
    }
  }
}

@Suite struct PetCareTests {
  @Test func aVaccinationCountsForAYear() throws {
    let pet = Profile.Object(id: "pet-1", kind: .pet, facts: ["rabiesVaccine": "2020-02-29"])
    let rabies = PetCare.vaccinations(of: pet)[0]
    #expect(rabies.given == Day(2020, 2, 29))
    #expect(rabies.due == Day(2021, 2, 28))
    #expect(PetCare.vaccinations(of: pet)[1].due == nil)
  }
}

import FoundationEssentials
import Testing

@testable import Cabinet

@Suite struct MedicalEventTests {
  static let everyEvent: [MedicalEvent] = [
    .cardOpened(child: nil, document: nil), .cardOpened(child: "child-1", document: "d1"),
    .codeIssued(
      AccessCode(id: "k1", digits: "00000000", child: "child-1", issuedAt: Samples.moment)),
    .codeRevoked(code: "k1"), .codeUsed(code: "k1", by: "врач"), .codeRefused(by: "врач"),
  ]

  @Test(arguments: everyEvent) func everyEventRoundTrips(event: MedicalEvent) throws {
    let data = try JSONEncoder().encode(event)
    #expect(try JSONDecoder().decode(MedicalEvent.self, from: data) == event)
  }

  @Test(arguments: ["{}", #"{"what":"codeEaten"}"#, #"{"what":"codeIssued"}"#])
  func whatIsNoEventIsRefused(text: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(MedicalEvent.self, from: Data(text.utf8))
    }
  }
}

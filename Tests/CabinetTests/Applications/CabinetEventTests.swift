import FoundationEssentials
import Testing

@testable import Cabinet

@Suite struct CabinetEventTests {
  static let status = StatusEvent(
    .refused, reason: 2, at: Samples.moment, by: .office, note: "почему", due: Samples.today,
    fields: ["a"])

  /// One event of each kind; the switch below refuses to compile when a kind is added.
  static let everyEvent: [CabinetEvent] = [
    .profileChanged(Profile(values: ["name": "Анна"])),
    .draftSaved(
      Draft(id: "a1", service: Samples.service(), savedAt: Samples.moment, repeats: "a0")),
    .draftDiscarded(draft: "a1"), .draftRestored(draft: "a1"), .draftErased(draft: "a1"),
    .applicationSubmitted(Samples.submission()),
    .statusChanged(application: "a1", status),
    .replySaved(application: "a1", answers: ["f": .flag(true)]),
    .clarificationGiven(application: "a1", answers: ["f": .values(["x"])], status),
    .complaintFiled(
      application: "a1",
      Complaint(
        id: "c1", subject: .decision, text: "не согласна", filedAt: Samples.moment,
        due: Samples.today)),
    .complaintDecided(application: "a1", complaint: "c1", outcome: .rejected, note: "нет"),
    .clockAdvanced(to: Samples.moment),
    .medical(.cardOpened(child: nil, document: "d1")),
    .favourite(.added(service: "hunting-licence")),
    .booking(.registryVisited("doctor-068")), .booking(.noticeRead(booking: "b1", statuses: 2)),
  ]

  private static func kind(_ event: CabinetEvent) -> Int {
    switch event {
    case .profileChanged: 0
    case .draftSaved: 1
    case .draftDiscarded: 2
    case .draftRestored: 3
    case .draftErased: 4
    case .applicationSubmitted: 5
    case .statusChanged: 6
    case .replySaved: 7
    case .clarificationGiven: 8
    case .complaintFiled: 9
    case .complaintDecided: 10
    case .clockAdvanced: 11
    case .medical: 12
    case .favourite: 13
    case .booking: 14
    }
  }

  @Test func theListHoldsEveryKind() {
    #expect(Self.everyEvent.map(Self.kind) == Array(0...14) + [14])
  }

  @Test(arguments: everyEvent) func everyEventRoundTrips(event: CabinetEvent) throws {
    let data = try JSONEncoder().encode(event)
    #expect(try JSONDecoder().decode(CabinetEvent.self, from: data) == event)
  }

  @Test(arguments: everyEvent) func anEventWithoutItsContentIsRefused(event: CabinetEvent) throws {
    let data = try JSONEncoder().encode(event)
    let text = String(decoding: data, as: UTF8.self)
    let kind = try #require(text.firstRange(of: #/"kind":"[a-zA-Z]+"/#).map { String(text[$0]) })
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(CabinetEvent.self, from: Data("{\(kind)}".utf8))
    }
  }

  @Test(arguments: ["{}", #"{"kind":"applicationEaten"}"#, #"{"kind":null}"#, "[]"])
  func anUnknownKindIsRefused(text: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(CabinetEvent.self, from: Data(text.utf8))
    }
  }

  @Test func anEventNamesItsApplication() {
    #expect(
      Self.everyEvent.map(\.application) == [
        nil, nil, nil, nil, nil, "a1", "a1", "a1", "a1", "a1", "a1", nil, nil, nil, nil, nil,
      ])
  }
}

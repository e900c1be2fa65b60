import Testing

@testable import Cabinet

@Suite struct AgendaConflictTests {
  private func item(_ id: String, _ from: Int, _ to: Int, _ place: String) -> AgendaItem {
    let start = Timestamp(Day(2021, 1, 19) ?? Day(ordinal: 0))
    return AgendaItem(
      id: id, kind: .appointment,
      when: .time(start.adding(seconds: from * 60), end: start.adding(seconds: to * 60)),
      title: Phrase(id, id), address: place, origin: .booking(id),
      needsResident: true)
  }

  private func conflicts(_ items: [AgendaItem]) -> [String] {
    AgendaConflict.all(among: items).map { "\($0.first.id)\($0.second.id) \($0.reason)" }
  }

  @Test(arguments: [0, 1, 19, 20, 21, 64, 65, 66]) func aGapIsJudgedByTheWay(start: Int) {
    let found = conflicts([item("a", 0, 20, "x"), item("b", start, start + 20, "y")])
    let expected: [String] =
      switch start {
      case ..<20: ["ab overlap"]
      case ..<65: ["ab tooClose(minutes: \(start - 20))"]
      default: []
      }
    #expect(found == expected)
  }

  /// Twenty minutes between two places are enough for whoever set a way of twenty or less.
  @Test(arguments: 0...60) func theWayIsTheResidentsOwn(way: Int) {
    let found = AgendaConflict.all(
      among: [item("a", 0, 20, "x"), item("b", 40, 60, "y")], wayMinutes: way)
    #expect(found.map(\.reason) == (way > 20 ? [.tooClose(minutes: 20)] : []))
  }

  @Test func nobodyTravelsWithinAPlaceOrToTheScreen() {
    #expect(conflicts([item("a", 0, 20, "x"), item("b", 20, 40, "x")]) == [])
    #expect(conflicts([item("a", 0, 20, "x"), item("b", 20, 40, "")]) == [])
    #expect(conflicts([item("a", 0, 20, "x"), item("b", 10, 40, "x")]) == ["ab overlap"])
  }

  @Test func aLongVisitIsComparedWithAllThatFollow() {
    #expect(
      conflicts([item("a", 0, 200, "x"), item("b", 10, 20, ""), item("c", 100, 120, "")])
        == ["ab overlap", "ac overlap"])
  }

  @Test func daysHaveNoHours() {
    var deadline = item("d", 0, 1, "x")
    deadline.when = .day(Day(2021, 1, 19) ?? Day(ordinal: 0))
    #expect(conflicts([deadline, item("a", 0, 20, "y")]) == [])
  }
}

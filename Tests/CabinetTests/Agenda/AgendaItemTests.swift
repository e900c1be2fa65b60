import Testing

@testable import Cabinet

@Suite struct AgendaItemTests {
  static let today = Day(2021, 1, 14) ?? Day(ordinal: 0)

  private func item(_ kind: AgendaItem.Kind, inDays days: Int, needs: Bool = true) -> AgendaItem {
    AgendaItem(
      id: "x", kind: kind, when: .day(Self.today.adding(days: days)), title: Phrase("", ""),
      origin: .profile, needsResident: needs)
  }

  @Test(arguments: -3...10) func urgencyFollowsFromTheDaysLeft(days: Int) {
    let expected: AgendaItem.Urgency =
      days < 0 ? .overdue : days == 0 ? .today : days == 1 ? .tomorrow : days <= 7 ? .week : .later
    #expect(item(.request, inDays: days).urgency(on: Self.today) == expected)
  }

  @Test func remindersBeginOnTheirDayAndStayUntilItIsOver() {
    func reminded(_ kind: AgendaItem.Kind, needs: Bool = true) -> [Int] {
      (-2...31).filter { item(kind, inDays: $0, needs: needs).isReminded(on: Self.today) }
    }
    #expect(reminded(.appointment) == [0, 1])
    #expect(reminded(.request) == [-2, -1, 0, 1, 2, 3])
    #expect(reminded(.document) == Array(-2...30))
    #expect(reminded(.decision, needs: false) == [])
  }
}

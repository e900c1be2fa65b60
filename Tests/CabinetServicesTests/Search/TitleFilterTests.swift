import Testing

@testable import CabinetServices

@Suite struct TitleFilterTests {
  private func marks(_ query: String, _ title: String) -> [String]? {
    TitleFilter(query).marks(in: title)?.map { String(title[$0]) }
  }

  @Test func wordsAreFoundByTheirBeginningsInEitherLayout() {
    #expect(marks("", "Родился ребёнок") == [])
    #expect(marks("реб", "Родился ребёнок") == ["реб"])
    #expect(marks("ребе род", "Родился ребёнок") == ["Род", "ребё"])
    #expect(marks("hjl", "Родился ребёнок") == ["Род"])
    #expect(marks("ИЩКТ", "A child is born") == ["born"])
    #expect(marks("одился", "Родился ребёнок") == nil)
    #expect(marks("родился кот", "Родился ребёнок") == nil)
    #expect(marks("?!", "Родился ребёнок") == [])
  }
}

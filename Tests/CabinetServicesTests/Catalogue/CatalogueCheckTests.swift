import Cabinet
import Testing

@testable import CabinetServices

@Suite struct CatalogueCheckTests {
  private let today = CabinetClock.demonstrationStart.day

  @Test(arguments: [
    "2021-01-14", "2021-01-15", "2021-04-30", "2020-12-31", "2021-02-28", "2024-02-29",
    "2021-05-01",
  ])
  func theCatalogueIsSoundOnAnyDay(date: String) throws {
    let today = try #require(Day(date))
    #expect(CatalogueCheck(Fixtures.catalogue, today: today).findings() == [])
  }
}

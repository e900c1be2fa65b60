import Cabinet
import Testing

@testable import CabinetServices

@Suite struct CatalogueFilesTests {
  static let fixtures =
    #filePath.split(separator: "/").dropLast(4)
    .reduce("") { $0 + "/" + $1 } + "/Fixtures"

  @Test func everyFileOfTheCatalogueIsSound() {
    let catalogue = CatalogueFiles.load(Self.fixtures + "/catalogue")
    #expect(catalogue.damages == [])
    #expect(catalogue.services.count >= 24)
  }
}

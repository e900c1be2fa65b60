import Testing

@testable import Cabinet

@Suite struct LabResultTests {
  static func result(_ value: String, _ low: String?, _ high: String?) throws -> LabResult {
    LabResult(
      analyte: "a", title: "А", titleEn: "A", value: try #require(Quantity(value)), unit: "г/л",
      low: try low.map { try #require(Quantity($0)) },
      high: try high.map { try #require(Quantity($0)) })
  }

  @Test func limitsBelongToTheRange() throws {
    #expect(try Self.result("4.1", "4.1", "5.9").standing == .within)
    #expect(try Self.result("5.9", "4.1", "5.9").standing == .within)
    #expect(try Self.result("4.099", "4.1", "5.9").standing == .below)
    #expect(try Self.result("5.901", "4.1", "5.9").standing == .above)
  }

  @Test func rangesMayBeOpen() throws {
    #expect(try Self.result("100", nil, "5.2").standing == .above)
    #expect(try Self.result("0", nil, "5.2").standing == .within)
    #expect(try Self.result("18", "30", nil).standing == .below)
    #expect(try Self.result("18", nil, nil).standing == .unknown)
    #expect(try Self.result("18", nil, "5.2").range == Phrase("до 5,2", "up to 5.2"))
    #expect(try Self.result("18", "30", nil).range == Phrase("от 30", "from 30"))
    #expect(try Self.result("18", "4.1", "5.9").range == Phrase("4,1–5,9", "4.1–5.9"))
  }
}

import Testing

@testable import Cabinet

@Suite struct QuantityTests {
  @Test(arguments: ["5.4", "0.4", "120", "-0.5", "0.001", "11.80", "999999999999"])
  func keepsWhatTheLaboratoryWrote(_ text: String) throws {
    let quantity = try #require(Quantity(text))
    #expect(quantity.text(.english).replacing("\u{2212}", with: "-") == text)
  }

  @Test(arguments: [
    "", ".", "5.", ".5", "5.4.3", "1e3", "٣", "5.4321", "1234567890123", "--1", "5 4",
  ])
  func refusesWhatIsNoNumber(_ text: String) {
    #expect(Quantity(text) == nil)
  }

  @Test func aCommaIsAPoint() throws {
    #expect(Quantity("5,4") == Quantity("5.40"))
    #expect(try #require(Quantity("5,4")).text(.russian) == "5,4")
  }

  @Test func ordersByValue() throws {
    let texts = ["-2", "-0.5", "0", "0.4", "4.0", "11.8"]
    let values = try texts.map { try #require(Quantity($0)) }
    #expect(values.shuffled().sorted() == values)
  }
}

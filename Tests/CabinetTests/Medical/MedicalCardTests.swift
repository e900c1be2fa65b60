import Testing

@testable import Cabinet

@Suite struct MedicalCardTests {
  static func document(
    _ id: String, _ day: String, _ content: MedicalDocument.Content, title: String = "Осмотр",
    diagnosis: MedicalDocument.Diagnosis? = nil
  ) throws -> MedicalDocument {
    MedicalDocument(
      id: id, day: try #require(Day(day)), title: title, titleEn: "", place: "ГП № 68",
      doctor: "Врач-Синтетический", speciality: "терапевт", diagnosis: diagnosis, passages: [],
      content: content)
  }

  static func glucose(_ value: String, unit: String = "ммоль/л") throws -> MedicalDocument.Content {
    .laboratory([
      LabResult(
        analyte: "glucose", title: "Глюкоза", titleEn: "Glucose",
        value: try #require(Quantity(value)), unit: unit, low: Quantity("4.1"),
        high: Quantity("5.9"))
    ])
  }

  static let today = Day(2021, 1, 14) ?? Day(ordinal: 0)

  @Test func whatIsToComeIsNotTold() throws {
    let card = MedicalCard(
      [
        try Self.document("a", "2021-01-15", .examination),
        try Self.document("b", "2021-01-14", .examination),
        try Self.document("c", "2019-01-14", .examination),
      ], on: Self.today)
    #expect(card.documents.map(\.id) == ["b", "c"])
  }

  @Test func aSearchNeverBetraysADiagnosis() throws {
    let card = MedicalCard(
      [
        try Self.document(
          "a", "2020-01-01", .examination, title: "Осмотр врачом-терапевтом: приём",
          diagnosis: .init(code: "I10", title: "Гипертензия", titleEn: "Hypertension"))
      ], on: Self.today)
    #expect(card.documents(matching: "ГИПЕРТЕНЗИЯ").isEmpty)
    #expect(card.documents(matching: "i10").isEmpty)
    #expect(card.documents(matching: "hypertension").isEmpty)
    #expect(card.documents(matching: "practitioner polyclinic 68").map(\.id) == ["a"])
    #expect(card.documents(matching: "прием 68").map(\.id) == ["a"])
    #expect(card.documents(matching: "").map(\.id) == ["a"])
  }

  @Test func valuesOfOneAnalyteMakeATrend() throws {
    let card = MedicalCard(
      [
        try Self.document("b", "2020-06-01", try Self.glucose("5.6")),
        try Self.document("a", "2020-01-01", try Self.glucose("5.1")),
        try Self.document("c", "2020-12-29", try Self.glucose("6.2")),
        try Self.document("d", "2019-01-01", try Self.glucose("92", unit: "мг/дл")),
      ], on: Self.today)
    let trend = try #require(card.trend(of: "glucose"))
    #expect(trend.points.map(\.document) == ["a", "b", "c"])
    #expect(trend.direction == .up)
    #expect(trend.span == Quantity(thousandths: 4100)...Quantity(thousandths: 6200))
    #expect(card.trends.count == 2)
    #expect(card.trend(of: "nothing") == nil)
  }

  @Test func noticesTellTheLatestValueOnly() throws {
    let card = MedicalCard(
      [
        try Self.document("a", "2020-01-01", try Self.glucose("7.0")),
        try Self.document("b", "2020-06-01", try Self.glucose("5.0")),
      ], on: Self.today)
    #expect(card.notices == [])
  }

  @Test func prescriptionsAreToldBeforeTheyRunOut() throws {
    func notices(until: String, dispensed: String? = nil) throws -> [MedicalCard.Notice] {
      let prescription = Prescription(
        medicine: "", medicineEn: "", dosage: "", dosageEn: "", until: try #require(Day(until)),
        dispensedOn: dispensed.flatMap { Day($0) })
      return MedicalCard(
        [try Self.document("p", "2020-12-28", .prescription(prescription))], on: Self.today
      ).notices
    }
    #expect(try notices(until: "2021-01-13").isEmpty)
    #expect(try notices(until: "2021-01-29").isEmpty)
    #expect(try notices(until: "2021-01-28").count == 1)
    #expect(try notices(until: "2021-01-28", dispensed: "2021-01-02").isEmpty)
    guard case .prescriptionExpires(_, 0) = try #require(try notices(until: "2021-01-14").first)
    else {
      Issue.record("the last day is a day left of none")
      return
    }
  }
}

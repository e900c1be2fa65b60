import Testing

@testable import Cabinet
@testable import CabinetServices

@Suite struct CompletenessTests {
  private static let report = CatalogueCheck(
    Fixtures.catalogue, today: Resident.start.day
  ).report()

  @Test func theCatalogueIsCompleteByItsOwnMeasure() {
    #expect(Self.report.thousandths >= 980)
    #expect(Self.report.scores.count == Fixtures.catalogue.services.count)
    #expect(Self.report.fieldSets >= 300)
    #expect(Self.report.withRules >= 120)
    #expect(Self.report.wordsTenths <= Readability.limit * 10)
  }

  @Test func theWeakestComeFirstAndSayWhatIsMissing() {
    let scores = Self.report.scores.map(\.thousandths)
    #expect(scores == scores.sorted())
    for score in Self.report.scores {
      #expect(score.missing.isEmpty == (score.thousandths == 1000), "\(score.service)")
      #expect(Set(score.standings.keys) == Set(ServiceAction.allCases))
    }
  }

  @Test func whoTakesMoneyOrVisitorsWithoutAWayIsMarkedDown() throws {
    let water = try #require(Self.report.scores.first { $0.service == "water-connection" })
    #expect(water.missing.map(\.action) == [.appointment, .payment])
    let free = try #require(Self.report.scores.first { $0.service == "hunting-licence" })
    #expect(free.standings[.payment] == .notNeeded && free.thousandths == 1000)
    let lookup = try #require(Self.report.scores.first { $0.service == "air-quality" })
    #expect(lookup.standings[.appointment] == .notNeeded)
  }

  /// A catalogue of one service that has all, the booking and the payment that it needs.
  private static func catalogue(_ spoil: (inout Service) -> Void = { _ in }) -> Catalogue {
    var service = Resident.make("whole", formVersion: 1)
    service.agency = "a"
    service.summary = "Даёт образец."
    service.summaryEn = "Gives a sample."
    service.basis = "образец"
    service.audience = Audience(who: ["все"], rules: [], open: true)
    service.results = [ServiceResult(title: "образец", form: .electronic, delivery: [.cabinet])]
    service.steps = (1...3).map { ProcedureStep(title: "шаг \($0)", who: .office, term: nil) }
    service.legalActs = [LegalAct(title: "акт", number: nil, date: nil, clause: nil)]
    service.documents = [
      RequiredDocument(
        id: "d", title: "документ", supplier: .agency, source: nil, field: nil, required: true,
        note: nil)
    ]
    service.appeal.to = ["начальнику"]
    service.fee = Fee(kind: .duty, amount: 35_000, service: "pay")
    spoil(&service)
    var booking = Resident.make("visit", formVersion: 1)
    booking.kind = .booking
    var payment = Resident.make("pay", formVersion: 1)
    payment.kind = .payment
    return Catalogue(
      services: [service, booking, payment],
      agencies: [.init(id: "a", title: "", titleEn: "", visit: "visit")], categories: [],
      lifeSituations: [], selfAssessment: SelfAssessment(rating: "pay"))
  }

  private func judged(_ catalogue: Catalogue) -> Completeness? {
    CatalogueCheck(catalogue, today: Resident.start.day).report().scores
      .first { $0.service == "whole" }
  }

  @Test func aWholeServiceScoresAll() {
    #expect(judged(Self.catalogue())?.thousandths == 1000)
  }

  @Test func eachActionIsLostWithWhatItDemands() {
    let vectors: [(ServiceAction, (inout Service) -> Void)] = [
      (.information, { $0.documents = [] }), (.information, { $0.steps.removeLast() }),
      (.information, { $0.fee = Fee(kind: .uncertain, service: "pay") }),
      (.information, { $0.term = Term(value: nil, unit: .uncertain) }),
      (.appointment, { $0.agency = "b" }),
      (.request, { $0.regulation.refusal[0].when = .all([]) }),
      (.payment, { $0.fee.service = nil }), (.payment, { $0.fee.service = "visit" }),
      (.payment, { $0.fee.service = "nothing" }),
      (.result, { $0.results[0].delivery = [] }), (.result, { $0.regulation.grant = "" }),
      (.appeal, { $0.appeal.to = [] }),
    ]
    for (action, spoil) in vectors {
      let score = judged(Self.catalogue(spoil))
      #expect(score?.missing.map(\.action).contains(action) == true, "\(action)")
      #expect((score?.thousandths ?? 1000) < 1000, "\(action)")
    }
  }

  @Test func theServiceCentreThatHandsOutTheResultTakesVisitors() {
    var catalogue = Self.catalogue {
      $0.agency = "b"
      $0.results[0].delivery = [.mfc]
    }
    #expect(judged(catalogue)?.standings[.appointment] != .provided)
    catalogue = Catalogue(
      services: catalogue.services,
      agencies: [.init(id: "mfc", title: "", titleEn: "", visit: "visit")],
      categories: [], lifeSituations: [], selfAssessment: catalogue.selfAssessment)
    #expect(judged(catalogue)?.standings[.appointment] == .provided)
  }

  @Test func weightsWeighAndNothingToWeighIsFound() {
    func score(_ weights: [ServiceAction: Int]) -> Int? {
      let plain = Self.catalogue { $0.fee.service = nil }
      return judged(
        Catalogue(
          services: plain.services, agencies: plain.agencies, categories: [], lifeSituations: [],
          selfAssessment: SelfAssessment(weights: weights, rating: "pay")))?.thousandths
    }
    #expect(score([:]) == 888)
    #expect(score([.payment: 0]) == 1000)
    #expect(score([.payment: 8]) == 500)
    let none = Dictionary(uniqueKeysWithValues: ServiceAction.allCases.map { ($0, 0) })
    let catalogue = Catalogue(
      services: [], agencies: [.init(id: "a", title: "", titleEn: "", visit: "nothing")],
      categories: [], lifeSituations: [],
      selfAssessment: SelfAssessment(weights: none, rating: "nothing"))
    let findings = CatalogueCheck(catalogue, today: Resident.start.day).findings().map(\.reason)
    #expect(findings.contains("the weights of the self-assessment leave nothing to weigh"))
    #expect(findings.contains("no service nothing to rate by"))
    #expect(findings.contains("the visit of a, nothing, is no booking"))
  }

  @Test func fieldsOfSharedListsAreNoFieldsOfAServicesOwn() {
    let service = Resident.service
    let shared = service.form.fields.filter { $0.id != "kind" }
    let catalogue = Catalogue(
      services: [service], agencies: [], categories: [], lifeSituations: [], sharedFields: shared)
    #expect(catalogue.ownFields(service) == ["kind:choice"])
  }
}

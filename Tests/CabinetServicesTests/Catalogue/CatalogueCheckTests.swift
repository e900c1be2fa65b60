import Testing

@testable import Cabinet
@testable import CabinetServices

@Suite struct CatalogueCheckTests {
  @Test(arguments: [
    "2021-01-14", "2021-04-30", "2020-12-31", "2021-02-28", "2024-02-29", "2021-05-01",
  ])
  func theCatalogueIsSoundOnAnyDay(date: String) throws {
    let today = try #require(Day(date))
    #expect(CatalogueCheck(Fixtures.catalogue, today: today).findings() == [])
  }

  /// A service without fault, to be spoiled.
  private static let sound: Service = {
    var service = Resident.make("sound", formVersion: 1)
    service.category = "c"
    service.agency = "a"
    service.summary = "Даёт образец."
    service.summaryEn = "Gives a sample."
    service.basis = "образец"
    service.audience.who = ["все"]
    service.audience.open = true
    service.results = [ServiceResult(title: "образец", form: .electronic, delivery: [.cabinet])]
    service.steps = [ProcedureStep(title: "шаг", who: .office, term: nil)]
    service.legalActs = [LegalAct(title: "акт", number: nil, date: nil, clause: nil)]
    service.appeal.to = ["начальнику"]
    return service
  }()

  private func reasons(_ spoil: (inout Service) -> Void) -> [String] {
    var service = Self.sound
    spoil(&service)
    let catalogue = Catalogue(
      services: [service], agencies: [.init(id: "a", title: "", titleEn: "")],
      categories: [.init(id: "c", title: "", titleEn: "")], lifeSituations: [])
    return CatalogueCheck(catalogue, today: Resident.start.day).findings().map(\.reason)
  }

  @Test func aSoundServiceHasNoFindings() {
    #expect(reasons { _ in } == [])
  }

  @Test func referencesThatLeadNowhereAreFound() {
    let nowhere = Condition.test(.field("nothing.birthDate"), .equals("x"))
    let vectors: [((inout Service) -> Void, String)] = [
      ({ $0.agency = "x" }, "no agency x"), ({ $0.category = "x" }, "no category x"),
      ({ $0.lifeSituations = ["x"] }, "no life situation x"),
      (
        { $0.form.steps[0].fields.append($0.form.steps[0].fields[0]) },
        "two fields of the form have one id"
      ),
      (
        { $0.form.steps[0].fields[0].when = nowhere },
        "surname speaks of a field nothing.birthDate that is not there"
      ),
      (
        { $0.regulation.refusal[0].when = nowhere },
        "1080.1 speaks of a field nothing.birthDate that is not there"
      ),
      (
        { $0.regulation.suspension = .init(when: nowhere, text: "", days: 1) },
        "the suspension speaks of a field nothing.birthDate that is not there"
      ),
      (
        { $0.regulation.clarifications[0].fields = ["x"] },
        "a clarification asks for a missing field x"
      ),
      (
        {
          $0.documents = [
            RequiredDocument(
              id: "d", title: "", supplier: .applicant, source: nil, field: "x", required: true,
              note: nil)
          ]
        }, "document d: no field x"
      ),
      ({ $0.regulation.refusal[0].ground = "1080.9" }, "no ground 1080.9"),
      (
        { $0.regulation.acceptance[0].ground = "1080.1" },
        "registration cannot be refused on the ground 1080.1"
      ),
      (
        { $0.regulation.refusal[0].ground = "1030.4" },
        "the service cannot be refused on the ground 1030.4"
      ),
      ({ $0.regulation.formCode = "12345" }, "the form code 12345 is not six digits"),
      ({ $0.regulation.formCode = "٠١٢٣٤٥" }, "the form code ٠١٢٣٤٥ is not six digits"),
      (
        { $0.regulation.refusal[0].when = .test(.profile("sex"), .equals("f")) },
        "1080.1 speaks of the profile (sex), which the office does not see"
      ),
      (
        { $0.form.steps[0].fields[0].when = .test(.register("debt"), .equals("1")) },
        "surname speaks of the register debt, which only the office sees"
      ),
    ]
    for (spoil, reason) in vectors { #expect(reasons(spoil).contains(reason), "\(reason)") }
  }

  @Test func missingAndHeavyTextsAreFound() {
    let vectors: [((inout Service) -> Void, String)] = [
      ({ $0.title = " " }, "title is empty"), ({ $0.titleEn = "" }, "titleEn is empty"),
      ({ $0.summary = "" }, "summary is empty"), ({ $0.summaryEn = "" }, "summaryEn is empty"),
      ({ $0.basis = "" }, "basis is empty"), ({ $0.audience.who = [] }, "audience is empty"),
      ({ $0.results = [] }, "results is empty"), ({ $0.steps = [] }, "steps is empty"),
      ({ $0.legalActs = [] }, "legalActs is empty"), ({ $0.appeal.to = [] }, "appeal is empty"),
      ({ $0.form.steps[0].fields[0].titleEn = "" }, "titleEn of surname is empty"),
      ({ $0.form.steps[0].fields[1].options?[0].titleEn = "" }, "titleEn of kind/good is empty"),
      (
        { $0.summary = String(repeating: "слово ", count: 21) },
        "the summary has more than 20 words a sentence"
      ),
    ]
    for (spoil, reason) in vectors { #expect(reasons(spoil) == [reason]) }
    #expect(
      reasons { $0.acceptanceRefusals = [] }.contains("acceptanceRefusals is empty"))
  }

  @Test func aServiceThatNobodyCanGetIsFound() {
    let none = "no valid answers were found to which the regulation has no objection"
    #expect(reasons { $0.regulation.refusal[0].when = .all([]) } == [none])
    #expect(reasons { $0.form.steps[0].fields[1].options = [] }.contains("kind has no options"))
    #expect(reasons { $0.form.steps[0].fields[1].options = [] }.contains(none))
  }

  @Test func aFormCodeBelongsToOneService() {
    var other = Self.sound
    other.id = "other"
    let catalogue = Catalogue(
      services: [Self.sound, other], agencies: [.init(id: "a", title: "", titleEn: "")],
      categories: [.init(id: "c", title: "", titleEn: "")], lifeSituations: [])
    let findings = CatalogueCheck(catalogue, today: Resident.start.day).findings()
    #expect(
      findings == [.init(service: "other", reason: "the form code 010101 belongs to sound too")])
  }

  /// Windows that only a value between two edges passes, each on a field of its own.
  @Test func sampleAnswersFindTheWayThroughNarrowWindows() throws {
    var service = Self.sound
    func field(_ id: String, _ type: FieldType) -> FormField {
      FormField(id: id, type: type, title: id, titleEn: id, required: true)
    }
    service.form.steps[0].fields += [
      field("born", .date), field("on", .date), field("count", .number), field("other", .text),
    ]
    func bad(_ field: String, _ predicate: Condition.Predicate) -> Regulation.Check {
      .init(when: .test(.field(field), predicate), ground: "1080.1", note: "")
    }
    service.regulation.refusal += [
      bad("born", .ageBelow(37)), bad("born", .ageAtLeast(38)),
      bad("on", .daysAheadAtMost(12)), bad("on", .daysAheadAtLeast(14)),
      bad("count", .atMost(776)), bad("count", .atLeast(778)),
      bad("child.birthDate", .ageBelow(3)), bad("child.birthDate", .ageAtLeast(4)),
      .init(when: .not(.test(.field("child.sex"), .equals("m"))), ground: "1080.1", note: ""),
      .init(when: .not(.test(.field("other"), .equals("пароль"))), ground: "1080.1", note: ""),
      // Two answers that must change together.
      .init(
        when: .any([
          .all([
            .test(.field("kind"), .equals("good")), .not(.test(.field("sum"), .atLeast(4_000_000))),
          ]),
          .all([
            .test(.field("sum"), .atLeast(4_000_000)), .not(.test(.field("kind"), .equals("good"))),
          ]),
        ]), ground: "1080.1", note: ""),
    ]
    let answers = try #require(
      SampleAnswers(service: service, today: Resident.start.day).find())
    #expect(answers["count"] == .text("777") && answers["on"] == .text("2021-01-27"))
    #expect(answers["other"] == .text("пароль"))
  }
}

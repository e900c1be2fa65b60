import Testing

@testable import Cabinet
@testable import CabinetServices

@Suite struct RuleCheckTests {
  private static let questions = [
    question("birthDate", .date), question("oms", .choice), question("child.count", .number),
    question("sex", .choice, options: ["f", "m"]),
  ]

  private static func question(
    _ id: String, _ type: FieldType, options: [String]? = nil,
    acts: [ScreenerQuestion.Act]? = nil, granted: [String]? = nil
  ) -> ScreenerQuestion {
    ScreenerQuestion(
      id: id, type: type, title: "т", titleEn: "t", label: "я", labelEn: "l",
      options: options?.map { .init(id: $0, title: $0, titleEn: $0) }, acts: acts,
      granted: granted)
  }

  private func reasons(_ conditions: [Condition], open: Bool? = nil) -> [String] {
    var service = Resident.service
    service.audience = Audience(
      who: ["все"],
      rules: conditions.map { EligibilityRule(title: "п", titleEn: "r", condition: $0) }, open: open
    )
    let catalogue = Catalogue(
      services: [service], agencies: [], categories: [], lifeSituations: [],
      questions: Self.questions)
    return CatalogueCheck(catalogue, today: Resident.start.day).rules(service)
  }

  private func test(_ path: String, _ predicate: Condition.Predicate) -> Condition {
    .test(.profile(path), predicate)
  }

  @Test func soundRulesHaveNoFindings() {
    let sound: [Condition] = [
      test("birthDate", .ageAtLeast(18)), test("oms", .isEmpty(false)),
      test("child.count", .atLeast(3)), test("sex", .equals("f")), test("oms", .equals("true")),
      .any([test("sex", .oneOf(["m"])), test("birthDate", .ageBelow(99))]),
      .not(test("birthDate", .daysAheadAtLeast(-184))),
    ]
    for condition in sound { #expect(reasons([condition]) == [], "\(condition)") }
    #expect(reasons([], open: true) == [])
  }

  @Test func rulesThatCannotBeJudgedAreFound() {
    let vectors: [(Condition, String)] = [
      (test("shoeSize", .equals("40")), "the rule п: no question asks for shoeSize"),
      (.test(.field("kind"), .equals("x")), "the rule п speaks of more than the profile"),
      (.test(.register("debt"), .atLeast(1)), "the rule п speaks of more than the profile"),
      (test("sex", .ageAtLeast(18)), "the rule п: sex is no date"),
      (test("sex", .equals("x")), "the rule п: x is no answer"),
      (test("sex", .oneOf([])), "the rule п: oneOf names nothing"),
      (test("birthDate", .equals("x")), "the rule п: birthDate is no choice"),
      (test("birthDate", .ageAtLeast(0)), "the rule п: 0 is out of bounds"),
      (test("birthDate", .ageBelow(121)), "the rule п: 121 is out of bounds"),
      (test("birthDate", .daysAheadAtMost(4000)), "the rule п: 4000 is out of bounds"),
      (test("child.count", .atMost(100)), "the rule п: 100 is out of bounds"),
      (test("sex", .isEmpty(false)), "the rule п: sex is not a yes or no"),
      (test("oms", .fileKindNotIn(["pdf"])), "the rule п: no rule may ask this"),
    ]
    for (condition, reason) in vectors { #expect(reasons([condition]) == [reason]) }
  }

  @Test func rulesThatNobodyOrEverybodyMeetsAreFound() {
    let never = [test("birthDate", .ageAtLeast(18)), test("birthDate", .ageBelow(14))]
    #expect(reasons(never) == ["nobody can meet all rules"])
    let always = Condition.any([test("sex", .equals("f")), .not(test("sex", .equals("f")))])
    #expect(reasons([always]) == ["the rule п holds for everybody"])
    #expect(reasons([]) == ["there are no rules, and it is not open to all"])
    #expect(
      reasons([test("sex", .equals("f"))], open: true) == ["it is open to all, yet has rules"])
  }

  @Test func questionsAreCheckedToo() {
    func reasons(_ questions: [ScreenerQuestion]) -> [String] {
      let catalogue = Catalogue(
        services: [], agencies: [], categories: [], lifeSituations: [], questions: questions)
      return CatalogueCheck(catalogue, today: Resident.start.day).questionFindings().map(\.reason)
    }
    #expect(reasons(Self.questions) == [])
    #expect(reasons([Self.questions[0], Self.questions[0]]) == ["two questions have one id"])
    #expect(
      reasons([Self.question("a", .text)]) == ["a question takes a date, a number or a choice"])
    let act = ScreenerQuestion.Act(value: "maybe", title: "т", titleEn: "t", service: "x")
    #expect(
      reasons([Self.question("a", .choice, acts: [act], granted: ["y"])])
        == ["an act leads to maybe, which is no answer", "no service x", "no service y"])
  }
}

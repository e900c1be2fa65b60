import Testing

@testable import Cabinet

@Suite struct KnowledgeTests {
  private typealias S = EligibilitySamples

  @Test func pathsAreRead() {
    #expect(FactPath("birthDate").kind == nil)
    #expect(FactPath("birthDate").key == "birthDate")
    #expect(FactPath("child.birthDate").kind == .child)
    #expect(FactPath("child.birthDate").key == "birthDate")
    #expect(FactPath("child.birthDate").isOfOneThing)
    #expect(FactPath("child").kind == .child && !FactPath("child").isOfOneThing)
    #expect(!FactPath("child.count").isOfOneThing)
    #expect(FactPath("unemployed").kind == nil)
  }

  @Test func anAnswerGoesBeforeTheProfile() {
    var knowledge = Knowledge(profile: S.profile(["birthDate": "2010-01-01"]))
    let path = FactPath("birthDate")
    #expect(knowledge.fact(path)?.source == .profile)
    knowledge = knowledge.answering(path, .text("1979-03-04"))
    #expect(knowledge.fact(path) == .init(.text("1979-03-04"), from: .answer))
    #expect(knowledge.answering(path, nil).fact(path)?.source == .profile)
  }

  @Test func anAnswerAboutAChildIsOfThatChildAlone() {
    var knowledge = Knowledge(
      profile: S.profile([:], children: ["2013-01-01", "2015-01-01"]), things: [.child: "child-2"])
    let path = FactPath("child.inMoscow")
    knowledge = knowledge.answering(path, .text("true"))
    #expect(knowledge.fact(path)?.value == .text("true"))
    knowledge.things[.child] = "child-1"
    #expect(knowledge.fact(path) == nil)
    knowledge.things[.child] = ""
    #expect(knowledge.fact(FactPath("child.birthDate")) == nil)
  }

  @Test func aCountInTheProfileIsTheLeast() {
    let many = S.test("child.count", .atLeast(3))
    let few = S.test("child.count", .atMost(1))
    func truths(_ count: Int) -> [Bool?] {
      let children = Array(repeating: "2013-01-01", count: count)
      let knowledge = Knowledge(profile: S.profile([:], children: children))
      return [many, few].map { $0.truth(knowledge, on: Samples.today) }
    }
    #expect(truths(0) == [nil, nil])
    #expect(truths(1) == [nil, nil])
    #expect(truths(2) == [nil, false])
    #expect(truths(3) == [true, false])
    let told = Knowledge(profile: S.profile([:], children: ["2013-01-01"]))
      .answering(FactPath("child.count"), .text("1"))
    #expect([many, few].map { $0.truth(told, on: Samples.today) } == [false, true])
    #expect(S.assess([many], children: ["2013-01-01"]).missing == [FactPath("child.count")])
  }

  @Test func havingAThingIsKnownFromTheProfileOrByAnswer() {
    let has = S.test("child", .isEmpty(false))
    #expect(S.assess([has]).verdict == .unknown)
    #expect(S.assess([has], children: ["2013-01-01"]).verdict == .yes)
    let none = Knowledge(profile: Profile()).answering(FactPath("child"), .text("false"))
    #expect(S.assess([has], none).verdict == .no)
    #expect(S.assess([S.test("child", .isEmpty(true))], none).verdict == .yes)
    let policy = S.test("oms", .isEmpty(false))
    #expect(S.assess([policy], ["oms": "7756020845000016"]).verdict == .yes)
  }

  @Test func theChildThatComesOffBestIsToldOf() {
    let window = [
      S.test("child.birthDate", .ageAtLeast(3)), S.test("child.birthDate", .ageBelow(7)),
    ]
    let both = S.assess(window, children: ["2010-01-01", "2016-01-01"])
    #expect(both.verdict == .yes && both.things == [.child: "child-2"])
    #expect(both.reasons[0].facts.map(\.thing?.id) == ["child-2"])
    let later = S.assess(window, children: ["2010-01-01", "2019-05-05", "2020-05-05"])
    #expect(later.verdict == .notYet && later.things == [.child: "child-2"])
    #expect(later.nearest?.day == Day(2022, 5, 5))
    let chosen = Knowledge(
      profile: S.profile([:], children: ["2010-01-01", "2016-01-01"]), things: [.child: "child-1"])
    #expect(S.assess(window, chosen).verdict == .no)
  }

  @Test func aChildThatTheProfileDoesNotHoldIsTriedOnceItWasToldOf() {
    let small = [S.test("child.birthDate", .ageBelow(7))]
    var knowledge = Knowledge(profile: S.profile([:], children: ["2010-01-01"]))
    #expect(S.assess(small, knowledge).verdict == .no)
    knowledge.answers[FactPath("child.birthDate"), thing: ""] = .text("2020-01-01")
    #expect(S.assess(small, knowledge).verdict == .yes)
    #expect(S.assess(small, knowledge).things == [.child: ""])
  }

  @Test func aGrantedServiceProvesItsFact() {
    let permit = S.test("permit", .equals("true"))
    #expect(S.assess([permit]).verdict == .unknown)
    let proof = Knowledge(
      profile: Profile(), proven: ["permit": .init(.text("true"), from: .application("1/21"))])
    let assessment = S.assess([permit], proof)
    #expect(assessment.verdict == .yes)
    #expect(assessment.reasons[0].facts.map(\.fact.source) == [.application("1/21")])
  }
}

@Suite struct CalendarSpanTests {
  @Test(arguments: [
    ("2021-01-14", "2021-03-04", "1 месяц и 18 дней", "1 month and 18 days"),
    ("2021-01-14", "2021-01-15", "1 день", "1 day"),
    ("2021-01-14", "2021-02-14", "1 месяц", "1 month"),
    ("2021-01-14", "2022-01-14", "1 год", "1 year"),
    ("2021-01-14", "2022-03-20", "1 год и 2 месяца", "1 year and 2 months"),
    ("2021-01-31", "2021-02-28", "1 месяц", "1 month"),
    ("2020-02-29", "2021-02-28", "1 год", "1 year"),
    ("2021-01-14", "2043-01-20", "22 года", "22 years"),
    ("2021-01-14", "2021-01-14", "0 дней", "0 days"),
    ("2021-01-14", "2020-01-14", "0 дней", "0 days"),
  ])
  func spansAreToldInTheirTwoGreatestUnits(
    from: String, to: String, russian: String, english: String
  ) throws {
    let words = CalendarSpan(from: try Samples.day(from), to: try Samples.day(to)).inWords
    #expect(words.ru.replacing("\u{A0}", with: " ") == russian)
    #expect(words.en.replacing("\u{A0}", with: " ") == english)
  }

  /// Over four years, day by day: the span added to the start never passes the end and misses it by nothing.
  @Test func aSpanLeadsFromItsStartToItsEnd() throws {
    for start in ["2019-12-31", "2020-02-29", "2021-01-14"].compactMap({ Day($0) }) {
      for days in 0..<1500 {
        let end = start.adding(days: days)
        let span = CalendarSpan(from: start, to: end)
        let months = start.adding(months: span.years * 12 + span.months)
        #expect(months.adding(days: span.days) == end)
        #expect((0...11).contains(span.months) && (0...30).contains(span.days))
      }
    }
  }
}

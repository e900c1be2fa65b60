import Testing

@testable import Cabinet

@Suite struct ConditionTests {
  private func holds(
    _ predicate: Condition.Predicate, _ answer: Answer?, others: [String: Answer] = [:]
  ) -> Bool {
    var answers = others
    answers["f"] = answer
    return Condition.test(.field("f"), predicate)
      .holds(.init(today: Samples.today, answers: answers))
  }

  @Test func whatIsNotKnownFailsEveryTestButIsEmpty() {
    let predicates: [Condition.Predicate] = [
      .equals(""), .oneOf([""]), .ageAtLeast(-1000), .ageBelow(1000), .atLeast(.min), .atMost(.max),
      .daysAheadAtLeast(.min), .daysAheadAtMost(.max), .differsFrom("g"),
      .pictureBelow(width: .max, height: .max), .fileKindNotIn([]),
    ]
    let unknown: [Answer?] = [nil, .text(""), .text(" \n"), .values([]), .files([])]
    for answer in unknown {
      for predicate in predicates {
        #expect(!holds(predicate, answer, others: ["g": .text("x")]), "\(predicate)")
      }
      #expect(holds(.isEmpty(true), answer))
      #expect(!holds(.isEmpty(false), answer))
    }
    #expect(holds(.isEmpty(false), .flag(false)), "no is an answer")
  }

  @Test func equalityComparesEveryValueOfAnAnswer() {
    #expect(holds(.equals("a"), .text("a")))
    #expect(!holds(.equals("a"), .text("b")))
    #expect(holds(.equals("true"), .flag(true)))
    #expect(holds(.equals("b"), .values(["a", "b"])))
    #expect(holds(.oneOf(["x", "b"]), .values(["a", "b"])))
    #expect(!holds(.oneOf([]), .text("a")))
    #expect(holds(.equals("child-1"), .reference(.init(id: "child-1", title: "", facts: [:]))))
  }

  @Test func ageTurnsOnTheBirthday() throws {
    // Today is 14.01.2021.
    let birthdays: [(String, Int)] = [
      ("2003-01-14", 18), ("2003-01-15", 17), ("2003-01-13", 18), ("2004-02-29", 16),
      ("2021-01-14", 0), ("1900-01-01", 121),
    ]
    for (date, age) in birthdays {
      for years in 0...130 {
        #expect(holds(.ageAtLeast(years), .text(date)) == (age >= years), "\(date) \(years)")
        #expect(holds(.ageBelow(years), .text(date)) == (age < years), "\(date) \(years)")
      }
    }
    #expect(!holds(.ageAtLeast(0), .text("сегодня")))
    #expect(!holds(.ageBelow(99), .text("2021-13-01")))
  }

  @Test func numbersAreComparedWithBothBounds() {
    for number in -5...5 {
      for bound in -5...5 {
        #expect(holds(.atLeast(bound), .text(String(number))) == (number >= bound))
        #expect(holds(.atMost(bound), .text(String(number))) == (number <= bound))
      }
    }
    #expect(!holds(.atLeast(0), .text("много")))
    #expect(!holds(.atLeast(0), .text("99999999999999999999999999")))
  }

  @Test func daysAheadCountFromToday() {
    for offset in -10...10 {
      let date = Samples.today.adding(days: offset).description
      for bound in -10...10 {
        #expect(holds(.daysAheadAtLeast(bound), .text(date)) == (offset >= bound))
        #expect(holds(.daysAheadAtMost(bound), .text(date)) == (offset <= bound))
      }
    }
  }

  @Test func differsNeedsBothAnswers() {
    #expect(holds(.differsFrom("g"), .text("a"), others: ["g": .text("b")]))
    #expect(!holds(.differsFrom("g"), .text("a"), others: ["g": .text("a")]))
    #expect(!holds(.differsFrom("g"), .text("a")))
    #expect(!holds(.differsFrom("g"), .text("a"), others: ["g": .text(" ")]))
  }

  @Test func filesAreJudgedByKindAndPixels() {
    let small = Samples.file(kind: "png", width: 100, height: 500)
    let large = Samples.file(kind: "jpg", width: 300, height: 400)
    #expect(holds(.pictureBelow(width: 300, height: 400), .files([large, small])))
    #expect(!holds(.pictureBelow(width: 300, height: 400), .files([large])))
    #expect(!holds(.pictureBelow(width: 300, height: 400), .files([Samples.file()])))
    #expect(!holds(.pictureBelow(width: 300, height: 400), .text("фото")))
    #expect(holds(.fileKindNotIn(["jpg"]), .files([large, small])))
    #expect(!holds(.fileKindNotIn(["jpg", "png"]), .files([large, small])))
  }

  @Test func pathsReachIntoReferencesTheProfileAndTheRegisters() {
    let child = Answer.reference(
      .init(id: "child-1", title: "Пётр", facts: ["birthDate": "2013-09-02"]))
    let facts = Condition.Facts(
      today: Samples.today, answers: ["child": child, "a.b": .text("plain")],
      profile: Profile(values: ["surname": "А", "name": "Б", "sex": ""]),
      register: ["debt": "2"])
    func holds(_ subject: Condition.Subject, _ predicate: Condition.Predicate) -> Bool {
      Condition.test(subject, predicate).holds(facts)
    }
    #expect(holds(.field("child.birthDate"), .ageBelow(8)))
    #expect(holds(.field("child.plate"), .isEmpty(true)))
    #expect(holds(.field("child"), .equals("child-1")))
    #expect(holds(.field("nobody.birthDate"), .isEmpty(true)))
    #expect(holds(.field("a.b"), .equals("plain")))
    #expect(holds(.field("."), .isEmpty(true)))
    #expect(holds(.profile("fullName"), .equals("А Б")))
    #expect(holds(.profile("sex"), .isEmpty(true)))
    #expect(holds(.register("debt"), .atLeast(2)))
    #expect(holds(.register("unknown"), .isEmpty(true)))
  }

  @Test func joinsFollowLogic() {
    let yes = Condition.all([])
    let no = Condition.any([])
    let facts = Condition.Facts(today: Samples.today, answers: [:])
    for (first, second) in [(yes, yes), (yes, no), (no, yes), (no, no)] {
      let (a, b) = (first == yes, second == yes)
      #expect(Condition.all([first, second]).holds(facts) == (a && b))
      #expect(Condition.any([first, second]).holds(facts) == (a || b))
      #expect(Condition.not(first).holds(facts) == !a)
    }
  }

  @Test func subjectsAreCollectedFromEveryPart() {
    let condition = Condition.all([
      .any([.test(.field("a"), .differsFrom("b")), .test(.profile("p"), .equals("1"))]),
      .not(.test(.register("r"), .atLeast(1))),
    ])
    #expect(condition.subjects == [.field("a"), .field("b"), .profile("p"), .register("r")])
  }
}

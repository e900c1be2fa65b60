import Testing

@testable import Cabinet

@Suite struct FormTests {
  /// Who asks for a delivery is asked where to, and who names a post office is asked for its index.
  private let form = Samples.form([
    Samples.field(.choice, id: "way", required: true, options: ["post", "self"]),
    Samples.field(
      .choice, id: "place", required: true, options: ["home", "office"],
      when: .test(.field("way"), .equals("post"))),
    Samples.field(
      .number, id: "index", required: true, when: .test(.field("place"), .equals("office"))),
    Samples.field(.text, id: "note", when: .test(.field("way"), .isEmpty(false))),
  ])

  private func visible(_ answers: [String: Answer]) -> [String] {
    form.visibleFields(answers, profile: Profile(), today: Samples.today).map(\.id)
  }

  @Test func aHiddenAnswerHidesWhatDependsOnIt() {
    let all: [String: Answer] = [
      "way": .text("post"), "place": .text("office"), "index": .text("101 000"),
      "note": .text(" да "),
    ]
    #expect(visible(all) == ["way", "place", "index", "note"])
    var changed = all
    changed["way"] = .text("self")
    #expect(visible(changed) == ["way", "note"])
    #expect(
      form.hiddenAnswers(changed, profile: Profile(), today: Samples.today).map(\.id)
        == ["place", "index"])
    #expect(
      form.sent(changed, profile: Profile(), today: Samples.today)
        == ["way": .text("self"), "note": .text("да")])
    #expect(form.problems(changed, profile: Profile(), today: Samples.today) == [])
    #expect(visible([:]) == ["way"])
  }

  @Test func whatIsSentIsCanonicalAndLeavesOutWhatIsEmpty() {
    let sent = form.sent(
      [
        "way": .text("post"), "place": .text("office"), "index": .text("101 000"),
        "note": .text("  "), "stranger": .text("x"),
      ], profile: Profile(), today: Samples.today)
    #expect(
      sent == ["way": .text("post"), "place": .text("office"), "index": .text("101000")])
  }

  @Test func problemsComeInTheOrderOfTheForm() {
    let problems = form.problems(
      ["way": .text("post"), "place": .text("office"), "index": .text("x")],
      profile: Profile(), today: Samples.today)
    #expect(problems.map(\.field) == ["index"])
    #expect(
      form.problems([:], profile: Profile(), today: Samples.today).map(\.field) == ["way"])
  }

  @Test func conditionsJudgeTheCanonicalFormOfWhatWasTyped() {
    // The office sees kopecks and ISO dates; the form must show what follows from the same.
    let form = Samples.form([
      Samples.field(.money, id: "sum"),
      Samples.field(.text, id: "rich", when: .test(.field("sum"), .atLeast(150_000))),
      Samples.field(.number, id: "count"),
      Samples.field(.text, id: "many", when: .test(.field("count"), .atLeast(1000))),
      Samples.field(.date, id: "birth"),
      Samples.field(.text, id: "adult", when: .test(.field("birth"), .ageAtLeast(18))),
    ])
    func visible(_ answers: [String: Answer]) -> [String] {
      form.visibleFields(answers, profile: Profile(), today: Samples.today).map(\.id)
    }
    #expect(
      visible(["sum": .text("1 500,00"), "count": .text("1 000"), "birth": .text("4.3.1979")])
        == ["sum", "rich", "count", "many", "birth", "adult"])
    #expect(visible(["sum": .text("1499")]) == ["sum", "count", "birth"])
  }

  @Test func fieldsAreFoundById() {
    #expect(form.field("index")?.type == .number)
    #expect(form.field("nothing") == nil)
    #expect(form.fields.map(\.id) == ["way", "place", "index", "note"])
  }
}

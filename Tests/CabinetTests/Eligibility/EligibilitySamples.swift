@testable import Cabinet

/// Rules, questions and people to judge.
enum EligibilitySamples {
  static func rule(_ condition: Condition) -> EligibilityRule {
    EligibilityRule(title: "правило", titleEn: "rule", condition: condition)
  }

  static func test(_ path: String, _ predicate: Condition.Predicate) -> Condition {
    .test(.profile(path), predicate)
  }

  static let adult = test("birthDate", .ageAtLeast(18))
  static let moscow = test("registeredInMoscow", .equals("true"))

  static let questions: [ScreenerQuestion] = [
    question("birthDate", .date), question("sex", .choice), question("child.birthDate", .date),
    question("child.count", .number), question("pet", .choice), question("pet.chip", .choice),
    question(
      "registeredInMoscow", .choice,
      acts: [.init(value: "true", title: "после регистрации", titleEn: "once registered")]),
    question(
      "role", .choice,
      acts: [
        .init(value: "trader", title: "как предприниматель", titleEn: "as a trader"),
        .init(value: "company", title: "от организации", titleEn: "for a company"),
      ]),
    question(
      "permit", .choice,
      acts: [.init(value: "true", title: "с разрешением", titleEn: "with a permit")]),
  ]

  static func question(
    _ id: String, _ type: FieldType, acts: [ScreenerQuestion.Act]? = nil
  ) -> ScreenerQuestion {
    ScreenerQuestion(
      id: id, type: type, title: id, titleEn: id, label: id, labelEn: id, acts: acts)
  }

  static func assess(
    _ conditions: [Condition], _ knowledge: Knowledge, on today: Day = Samples.today
  ) -> Assessment {
    Audience(who: [], rules: conditions.map(rule)).assess(knowledge, today: today) { path in
      questions.first { $0.id == path.text }
    }
  }

  static func assess(
    _ conditions: [Condition], _ values: [String: String] = [:],
    children: [String] = [], on today: Day = Samples.today
  ) -> Assessment {
    assess(conditions, Knowledge(profile: profile(values, children: children)), on: today)
  }

  /// A profile of these values, with a child for each date of birth.
  static func profile(_ values: [String: String], children: [String] = []) -> Profile {
    Profile(
      values: values,
      objects: children.enumerated().map {
        Profile.Object(
          id: "child-\($0 + 1)", kind: .child, facts: ["name": "Дитя", "birthDate": $1])
      })
  }
}

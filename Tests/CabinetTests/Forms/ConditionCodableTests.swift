import FoundationEssentials
import Testing

@testable import Cabinet

@Suite struct ConditionCodableTests {
  static let everyForm: [Condition] = [
    .all([]), .any([.test(.field("a"), .equals("b"))]), .not(.all([])),
    .test(.field("a.b"), .equals("x")), .test(.profile("p"), .oneOf(["x", "y"])),
    .test(.register("r"), .isEmpty(true)), .test(.field("a"), .isEmpty(false)),
    .test(.field("a"), .ageAtLeast(18)), .test(.field("a"), .ageBelow(-1)),
    .test(.field("a"), .atLeast(.min)), .test(.field("a"), .atMost(.max)),
    .test(.field("a"), .daysAheadAtLeast(-3)), .test(.field("a"), .daysAheadAtMost(3)),
    .test(.field("a"), .differsFrom("b")), .test(.field("a"), .pictureBelow(width: 1, height: 2)),
    .test(.field("a"), .fileKindNotIn([])),
    .all([.any([.not(.test(.field("a"), .equals("b")))]), .test(.register("r"), .atMost(0))]),
  ]

  @Test(arguments: everyForm) func everyFormRoundTrips(condition: Condition) throws {
    let data = try JSONEncoder().encode(condition)
    #expect(try JSONDecoder().decode(Condition.self, from: data) == condition)
  }

  @Test(arguments: [
    (#"{}"#, "one of"),
    (#"{"equals":"a"}"#, "one of"),
    (#"{"field":"a"}"#, "one predicate"),
    (#"{"field":"a","equal":"b"}"#, "no key equal"),
    (#"{"field":"a","equals":"b","note":"c"}"#, "no key note"),
    (#"{"field":"a","equals":"b","atLeast":1}"#, "one predicate"),
    (#"{"field":"a","profile":"b","equals":"c"}"#, "one of"),
    (#"{"all":[],"any":[]}"#, "alone"),
    (#"{"not":{"all":[]},"field":"a","equals":"b"}"#, "alone"),
    (#"{"field":"a","pictureBelow":[1]}"#, "width"),
    (#"{"field":"a","pictureBelow":[1,2,3]}"#, "width"),
  ])
  func whatIsNoConditionIsRefusedWithAReason(text: String, reason: String) {
    do {
      let condition = try JSONDecoder().decode(Condition.self, from: Data(text.utf8))
      Issue.record("\(text) was read as \(condition)")
    } catch {
      #expect("\(error)".contains(reason), "\(error)")
    }
  }

  @Test(arguments: [
    #"{"field":1,"equals":"b"}"#, #"{"field":"a","ageAtLeast":"18"}"#, #"{"all":{}}"#, "[]", "7",
    #"{"field":"a","equals":null}"#, #"{"any":[{"field":"a"}]}"#,
  ])
  func valuesOfAnotherTypeAreRefused(text: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Condition.self, from: Data(text.utf8))
    }
  }
}

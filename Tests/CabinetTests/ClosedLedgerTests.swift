import FoundationEssentials
import Testing

@testable import Cabinet

@Suite struct ClosedLedgerTests {
  /// An application with a title that holds all the signs that could end it.
  private static func application(_ id: String) throws -> Application {
    let json = """
      {"id":"\(id)","number":"9990-9000001-067101-0000001/21","service":"hunting-permit",
      "title":"Т","titleEn":"Permit\\t\\"1\\"","shortTitle":"Разрешение\\n№ 1","formVersion":1,
      "term":{"value":5,"unit":"workingDays"},"answers":{},"questions":[]}
      """
    let submission = try JSONDecoder().decode(Submission.self, from: Data(json.utf8))
    return Application(submission: submission, at: Timestamp(seconds: 1_610_000_000))
  }

  private static func summary(_ id: String) throws -> ApplicationSummary {
    ApplicationSummary(try application(id))
  }

  @Test func theClosedThatChangedLastStayWithTheOpenOnes() throws {
    var state = CabinetState()
    // The first was sent before all others and decided after them; the last is open.
    for (id, decidedAt) in [("first", 90), ("a", 10), ("b", 20), ("c", 30), ("open", nil)] {
      var application = try Self.application(id)
      if let decidedAt {
        application.history.append(
          StatusEvent(
            .submissionFailed, at: Timestamp(seconds: 1_610_000_000 + decidedAt), by: .office))
      }
      state.applications.append(application)
    }
    let all = state.summaries
    state.compact(keeping: 2)
    #expect(state.applications.map(\.id) == ["first", "c", "open"])
    #expect(state.closed.summaries.map(\.id) == ["a", "b"])
    #expect(state.summaries == all)
    state.compact(keeping: 2)
    #expect(state.closed.count == 2)
  }

  @Test func whatIsAddedIsReadBack() throws {
    var ledger = ClosedLedger()
    let ids = ["a", "ab", "b-1"]
    for id in ids { ledger.append(try Self.summary(id)) }
    #expect(ledger.count == 3 && ledger.summaries.map(\.id) == ids)
    #expect(ledger.summaries == (try ids.map { try Self.summary($0) }))
    for id in ids { #expect(ledger.contains(id)) }
    for id in ["", "b", "1", "abc", "9990-9000001-067101-0000001/21"] {
      #expect(!ledger.contains(id))
    }
    let kept = try JSONDecoder().decode(ClosedLedger.self, from: JSONEncoder().encode(ledger))
    #expect(kept == ledger)
  }

  @Test func theSignsBetweenLinesNeedNoEscapeInJSON() throws {
    var ledger = ClosedLedger()
    ledger.append(try Self.summary("a"))
    ledger.append(try Self.summary("b"))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let text = String(decoding: try encoder.encode(ledger), as: UTF8.self)
    // Two titles with a tab, a line break and two quotation marks each.
    #expect(text.count { $0 == "\\" } == 2 * 4)
  }

  @Test func oneThatComesToLifeLeaves() throws {
    var ledger = ClosedLedger()
    for id in ["a", "ab", "b"] { ledger.append(try Self.summary(id)) }
    ledger.remove("a")
    #expect(!ledger.contains("a") && ledger.contains("ab") && ledger.contains("b"))
    #expect(ledger.count == 2 && ledger.summaries.map(\.id) == ["ab", "b"])
  }
}

import FoundationEssentials
import Testing

@testable import Cabinet

@Suite struct ClosedLedgerTests {
  private func summary(_ id: String, title: String = "Услуга") -> ApplicationSummary {
    var application = Samples.application(id, through: [.delivered, .registrationRefused])
    application.submission.shortTitle = title
    application.submission.titleEn = title
    return ApplicationSummary(application)
  }

  @Test(arguments: [
    "Услуга", "", "таб\tв\tтитуле", "строка\nещё", "возврат\r", "\r\n", "\u{301}знак", "\\t", "\\",
    "конец\\", "🏛\u{FE0F}", "\u{2028}", "\0",
  ])
  func anyTitleIsKeptAsItIs(title: String) {
    var ledger = ClosedLedger()
    let summaries = [summary("a1", title: title), summary("a2", title: title), summary("a3")]
    for summary in summaries { ledger.append(summary) }
    #expect(ledger.summaries == summaries)
    #expect(ledger.count == 3)
    #expect(ledger.contains("a1") && ledger.contains("a2") && ledger.contains("a3"))
    ledger.remove("a2")
    #expect(ledger.summaries == [summaries[0], summaries[2]])
  }

  @Test func idsAreFoundWholeOnly() {
    var ledger = ClosedLedger()
    #expect(!ledger.contains("") && !ledger.contains("a"))
    for id in ["ab", "aab", "b"] { ledger.append(summary(id)) }
    for id in ["ab", "aab", "b"] { #expect(ledger.contains(id)) }
    for id in ["a", "aa", "abb", "", "Услуга", "\n", "b\t", "ab\t"] {
      #expect(!ledger.contains(id), "\(id)")
    }
    ledger.remove("a")
    #expect(ledger.count == 3)
    ledger.remove("ab")
    #expect(!ledger.contains("ab") && ledger.contains("aab") && ledger.count == 2)
  }

  @Test func twoThousandAreListedFoundAndRoundTrip() throws {
    var state = CabinetState()
    for index in 0..<2_020 {
      var application = Samples.application(
        "a\(index)", through: [.delivered, .registrationRefused])
      application.submittedAt = Samples.moment.adding(seconds: index)
      state.applications.append(application)
    }
    state.compact(keeping: 20)
    #expect(state.applications.count == 20 && state.closed.count == 2_000)
    #expect(state.closed.contains("a0") && state.closed.contains("a1999"))
    #expect(!state.closed.contains("a2000"))
    let data = try JSONEncoder().encode(state)
    let read = try JSONDecoder().decode(CabinetState.self, from: data)
    #expect(read == state)
    #expect(read.summaries.count == 2_020)
  }

  @Test func linesThatAreNoSummariesArePassedOver() throws {
    let text = #"{"text":"garbage\n\t\t\t\t\t\t\t\t\na\tb\n","count":3}"#
    let ledger = try JSONDecoder().decode(ClosedLedger.self, from: Data(text.utf8))
    #expect(ledger.summaries.isEmpty)
  }
}

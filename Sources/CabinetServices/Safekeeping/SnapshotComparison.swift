import Cabinet

extension CabinetState {
  /// Whether this state, which may keep closed applications as summaries, is what a fold came to that
  /// keeps all of them whole.
  func isSame(as fold: CabinetState) -> Bool {
    let whole = Dictionary(fold.applications.map { ($0.id, $0) }) { first, _ in first }
    let summaries = closed.summaries
    guard applications.count + summaries.count == fold.applications.count,
      applications.allSatisfy({ whole[$0.id] == $0 }),
      summaries.allSatisfy({ summary in
        whole[summary.id].map { ClosedLedger.read(ApplicationSummary($0)) == summary } ?? false
      })
    else { return false }
    return withoutApplications == fold.withoutApplications
  }

  private var withoutApplications: CabinetState {
    var state = self
    state.applications = []
    state.closed = ClosedLedger()
    return state
  }
}

extension ClosedLedger {
  /// A summary as it comes back from a ledger.
  fileprivate static func read(_ summary: ApplicationSummary) -> ApplicationSummary? {
    var ledger = ClosedLedger()
    ledger.append(summary)
    return ledger.summaries.first
  }
}

import StoreTorture
import Testing

/// Whole lives of stores on simulated machines; `make torture` leads twenty times as many.
@Suite struct TortureTests {
  /// The same in every run, so that a failure here is one that the change at hand has brought.
  static let seed: UInt64 = 2021

  @Test func fiftyThousandCrashStates() async {
    let campaign = Campaign(seed: Self.seed, states: 50_000, workers: 2)
    let (tally, breaches) = await campaign.run()
    #expect(breaches.isEmpty, "\(breaches.map(\.description))")
    #expect(tally.total >= 50_000)
    #expect(tally.recoveries >= 10_000)
    for kind in [
      "power cut alone", "crash", "EIO once", "ENOSPC once", "EROFS once", "EDQUOT once",
      "EINTR once", "short transfer",
    ] {
      #expect(tally.states[kind] ?? 0 > 100, "\(kind)")
    }
  }

  /// What cannot fail proves nothing: each careless way of writing is found out.
  @Test(arguments: Carelessness.allCases) func carelessWritingIsFoundOut(
    _ way: Carelessness
  ) async {
    var settings = Life.Settings()
    settings.carelessness = way
    settings.failsFlushes = way == .retriedSync
    // It stops where it is found. What takes two failures one after the other is rare, so that its seed is one
    // that comes to them soon.
    let isRare = way == .noRewrite
    let campaign = Campaign(
      seed: isRare ? 2 : Self.seed, states: isRare ? 100_000 : 50_000, workers: 2,
      settings: settings)
    let (_, breaches) = await campaign.run()
    #expect(!breaches.isEmpty)
  }

  @Test func aSeedBreaksTheSamePromiseAgain() async throws {
    var settings = Life.Settings()
    settings.carelessness = .noSync
    let campaign = Campaign(seed: Self.seed, states: 50_000, workers: 1, settings: settings)
    let breach = try #require(await campaign.run().breaches.first)
    let again = #expect(throws: Breach.self) {
      try Life(seed: breach.seed, settings: settings).run()
    }
    #expect(again?.description == breach.description)
  }
}

import Cabinet

/// Lives of stores, one after the other on each core, until enough states were examined.
public struct Campaign: Sendable {
  /// The seed from which the seed of each life follows.
  public var seed: UInt64
  /// How many states to examine at least.
  public var states: Int
  /// How many lives to lead at once.
  public var workers: Int
  /// What each life is given.
  public var settings: Life.Settings

  /// Plans a campaign.
  public init(seed: UInt64, states: Int, workers: Int, settings: Life.Settings = .init()) {
    self.seed = seed
    self.states = states
    self.workers = max(1, workers)
    self.settings = settings
  }

  /// Runs it; a worker stops at the first promise that it finds broken.
  public func run() async -> (tally: Tally, breaches: [Breach]) {
    let share = (states + workers - 1) / workers
    return await withTaskGroup(of: (Tally, Breach?).self) { group in
      for worker in 0..<workers {
        group.addTask { work(worker, states: share) }
      }
      var tally = Tally()
      var breaches: [Breach] = []
      for await (part, breach) in group {
        tally += part
        if let breach { breaches.append(breach) }
      }
      return (tally, breaches.sorted { $0.seed < $1.seed })
    }
  }

  /// What one core does: lives `worker`, `worker + workers`, … of the campaign.
  private func work(_ worker: Int, states: Int) -> (Tally, Breach?) {
    var tally = Tally()
    var number = UInt64(worker)
    while tally.total < states {
      var seeds = SplitMix64(state: seed &+ number &* 0xD1B5_4A32_D192_ED03)
      let life = Life(seed: seeds.next(), settings: settings)
      do throws(Breach) { try life.run() } catch {
        tally += life.tally
        return (tally, error)
      }
      tally += life.tally
      number += UInt64(workers)
    }
    return (tally, nil)
  }
}

import ArgumentParser
import Cabinet
import Glibc
import StoreTorture

/// Lets stores live on simulated machines until enough crash states were examined.
struct CrashesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crashes",
    abstract: "Examine crash states on a simulated disk, on every core.")

  @Option(help: "How many states to examine at least.")
  var states = 1_000_000

  @Option(help: "The seed from which all lives follow; the clock's where not given.")
  var seed: UInt64?

  @Option(help: "Live the one life of this seed again and tell it call by call.")
  var replay: String?

  @Option(help: "Write carelessly, to prove that it is found.")
  var careless: Carelessness?

  func validate() throws {
    if states < 1 { throw ValidationError("--states takes a number from 1") }
    if let replay, Self.number(replay) == nil {
      throw ValidationError("--replay takes a seed such as 0x1f, not \(replay)")
    }
  }

  private static func number(_ text: String) -> UInt64? {
    text.hasPrefix("0x") ? UInt64(text.dropFirst(2), radix: 16) : UInt64(text)
  }

  func run() async throws {
    var settings = Life.Settings()
    settings.carelessness = careless
    if let replay = replay.flatMap({ Self.number($0) }) {
      settings.tellsCalls = true
      try tell(Life(seed: replay, settings: settings))
      return
    }
    let seed = seed ?? UInt64(truncatingIfNeeded: Clock.now)
    print("seed \(seed), \(Clock.cores) cores")
    let campaign = Campaign(seed: seed, states: states, workers: Clock.cores, settings: settings)
    let start = Clock.now
    let (tally, breaches) = await campaign.run()
    report(tally, milliseconds: max(1, (Clock.now - start) / 1_000_000))
    for breach in breaches {
      print("BROKEN \(breach)")
      let way = careless.map { " --careless \($0.rawValue)" } ?? ""
      print("  again: kabinet-torture crashes\(way) --replay 0x\(String(breach.seed, radix: 16))")
    }
    if !breaches.isEmpty { throw ExitCode(1) }
  }

  private func tell(_ life: Life) throws {
    do throws(Breach) {
      try life.run()
      print("Nothing was lost in \(life.tally.total) states.")
    } catch {
      for line in error.story { print(line) }
      print("BROKEN \(error)")
      throw ExitCode(1)
    }
  }

  private func report(_ tally: Tally, milliseconds: Int) {
    for (kind, count) in tally.states.sorted(by: { ($0.value, $1.key) > ($1.value, $0.key) }) {
      print("\(String(repeating: " ", count: max(0, 10 - String(count).count)))\(count)  \(kind)")
    }
    print(
      "\(tally.total) states, \(tally.recoveries) of them after a fault or a crash of a recovery; "
        + "\(tally.trials) lives; \(tally.calls) calls; "
        + "\(tally.total * 1000 / milliseconds) states/s")
  }
}

extension Carelessness: ExpressibleByArgument {}

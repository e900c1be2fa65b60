import CabinetServices
import Glibc

/// All about the store: `kabinet-bench store [RESIDENTS RECORDS]`.
enum StoreBench {
  static func run(_ words: [String]) throws -> Bool {
    guard let fixtures = FixturesLocation.find(environment: environment) else {
      throw Subject.Trouble(description: "the Fixtures folder is missing")
    }
    let place = try Workplace()
    var scale = ScaleBench(place: place, fixtures: fixtures)
    if words.count == 2, let residents = Int(words[0]), let records = Int(words[1]) {
      scale.residents = max(200, residents)
      scale.records = max(10, records)
    } else if !words.isEmpty {
      throw Options.Stop.usage("store takes no words, or the numbers of residents and of records")
    }
    let rows = try CommitBench(place: place).rows() + scale.rows()
    let heads = ["name", "ours", "peer", "ratio", "budget", "ok?"]
    print(table([heads] + rows.map(\.columns)))
    return rows.allSatisfy(\.isAcceptable)
  }

  /// The processes that the bench starts of itself; nil where the words mean something else.
  static func writer(_ words: [String]) throws -> Bool? {
    guard words.count == 3, let count = Int(words[2]) else { return nil }
    switch words[0] {
    case "commit": try StoreWriter.commit(words[1], count)
    case "append": try StoreWriter.append(words[1], count, isLocked: false)
    case "append-locked": try StoreWriter.append(words[1], count, isLocked: true)
    default: return nil
    }
    return true
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

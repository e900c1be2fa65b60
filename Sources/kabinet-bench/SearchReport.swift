import Cabinet
import CabinetServices
import Glibc
import PseudoTerminal

/// The search beside `fzf --filter` over the same titles: what is found, and how fast.
struct SearchReport {
  /// The greatest that may be of a keystroke, in milliseconds.
  private static let budget = (catalogue: 1.0, generated: 16.0)
  private static let generated = 100_000

  private let fixtures: String
  private let catalogue: Catalogue
  private let vocabulary: SearchVocabulary
  private let queries: [SearchQuery]

  /// Reads the catalogue and the queries.
  init?() {
    guard
      let fixtures = FixturesLocation.find(environment: { getenv($0).map { String(cString: $0) } })
    else { return nil }
    self.fixtures = fixtures
    catalogue = CatalogueFiles.load(fixtures + "/catalogue")
    vocabulary = SearchVocabulary.load(fixtures: fixtures)
    queries = SearchQuery.read(fixtures + "/search/queries.tsv")
  }

  /// Prints the report; 1 where a figure is beyond its budget, 2 where there is no catalogue.
  ///
  /// - Parameter isQuick: true to tell only what is found, which needs no release build.
  static func run(isQuick: Bool) -> Int32 {
    guard let report = SearchReport() else { return 2 }
    if isQuick {
      report.printShares(ServiceSearch(report.catalogue, vocabulary: report.vocabulary))
      return 0
    }
    return report.print() ? 0 : 1
  }

  /// Prints the report.
  ///
  /// - Returns: true where all is within its budget.
  func print() -> Bool {
    let listing = timed { _ = ServiceDirectory.load(fixtures + "/catalogue") }
    let decoding = timed { _ = CatalogueFiles.load(fixtures + "/catalogue") }
    var index = Series()
    for _ in 0..<9 { index.add(timed { _ = ServiceSearch(catalogue, vocabulary: vocabulary) }) }
    Swift.print("services: \(catalogue.services.count), queries: \(queries.count)")
    Swift.print("reading the list of services, ms: \(short(listing))")
    Swift.print("decoding all cards, ms: \(short(decoding))")
    Swift.print("building the index, ms, median: \(short(index.median ?? 0))")
    let search = ServiceSearch(catalogue, vocabulary: vocabulary)
    printShares(search)
    let many = Catalogue(
      services: GeneratedServices.make(Self.generated, from: catalogue.services),
      agencies: catalogue.agencies, categories: catalogue.categories,
      lifeSituations: catalogue.lifeSituations)
    let small = measure("catalogue", catalogue, search, every: 1, most: Self.budget.catalogue)
    let large = measure(
      "\(Self.generated) services", many, ServiceSearch(many, vocabulary: vocabulary), every: 7,
      most: Self.budget.generated)
    return small && large
  }

  private func printShares(_ search: ServiceSearch) {
    var rows = [["kind", "queries", "rank 1", "rank 3", "rank 5"]]
    var kinds: [String] = []
    for query in queries where !kinds.contains(query.kind) { kinds.append(query.kind) }
    var misses: [String] = []
    for kind in kinds + ["all"] {
      let asked = queries.filter { kind == "all" || $0.kind == kind }
      let ranks = asked.map { $0.rank(search) }
      func share(_ most: Int) -> String {
        let held = ranks.count { ($0 ?? .max) <= most }
        return short(100 * Double(held) / Double(max(1, asked.count))) + " %"
      }
      rows.append([kind, "\(asked.count)", share(1), share(3), share(5)])
      if kind != "all" {
        for (query, rank) in zip(asked, ranks) where rank != 1 {
          let first = search.matches(query.text).prefix(3).map(\.service.id)
          misses.append(
            "  \(query.text) (\(kind)): \(rank.map { "\($0)" } ?? "–"), "
              + "not \(query.expected.joined(separator: "|")) but \(first.joined(separator: " "))")
        }
      }
    }
    Swift.print(table(rows))
    Swift.print("not first:\n" + misses.joined(separator: "\n"))
  }

  /// Times each keystroke of the queries, and the peer on some of them.
  private func measure(
    _ name: String, _ catalogue: Catalogue, _ search: ServiceSearch, every step: Int, most: Double
  ) -> Bool {
    let keystrokes = queries.flatMap { query in
      (1...max(1, query.text.count)).map { String(query.text.prefix($0)) }
    }
    var ours = Series()
    var slowest = (time: 0.0, text: "")
    for text in stride(from: 0, to: keystrokes.count, by: step).map({ keystrokes[$0] }) {
      var best = Double.infinity
      // The better of two, since others use this machine too.
      for _ in 0..<2 { best = min(best, timed { _ = search.matches(text).count }) }
      ours.add(best)
      if best > slowest.time { slowest = (best, text) }
    }
    var peer = Series()
    if let fuzzy = FuzzyFinder(catalogue.services.map { $0.title }) {
      for text in stride(from: 0, to: keystrokes.count, by: max(1, keystrokes.count / 40)) {
        if let time = fuzzy.time(keystrokes[text]) { peer.add(time) }
      }
    } else {
      Swift.print("fzf is not installed, so there is nothing to compare with")
    }
    let p99 = ours.percentile(99) ?? 0
    let verdict = p99 <= most ? "ok" : "OVER"
    Swift.print(
      "\(name), ms a keystroke: p50 \(precise(ours.median)), p99 \(precise(p99)), "
        + "most \(precise(slowest.time)) (\(slowest.text)), budget p99 \(short(most)): \(verdict); "
        + "fzf --filter: p50 \(precise(peer.median)), p99 \(precise(peer.percentile(99)))")
    return p99 <= most
  }

  private func precise(_ value: Double?) -> String {
    guard let value else { return "–" }
    let micros = Int((value * 1000).rounded())
    let rest = "\(micros % 1000)"
    return "\(micros / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}

/// Runs the body and tells how many milliseconds it took.
func timed(_ body: () throws -> Void) rethrows -> Double {
  var before = timespec()
  var after = timespec()
  clock_gettime(CLOCK_MONOTONIC, &before)
  try body()
  clock_gettime(CLOCK_MONOTONIC, &after)
  return Double(after.tv_sec - before.tv_sec) * 1e3
    + Double(after.tv_nsec - before.tv_nsec) / 1e6
}

/// A query and the services any of which was meant by it.
struct SearchQuery {
  var text: String
  var expected: [String]
  var kind: String

  /// Reads `query TAB id,id TAB kind` a line.
  static func read(_ path: String) -> [SearchQuery] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t").map(String.init)
      guard parts.count == 3 else { return nil }
      return SearchQuery(
        text: parts[0], expected: parts[1].split(separator: ",").map(String.init), kind: parts[2])
    }
  }

  /// The rank of the first expected service, from 1.
  func rank(_ search: ServiceSearch) -> Int? {
    search.matches(text).firstIndex { expected.contains($0.service.id) }.map { $0 + 1 }
  }
}

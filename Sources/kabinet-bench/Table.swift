import PseudoTerminal

/// One figure of both programs and what it may be.
struct Row {
  /// What a budget says of a figure.
  enum Verdict: String {
    case ok
    case over = "OVER"
    case unmeasured = "NOT MEASURED"
    case unjudged = "no peer"
    case free = "–"
  }

  let name: String
  let ours: Double?
  let peer: Double?
  let budget: String
  let verdict: Verdict

  /// - Parameters:
  ///   - most: The most it may be, in the figure's own unit; nil for no such bound.
  ///   - ratio: The most it may be of the peer's figure.
  init(
    _ name: String, _ ours: Double?, _ peer: Double?, most: Double? = nil, ratio: Double? = nil
  ) {
    self.name = name
    self.ours = ours
    self.peer = peer
    budget = [most.map { "≤ \(short($0))" }, ratio.map { "≤ \(short($0)) × peer" }]
      .compactMap(\.self).joined(separator: ", ")
    if most == nil, ratio == nil {
      verdict = .free
    } else if let ours {
      let bounds = [most, ratio.flatMap { ratio in peer.map { $0 * ratio } }].compactMap(\.self)
      let isWithin = bounds.allSatisfy { ours <= $0 }
      verdict = !isWithin ? .over : ratio != nil && peer == nil ? .unjudged : .ok
    } else {
      verdict = .unmeasured
    }
  }

  /// False where the figure breaks its budget or could not be had.
  var isAcceptable: Bool { verdict != .over && verdict != .unmeasured }

  var columns: [String] {
    var ratio = "–"
    if let ours, let peer, peer > 0 { ratio = short(ours / peer) }
    return [
      name, ours.map(short) ?? "–", peer.map(short) ?? "–", ratio, budget.isEmpty ? "–" : budget,
      verdict.rawValue,
    ]
  }
}

/// At most two digits after the point.
func short(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let fraction = hundredths % 100
  if fraction == 0 { return "\(hundredths / 100)" }
  return "\(hundredths / 100)." + (fraction < 10 ? "0\(fraction)" : "\(fraction)")
}

/// The rows with their columns aligned.
func table(_ rows: [[String]]) -> String {
  guard let first = rows.first else { return "" }
  let widths = first.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
  return rows.map { row in
    zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      .joined(separator: " | ")
  }.joined(separator: "\n")
}

/// The figures beside each other, with the budgets of the design.
func rows(ours: Figures, peer: Figures?) -> [Row] {
  func row(
    _ name: String, most: Double? = nil, ratio: Double? = nil, _ value: (Figures) -> Double?
  ) -> Row {
    Row(name, value(ours), peer.flatMap(value), most: most, ratio: ratio)
  }
  return [
    row("first complete frame, ms, median", ratio: 1) { $0.start.median },
    row("first frame, bytes, median") { $0.firstFrameBytes.median },
    row("key to last byte, ms, p50") { $0.latency.median },
    row("key to last byte, ms, p99", most: 2, ratio: 1) { $0.latency.percentile(99) },
    row("bytes per cursor move, median", most: 300) { $0.moveBytes.median },
    row("bytes per cursor move, p99") { $0.moveBytes.percentile(99) },
    row("bytes per move among services, median", most: 300) { $0.serviceBytes.median },
    row("bytes per move among appointments, median", most: 300) { $0.appointmentBytes.median },
    row("bytes of an identical redraw", most: 0) { Double($0.identicalBytes) },
    row("bytes while idle", most: 0) { Double($0.idleBytes) },
    row("memory of a session, PSS, KiB", most: 4608) { $0.memory.map { Double($0.proportional) } },
    row("memory of a session, RSS, KiB", most: 20_480) { $0.memory.map { Double($0.resident) } },
  ]
}

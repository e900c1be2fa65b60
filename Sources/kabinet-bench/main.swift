import Glibc
import PseudoTerminal

/// Starts both programs by turns, so that a busy moment of the machine meets both, then measures each.
private func measure(_ options: Options) throws -> Bool {
  let place = try Workplace()
  let store = "\(place.path)/store"
  let ours = Subject(
    name: "kabinet", program: options.kabinet,
    arguments: options.arguments ?? ["demo", "--store", store], directory: nil,
    environment: place.environment)
  let peer = try place.subject(options.peer)

  if options.arguments == nil {
    try place.seed(store, with: options.kabinet, applications: options.applications)
  }
  // The first start folds the journal and warms the caches of both.
  _ = try ours.start()
  _ = try peer?.start()
  var figures = Figures()
  var peerFigures = Figures()
  for round in 1...options.starts {
    let isLast = round == options.starts
    let start = try ours.start()
    figures.start.add(start.milliseconds)
    figures.firstFrameBytes.add(Double(start.bytes))
    if isLast {
      try figures.measure(ours, start.terminal, options: options)
      if options.arguments == nil {
        try figures.measureLists(ours, start.terminal, options: options)
      }
    }
    if let peer {
      let start = try peer.start()
      peerFigures.start.add(start.milliseconds)
      peerFigures.firstFrameBytes.add(Double(start.bytes))
      if isLast { try peerFigures.measure(peer, start.terminal, options: options) }
    }
  }
  let rows = rows(ours: figures, peer: peer == nil ? nil : peerFigures)
  let heads = ["name", "ours", peer.map { "peer: \($0.name)" } ?? "peer", "ratio", "budget", "ok?"]
  print(table([heads] + rows.map(\.columns)))
  return rows.allSatisfy(\.isAcceptable)
}

private func complain(_ text: String) {
  let bytes = Array("kabinet-bench: \(text)\n".utf8)
  write(STDERR_FILENO, bytes, bytes.count)
}

let words = CommandLine.arguments.dropFirst()
if words.first == "search" { exit(SearchReport.run(isQuick: words.contains("--found"))) }
do {
  let words = Array(CommandLine.arguments.dropFirst())
  if try StoreBench.writer(words) == true { exit(0) }
  if words.first == "booking" { exit(try BookingBench.run(Array(words.dropFirst())) ? 0 : 1) }
  if words.first == "store" { exit(try StoreBench.run(Array(words.dropFirst())) ? 0 : 1) }
  let options = try Options(Array(CommandLine.arguments.dropFirst()))
  exit(try measure(options) ? 0 : 1)
} catch Options.Stop.help {
  print(Options.help)
} catch Options.Stop.usage(let message) {
  complain("\(message)\n\(Options.help)")
  exit(2)
} catch {
  complain("\(error)")
  exit(1)
}

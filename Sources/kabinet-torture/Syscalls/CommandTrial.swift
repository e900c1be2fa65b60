import CabinetStore
import Glibc

/// One command, run again and again on the same store, each time with another injury.
final class CommandTrial {
  /// How many runs were tried, by what was done to them.
  private(set) var counts: [String: Int] = [:]
  /// The points at which a promise was broken, with what was wrong.
  private(set) var breaches: [(point: String, complaint: String)] = []

  private let command: MutatingCommand
  private let words: [String]
  private let kabinet: String
  private let environment: [String: String]
  private let scratch: Scratch
  /// The only point that is tried, and told; nil for all.
  private let point: String?
  private var old = StoreContent()
  private var source: StoreContent?
  private var clean: [CabinetStore.Stream: [String]] = [:]

  private var store: String { "\(scratch.path)/store" }
  private var base: String { "\(scratch.path)/base" }

  /// Makes the store on which the command is run.
  init(_ command: MutatingCommand, kabinet: String, fixtures: String, point: String?) throws {
    self.command = command
    self.kabinet = kabinet
    self.point = point
    scratch = try Scratch()
    let folder = scratch.path
    words = command.words.map { $0.replacing("DIR", with: folder) }
    environment = [
      "HOME": folder, "KABINET_STORE": "\(folder)/store", "KABINET_FIXTURES": fixtures,
      "LC_ALL": "C.UTF-8", "PATH": Files.path, "SWIFT_BACKTRACE": "enable=no",
    ]
    for (name, text) in MutatingCommand.files(fixtures: fixtures) {
      try Files.write("\(folder)/\(name)", text)
    }
    try prepare()
  }

  private func prepare() throws {
    switch command.base {
    case .nothing: return
    case .beside(let before):
      try perform(before, on: "\(scratch.path)/source")
      source = try StoreContent("\(scratch.path)/source")
      return
    case .demonstration(let before): try perform(before, on: store)
    case .torn:
      try perform([], on: store)
      try Program.demand(
        [
          "sh", "-c",
          """
          for journal in \(store)/residents/*/*/journal.jsonl; do
            tail -n 1 $journal | head -c 150 > \(scratch.path)/half; cat \(scratch.path)/half >> $journal
          done
          """,
        ])
    }
    try Program.demand(["cp", "-a", store, base])
    old = try StoreContent(base) ?? StoreContent()
  }

  /// Seeds a demonstration and does what is to be done before.
  private func perform(_ before: [[String]], on store: String) throws {
    for words in [["demo", "--seed-only"]] + before {
      var environment = environment
      environment["KABINET_STORE"] = store
      let done = try Program.run(
        [kabinet] + words.map { $0.replacing("DIR", with: scratch.path) },
        environment: environment)
      guard done.end == .exited(0) else {
        throw Program.Trouble(
          description: "\(words.joined(separator: " ")) before \(command.name): \(done.err)")
      }
    }
  }

  /// Runs it: once whole, then with every injury at every call, `most` of each kind at most.
  func run(most: Int) throws {
    try reset()
    let log = "\(scratch.path)/trace"
    let calls = CallTrace.names.joined(separator: ",")
    let whole = try Program.run(
      ["strace", "-f", "-y", "-qq", "-o", log, "-e", "trace=\(calls)", kabinet] + words,
      environment: environment)
    guard whole.end == .exited(0), let now = try StoreContent(store),
      let kinds = now.kinds(after: old), !kinds.isEmpty
    else {
      throw Program.Trouble(
        description: "\(command.name), unharmed: \(whole.end) \(whole.out) \(whole.err)")
    }
    clean = kinds
    let sizes = Files.sizes(in: store)
    let places = CallTrace(Files.text(log), folder: store).places
    for injury in Injury.allCases {
      for place in CommandTrial.evenly(places, most) {
        try attempt(injury.name, "\(injury.name) at \(place.name) \(place.number)") {
          [
            "strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e",
            "trace=\(place.name)", "-e", injury.option(at: place), kabinet,
          ]
        }
      }
    }
    try shortWrites(sizes, most: most)
  }

  /// How many sizes of a file are tried as the largest that there may be.
  private static let limits = 8

  /// Lets files not grow beyond a size: a write moves what fits, the next one is refused or kills.
  ///
  /// The sizes are those at which something that this command writes is cut.
  private func shortWrites(_ sizes: [String: Int], most: Int) throws {
    let before = Files.sizes(in: base)
    var limits: Set<Int> = []
    for (path, size) in sizes where before[path] != size {
      let start = path.hasSuffix("journal.jsonl") ? before[path] ?? 0 : 0
      limits.formUnion(CommandTrial.evenly(Array(start..<size), min(most, Self.limits)))
    }
    for limit in limits.sorted() {
      try attempt("short write, then EFBIG", "files of \(limit) bytes at most") {
        ["env", "--ignore-signal=XFSZ", "prlimit", "--fsize=\(limit)", kabinet]
      }
      try attempt("short write, then kill", "killed beyond \(limit) bytes") {
        ["env", "--default-signal=XFSZ", "prlimit", "--fsize=\(limit)", "--core=0", kabinet]
      }
    }
  }

  /// So many of a list, spread over it.
  static func evenly<Item>(_ items: [Item], _ most: Int) -> [Item] {
    guard items.count > most, most > 0 else { return items }
    return (0..<most).map { items[$0 * items.count / most] }
  }

  private func reset() throws {
    try Program.demand(["rm", "-rf", store])
    if Files.size(base) != nil { try Program.demand(["cp", "-a", base, store]) }
  }

  private func attempt(_ kind: String, _ what: String, _ runner: () -> [String]) throws {
    if let point, point != what { return }
    try reset()
    counts[kind, default: 0] += 1
    let line = runner() + words + ["--lang", "en"]
    let run = try Program.run(line, environment: environment)
    let complaint = try complaint(about: run)
    if point != nil { tell(line, run, complaint) }
    if let complaint { breaches.append((what, complaint)) }
  }

  private func tell(_ line: [String], _ run: Program, _ complaint: String?) {
    print("$ \(line.joined(separator: " "))\n\(run.out)\(run.err)\(run.end)")
    print(complaint.map { "BROKEN \($0)" } ?? "kept its word")
  }
}

extension CommandTrial {
  /// What is wrong with how a run ended and what it left; nil where nothing is.
  private func complaint(about run: Program) throws -> String? {
    let now: StoreContent
    do { now = try StoreContent(store) ?? StoreContent() } catch {
      return "the store can't be read: \(error)"
    }
    guard let kinds = now.kinds(after: old) else { return "what was there before is not there now" }
    for (stream, events) in kinds where !(clean[stream] ?? []).starts(with: events) {
      return "\(stream): a third state: \(events)"
    }
    if let source, try StoreContent("\(scratch.path)/source") != source {
      return "the store beside it was changed"
    }
    if let complaint = honesty(of: run, kinds) { return complaint }
    // What a power cut or a kill leaves before there is a store is none.
    guard now != StoreContent() else { return nil }
    let check = try Program.run(
      [kabinet, "check", "--lang", "en"], environment: environment)
    if check.end != .exited(0) { return "kabinet check: \(check.end) \(check.out)\(check.err)" }
    return try mended()
  }

  /// Never success without the record, never a refusal without a word, never a record after a refusal
  /// that says there is none.
  private func honesty(of run: Program, _ kinds: [CabinetStore.Stream: [String]]) -> String? {
    let isDone =
      if let decisive = command.decisive {
        kinds.values.contains { $0.contains(decisive) }
      } else {
        kinds == clean
      }
    switch run.end {
    case .killed:
      let isSaid = command.decisive != nil && !run.out.isEmpty
      return isSaid && !isDone ? "it said that it is done, and it is not: \(run.out)" : nil
    case .exited(0): return isDone ? nil : "it says that it is done, and it is not: \(run.out)"
    case .exited:
      if run.err.isEmpty { return "it failed without a word" }
      let isUnclear = run.err.contains("take it as not saved") || run.err.contains("was recorded")
      if isDone, command.decisive != nil, !isUnclear {
        return "it says that it is not done, and it is: \(run.err)"
      }
      return nil
    }
  }

  /// The next writer mends what is left, and then nothing is to be mended.
  private func mended() throws -> String? {
    do {
      let log = try FileEventLog(store)
      for stream in try log.streams() { _ = try log.commit(stream, after: 0) { _ in nil } }
      let findings = try log.check().findings
      return findings.isEmpty ? nil : "after mending: \(findings)"
    } catch {
      return "the store can't be mended: \(error)"
    }
  }
}

import Cabinet
import CabinetStore
import Glibc

/// One life of a store: it is made, written by two processes at once, and crashed, over and over.
///
/// Everything that happens follows from the seed. After every change the life goes on as it would
/// have, while copies of the machine lose their power, each in another way, and are examined; some of
/// them are not examined but live on, so that recoveries fail and crash like anything else.
public final class Life {
  /// What a life is given.
  public struct Settings: Sendable {
    /// How often the machine starts.
    public var rounds = 3
    /// How much the processes do each time.
    public var acts = 12
    /// How the store's files are written; nil as the store does it.
    public var carelessness: Carelessness?
    /// Whether what goes wrong is always one flush, once; by chance otherwise.
    public var failsFlushes = false
    /// Whether the story names every call, for finding out.
    public var tellsCalls = false

    /// The usual life.
    public init() {}
  }

  let seed: UInt64
  let settings: Settings
  var chance: SplitMix64
  var model: Model
  /// How much was tried so far.
  public private(set) var tally = Tally()
  private var story: [String]
  private var machine: Machine
  /// How many recoveries deep this life is within another one.
  private let depth: Int
  private var trouble = Trouble()
  private var complaint: Complaint?
  private var isBetween = false

  /// A life that follows from a seed.
  public convenience init(seed: UInt64, settings: Settings = Settings()) {
    self.init(
      seed: seed, settings: settings, machine: Machine(seed: seed), model: Model(), story: [],
      depth: 0)
  }

  private init(
    seed: UInt64, settings: Settings, machine: Machine, model: Model, story: [String], depth: Int
  ) {
    self.seed = seed
    self.settings = settings
    self.machine = machine
    self.model = model
    self.story = story
    self.depth = depth
    chance = SplitMix64(state: seed)
  }

  /// Lives it.
  public func run() throws(Breach) {
    do throws(Complaint) {
      tally.countTrial()
      let files = FaultyFileSystem(on: machine)
      do throws(SystemError) {
        try files.makeDirectory("/data", in: nil)
        try files.fsync(files.open("/", in: nil, for: .directory))
      } catch { throw Complaint(text: "\(error)") }
      for _ in 0..<settings.rounds { try live(acts: settings.acts) }
    } catch {
      throw Breach(seed: seed, complaint: error.text, story: story)
    }
  }

  /// An event that no other one equals.
  func newEvent(padding: Int) -> [UInt8] {
    Array(#"{"n":\#(model.next()),"p":"\#(String(repeating: "x", count: padding))"}"#.utf8)
  }
}

extension Life {
  /// From the start of the machine to its end.
  private func live(acts: Int) throws(Complaint) {
    trouble = Trouble()
    trouble.fault = Self.fault(&chance)
    // Two of three meet their trouble; the rest are cut off by the power alone.
    let isTroubled = Int.random(in: 0..<3, using: &chance) > 0
    trouble.target = Trouble.Target.allCases.randomElement(using: &chance) ?? .any
    // Before a flush a death leaves most to those who come after.
    if trouble.fault == .crash, Bool.random(using: &chance) { trouble.target = .syncs }
    if settings.failsFlushes {
      (trouble.target, trouble.fault) = (.syncs, .failure(EIO, forEver: false))
    }
    let calls = trouble.target == .any ? 20 * acts : 4 * acts
    trouble.faultyCall = isTroubled ? .random(in: 1...calls, using: &chance) : 0
    tell(
      isTroubled
        ? "start, \(trouble.fault) at call \(trouble.faultyCall) of \(trouble.target)" : "start")
    var first = session(1, trouble)
    // A killed process is one; a failing disk is everybody's.
    var second = session(2, trouble.fault == .crash ? Trouble() : trouble)
    for _ in 0..<acts {
      let isFirst = Bool.random(using: &chance)
      let (acting, other) = isFirst ? (first, second) : (second, first)
      let stream = try act(acting, meanwhile: other)
      guard acting.files.isDead else { continue }
      acting.exit()
      if Bool.random(using: &chance) {
        tell("the disk gives up")
        machine.giveUp()
        // The first to go on is told of it, the next one is not.
        for _ in 0..<2 { try act(other, .append, on: stream, meanwhile: acting) }
      }
      if Bool.random(using: &chance) { break }
      // Who comes after a dead one may fail in its turn to bring to the disk what that one left.
      let next = Trouble()
      next.fault = .failure(EIO, forEver: false)
      next.target = .syncs
      next.faultyCall = .random(in: 0...4, using: &chance)
      if isFirst { first = session(3, next) } else { second = session(4, next) }
    }
    for session in [first, second] { end(session) }
    if Int.random(in: 0..<3, using: &chance) > 0 {
      machine = machine.afterCrash(.chance(chance.next()))
      tell("power cut")
    }
    for (stream, events) in try examined(machine) { model.settle(events, in: stream) }
  }

  private func session(_ number: Int, _ trouble: Trouble) -> Session {
    let session = Session(
      on: machine, process: 10 * depth + number, trouble: trouble,
      carelessness: settings.carelessness)
    session.files.isLogging = settings.tellsCalls
    session.files.changed = { [unowned self] in sample() }
    return session
  }

  private func end(_ session: Session) {
    session.exit()
    tally.count(calls: session.files.calls)
    session.files.changed = nil
    session.files.called = nil
  }

  /// Does anything to any stream; gives the stream.
  private func act(
    _ session: Session, meanwhile other: Session
  ) throws(Complaint) -> CabinetStore.Stream {
    let act = Self.act(&chance)
    let stream = Model.streams.randomElement(using: &chance) ?? .accounts
    try self.act(session, act, on: stream, meanwhile: other)
    return stream
  }

  private func act(
    _ session: Session, _ act: Session.Act, on stream: CabinetStore.Stream,
    meanwhile other: Session
  ) throws(Complaint) {
    tell("process \(session.files.process): \(act) \(stream)")
    session.files.called = { [unowned self, unowned session, unowned other] in
      between(session, other)
    }
    defer {
      session.files.called = nil
      tell(session.files.takeLog())
    }
    try session.perform(act, on: stream, self)
    if let complaint { throw complaint }
  }

  /// Once in a while something is done by another process in the middle of a call's neighbours.
  private func between(_ session: Session, _ other: Session) {
    guard !isBetween, complaint == nil, Int.random(in: 0..<48, using: &chance) == 0 else { return }
    tell(session.files.takeLog())
    if Int.random(in: 0..<8, using: &chance) == 0 {
      tell("the disk gives up")
      machine.giveUp()
      return
    }
    isBetween = true
    defer { isBetween = false }
    let acts: [Session.Act] = [.look, .look, .append, .snapshot]
    let act = acts.randomElement(using: &chance) ?? .look
    let stream = Model.streams.randomElement(using: &chance) ?? .accounts
    tell("meanwhile process \(other.files.process): \(act) \(stream)")
    do throws(Complaint) { try other.perform(act, on: stream, self) } catch { complaint = error }
    tell(other.files.takeLog())
    tell("process \(session.files.process) goes on")
  }

  private func tell(_ line: String) { story.append(line) }

  private func tell(_ lines: [String]) { story += lines.map { "    \($0)" } }
}

extension Life {
  /// Cuts the power of copies of the machine, now.
  private func sample() {
    guard complaint == nil else { return }
    do throws(Complaint) {
      var seen: Set<UInt64> = []
      var survivals: [Survival] =
        depth == 0
        ? [.nothing, .everything] : [Bool.random(using: &chance) ? .nothing : .everything]
      for _ in 0..<min(3 - min(depth, 1), 2 * machine.pendingChanges) {
        survivals.append(.chance(chance.next()))
      }
      for survival in survivals {
        let (image, signature) = machine.afterCrash(survival) as (Machine, UInt64)
        guard seen.insert(signature).inserted else { continue }
        if depth < 2, Int.random(in: 0..<100, using: &chance) == 0 {
          try livesOn(image, "power cut, \(survival)")
        } else {
          do throws(Complaint) { _ = try examined(image) } catch {
            throw Complaint(text: "power cut, \(survival): \(error.text)")
          }
        }
      }
      if depth < 2, Int.random(in: 0..<100, using: &chance) == 0 {
        try livesOn(machine.fork(), "all processes killed")
      }
    } catch {
      complaint = error
    }
  }

  /// A copy of the machine is used again at once, and may fail again.
  private func livesOn(_ image: Machine, _ how: String) throws(Complaint) {
    let life = Life(
      seed: chance.next(), settings: settings, machine: image, model: model,
      story: story + [how], depth: depth + 1)
    defer { tally += life.tally }
    do throws(Complaint) { try life.live(acts: 2) } catch {
      story = life.story
      throw error
    }
  }

  /// Examines a state and counts it.
  private func examined(
    _ image: Machine
  ) throws(Complaint) -> [CabinetStore.Stream: [[UInt8]]] {
    tally.count(trouble.isMet ? trouble.fault.kind : "power cut alone", isRecovery: depth > 0)
    return try Examination(machine: image, model: model, carelessness: settings.carelessness).run()
  }
}

extension Life {
  private static func fault(_ chance: inout SplitMix64) -> Fault {
    let codes = [ENOSPC, EIO, EDQUOT, EROFS]
    let code = codes.randomElement(using: &chance) ?? EIO
    switch Int.random(in: 0..<12, using: &chance) {
    case 0...2: return .failure(code, forEver: false)
    case 3: return .failure(code, forEver: true)
    case 4, 5: return .refusal(code == EIO ? ENOSPC : code)
    case 6: return .failure(EINTR, forEver: false)
    case 7: return .short(.random(in: 1...400, using: &chance))
    case 8: return .shortThenFailure(.random(in: 1...400, using: &chance), code)
    default: return .crash
    }
  }

  private static func act(_ chance: inout SplitMix64) -> Session.Act {
    switch Int.random(in: 0..<16, using: &chance) {
    case 0...5: .append
    case 6, 7: .appendMuch
    case 8, 9: .look
    case 10: .settle
    case 11, 12: .snapshot
    case 13: .attach
    case 14: .reopen
    default: .check
    }
  }
}

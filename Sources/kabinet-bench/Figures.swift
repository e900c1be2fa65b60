import PseudoTerminal
import Terminal

/// A series of measurements.
struct Series {
  private(set) var values: [Double] = []

  mutating func add(_ value: Double) { values.append(value) }

  var median: Double? { percentile(50) }

  /// The smallest value that at least `share` per cent of the values do not exceed; nil of none.
  func percentile(_ share: Int) -> Double? {
    guard !values.isEmpty else { return nil }
    let rank = (values.count * share + 99) / 100
    return values.sorted()[max(0, min(rank, values.count) - 1)]
  }
}

/// All that is measured of one program.
struct Figures {
  var start = Series()
  var firstFrameBytes = Series()
  var latency = Series()
  var moveBytes = Series()
  var identicalBytes = 0
  var idleBytes = 0
  var memory: MemoryUse?
  /// The bytes of a move among the services and among the appointments.
  var serviceBytes = Series()
  var appointmentBytes = Series()

  /// Measures everything but the starts, on a running program.
  mutating func measure(
    _ subject: Subject, _ terminal: PseudoTerminal, options: Options
  ) throws {
    for move in 0..<options.moves {
      let key: Key = move / options.span % 2 == 0 ? .down : .up
      let (milliseconds, bytes) = try subject.press(key, terminal)
      if let milliseconds { latency.add(milliseconds) }
      moveBytes.add(Double(bytes))
    }
    // At the top Up changes nothing; the first ones may still move or show a message.
    for _ in 0..<options.span + 3 { identicalBytes = try subject.press(.up, terminal).bytes }
    // Sessions share the program's own pages: one alone would pay for all of them.
    let others = try (1..<max(1, options.sessions)).map { _ in try subject.start() }
    memory = terminal.memory
    withExtendedLifetime(others) {}
    let before = terminal.bytesRead
    let end = MonotonicClock.milliseconds + options.idleSeconds * 1000
    while case let rest = end - MonotonicClock.milliseconds, rest > 0 {
      terminal.read(timeout: rest)
    }
    idleBytes = terminal.bytesRead - before
  }

  /// Measures moves in the lists of sections, on a running cabinet.
  mutating func measureLists(
    _ subject: Subject, _ terminal: PseudoTerminal, options: Options
  ) throws {
    func moves(in section: Character) throws -> Series {
      _ = try subject.press(.escape, terminal)
      _ = try subject.press(.character(section), terminal)
      var series = Series()
      for move in 0..<options.moves {
        let key: Key = move / options.span % 2 == 0 ? .down : .up
        series.add(Double(try subject.press(key, terminal).bytes))
      }
      return series
    }
    serviceBytes = try moves(in: "2")
    appointmentBytes = try moves(in: "5")
  }
}

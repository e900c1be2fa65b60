import PseudoTerminal
import Terminal

/// A program to be measured, and how it is started.
struct Subject {
  let name: String
  let program: String
  let arguments: [String]
  let directory: String?
  let environment: [String: String]

  /// Why a measurement can't go on.
  struct Trouble: Error, CustomStringConvertible {
    let description: String
  }

  /// A running program and how long its first frame took.
  struct Start {
    let terminal: PseudoTerminal
    let milliseconds: Double
    let bytes: Int
  }

  /// Starts the program and waits for its complete first frame: the last byte before it rests.
  func start() throws -> Start {
    let begin = MonotonicClock.nanoseconds
    let terminal = try PseudoTerminal(
      program, arguments: arguments, environment: environment, directory: directory,
      size: Size(columns: 80, rows: 24), isEmulating: false)
    try settle(terminal, patience: 20)
    guard terminal.exitStatus == nil, terminal.bytesRead > 0 else {
      throw Trouble(description: "\(name) did not draw a screen and wait for keys")
    }
    return Start(
      terminal: terminal, milliseconds: Double(terminal.lastOutput - begin) / 1e6,
      bytes: terminal.bytesRead)
  }

  /// Presses a key; returns the time to the last byte of the new frame, nil where none came, and the bytes.
  func press(_ key: Key, _ terminal: PseudoTerminal) throws -> (milliseconds: Double?, bytes: Int) {
    let before = terminal.bytesRead
    let begin = MonotonicClock.nanoseconds
    try terminal.write(KeyEncoder.bytes(for: key, applicationCursor: true))
    try settle(terminal, patience: 20)
    let bytes = terminal.bytesRead - before
    return (bytes > 0 ? Double(terminal.lastOutput - begin) / 1e6 : nil, bytes)
  }

  /// Reads while bytes come, then makes sure that the program rests and runs no other program.
  ///
  /// Blocking reads come first: they take the time of a byte as it arrives, not between two looks into `/proc`.
  private func settle(_ terminal: PseudoTerminal, patience: Int) throws {
    var rounds = 0
    repeat {
      var wait = patience
      while !terminal.read(timeout: wait).isEmpty { wait = 2 }
      guard try terminal.waitForIdle(timeout: 10_000) else {
        throw Trouble(description: "\(name) did not come to rest")
      }
      rounds += 1
    } while terminal.exitStatus == nil && terminal.hasChildren && rounds < 100
  }
}

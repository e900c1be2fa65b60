import Glibc

/// How long each commit of a process took; kept in a file that the processes of a race share.
struct Latencies {
  private var microseconds: [UInt32] = []

  /// Does something and notes how long it took.
  mutating func measure(_ body: () throws -> Void) rethrows {
    microseconds.append(UInt32(clamping: Int(try timed(body) * 1000)))
  }

  /// Adds everything to the file, in one write.
  func append(to path: String) throws {
    let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(file) }
    let count = microseconds.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    guard count == microseconds.count * MemoryLayout<UInt32>.size else {
      throw Subject.Trouble(description: "can't write \(path)")
    }
  }

  /// What all processes have added, in milliseconds.
  static func read(_ path: String) -> Series {
    var series = Series()
    let file = open(path, O_RDONLY | O_CLOEXEC)
    defer { close(file) }
    var value: UInt32 = 0
    while Glibc.read(file, &value, MemoryLayout<UInt32>.size) == MemoryLayout<UInt32>.size {
      series.add(Double(value) / 1000)
    }
    return series
  }
}

import Cabinet
import CabinetServices
import FoundationEssentials
import Glibc

/// What goes to people who read errors.
enum StandardError {
  static func write(_ text: String) {
    Descriptor.write(text, to: STDERR_FILENO)
  }

  /// A failure with all its details, a line each.
  static func write(_ failure: CabinetFailure, language: Language) {
    write("kabinet: \(failure.phrase[language])\n")
    if case .answersRefused(let problems) = failure {
      for problem in problems {
        write("  \(problem.field): \(problem.title[language]) — \(problem.reason[language])\n")
      }
    }
  }
}

/// What goes to machines: one JSON document with stable keys.
enum JSONOutput {
  static func print(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(value)
    Descriptor.write(String(decoding: data, as: UTF8.self) + "\n", to: STDOUT_FILENO)
  }
}

/// Writes to a file descriptor, past the streams of C, which Swift 6 does not let one share.
enum Descriptor {
  static func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      done += count
    }
  }
}

/// The bytes of a file of answers, or of standard input for `-`; at most 16 MiB.
func bytes(ofFile path: String) throws -> [UInt8] {
  try InputFile.read(path, limit: 16 << 20)
}

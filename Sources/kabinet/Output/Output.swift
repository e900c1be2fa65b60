import Cabinet
import CabinetServices
import FoundationEssentials
import Glibc
import Terminal

/// What goes to people who read errors.
enum StandardError {
  static func write(_ text: String) {
    Descriptor.write(text, to: STDERR_FILENO)
  }

  /// Why there is no screen.
  static func write(_ error: TerminalError, language: Language) {
    let phrase =
      switch error {
      case .notATerminal:
        Phrase(
          "для этого нужен терминал, а ввод или вывод — не терминал.",
          "this needs a terminal, and the input or the output is none.")
      case .unusable(let type):
        Phrase(
          "терминал «\(type)» не умеет показать экран. Проверьте TERM; kabinet plain обходится без экрана.",
          "the terminal “\(type)” cannot show a screen. Check TERM; kabinet plain needs no screen."
        )
      case .alreadyOpen:
        Phrase("терминал уже занят.", "the terminal is in use already.")
      }
    write("kabinet: \(phrase[language])\n")
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

/// Standard output did not take what was to be printed; what the command did is done nevertheless.
struct OutputLost: Error {
  static let phrase = Phrase(
    "вывод не записан: диск полон или закрыт. Сама команда выполнена.",
    "the output was not written: the disk is full or closed. The command itself was carried out.")
}

/// What goes to machines: one JSON document with stable keys.
enum JSONOutput {
  static func print(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(value)
    guard Descriptor.write(String(decoding: data, as: UTF8.self) + "\n", to: STDOUT_FILENO) else {
      throw OutputLost()
    }
  }
}

/// Writes to a file descriptor, past the streams of C, which Swift 6 does not let one share.
enum Descriptor {
  /// Writes all of a text.
  ///
  /// - Returns: false where the descriptor did not take it all.
  @discardableResult
  static func write(_ text: String, to descriptor: Int32) -> Bool {
    write(Array(text.utf8), to: descriptor)
  }

  /// Writes all of some bytes.
  ///
  /// - Returns: false where the descriptor did not take them all.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }
}

/// The bytes of a file of answers, or of standard input for `-`; at most 16 MiB.
func bytes(ofFile path: String) throws -> [UInt8] {
  try InputFile.read(path, limit: 16 << 20)
}

import Cabinet
import CabinetServices
import FoundationEssentials
import Glibc
import Terminal

/// Prints to people: nothing that a terminal would obey leaves this way.
///
/// It stands before the library's own, so that no command can forget it.
func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {
  StandardOutput.write(items.map { "\($0)" }.joined(separator: separator) + terminator)
}

extension String {
  /// The text without what a terminal would obey, as it may be kept and shown again.
  var showable: String { DisplayText(self, keepingLines: true).description }
}

/// What goes to people who asked for something.
enum StandardOutput {
  /// Writes lines that end with a line break each.
  static func write(_ lines: String) {
    Swift.print(DisplayText(lines, keepingLines: true), terminator: "")
  }

  /// Writes one line; a line break within would forge another.
  static func write(line: String) { Swift.print(DisplayText(line)) }

  /// Writes a file whose lines end with CR LF, as Internet formats want them.
  static func write(file: String) throws {
    let lines = DisplayText(file, keepingLines: true).description.replacing("\n", with: "\r\n")
    guard Descriptor.write(content: Array(lines.utf8), to: STDOUT_FILENO) else {
      throw OutputLost()
    }
  }
}

/// What goes to people who read errors.
enum StandardError {
  /// Writes lines that end with a line break each.
  static func write(_ lines: String) {
    Descriptor.write(DisplayText(lines, keepingLines: true), to: STDERR_FILENO)
  }

  /// Writes one line; a line break within would forge another.
  static func write(line: String) {
    write(DisplayText(line).description + "\n")
  }

  /// Writes a line over the one that was written so before; an empty one takes it away.
  static func rewrite(line: String) {
    Descriptor.rewrite(DisplayText(line), on: STDERR_FILENO)
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
    write(line: "kabinet: \(phrase[language])")
  }

  /// A failure with all its details, a line each.
  static func write(_ failure: CabinetFailure, language: Language) {
    write(line: "kabinet: \(failure.phrase[language])")
    if case .answersRefused(let problems) = failure {
      for problem in problems {
        write(line: "  \(problem.field): \(problem.title[language]) — \(problem.reason[language])")
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
    let json = PrintableJSON(String(decoding: data, as: UTF8.self) + "\n")
    guard Descriptor.write(json, to: STDOUT_FILENO) else { throw OutputLost() }
  }
}

/// Writes to a file descriptor, past the streams of C, which Swift 6 does not let one share.
enum Descriptor {
  /// Writes all of a text.
  ///
  /// - Returns: false where the descriptor did not take it all.
  @discardableResult
  static func write(_ text: DisplayText, to descriptor: Int32) -> Bool {
    write(Array(text.description.utf8), to: descriptor)
  }

  /// The columns that a line may take which is written over and over; no terminal is narrower.
  private static let rewritten = 39

  /// Writes a line over the one before, from the left edge, without any sequence a terminal may not know.
  static func rewrite(_ line: DisplayText, on terminal: Int32) {
    let text = String(line.description.prefix(rewritten))
    let rest = String(repeating: " ", count: rewritten - text.count)
    let end = text.isEmpty ? "\r" : ""
    _ = write(Array("\r\(text)\(rest)\(end)".utf8), to: terminal)
  }

  /// Writes all of a JSON text; see the other one.
  @discardableResult
  static func write(_ json: PrintableJSON, to descriptor: Int32) -> Bool {
    write(Array(json.description.utf8), to: descriptor)
  }

  /// Writes all of a file's content as it is; terminals get a text of one of the types above.
  @discardableResult
  static func write(content: [UInt8], to file: Int32) -> Bool {
    write(content, to: file)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
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

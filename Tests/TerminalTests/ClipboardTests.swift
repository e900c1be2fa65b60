import Foundation
import Terminal
import Testing

/// What is sent to have a terminal take a text into its clipboard.
@Suite struct ClipboardTests {
  /// The text that a plain sequence carries.
  private func carried(_ sequence: some StringProtocol) -> String? {
    guard sequence.hasPrefix("\u{1B}]52;c;"), sequence.hasSuffix("\u{7}") else { return nil }
    let body = sequence.dropFirst(7).dropLast()
    return Data(base64Encoded: String(body)).flatMap { String(data: $0, encoding: .utf8) }
  }

  @Test(arguments: 0...20) func everyLengthArrives(length: Int) {
    let text = String("Заявление 9990-№".prefix(length))
    #expect(carried(Clipboard.sequence(text)) == text)
  }

  @Test func tmuxGetsThePlainOneAndOneToPassOn() {
    let sequence = Clipboard.sequence("ул. Якиманка, 22", through: .tmux)
    let plain = Clipboard.sequence("ул. Якиманка, 22")
    #expect(sequence.hasPrefix(plain))
    let wrapped = sequence.dropFirst(plain.count)
    #expect(wrapped.hasPrefix("\u{1B}Ptmux;") && wrapped.hasSuffix("\u{1B}\\"))
    let inner = wrapped.dropFirst(7).dropLast(2)
      .replacingOccurrences(of: "\u{1B}\u{1B}", with: "\u{1B}")
    #expect(inner == plain)
  }

  @Test func screenGetsItInPieces() {
    let text = String(repeating: "я", count: 1_000)
    let pieces = Clipboard.sequence(text, through: .screen).components(separatedBy: "\u{1B}\\")
    #expect(pieces.allSatisfy { $0.utf8.count < 256 })
    #expect(pieces.last == "")
    #expect(carried(pieces.dropLast().map { String($0.dropFirst(2)) }.joined()) == text)
  }

  @Test func whatIsTooLongIsNotSent() {
    let longest = String(repeating: "a", count: Clipboard.limit)
    #expect(carried(Clipboard.sequence(longest)) == longest)
    #expect(Clipboard.sequence(longest + "a") == "")
    #expect(Clipboard.sequence(longest + "a", through: .tmux) == "")
  }

  @Test func oldTerminalsAreSpared() {
    for type in ["linux", "vt100", "vt220", "ansi", "dumb", "cons25", ""] {
      #expect(!Clipboard.isKnown(toType: type), "\(type)")
    }
    for type in ["xterm-256color", "tmux-256color", "screen", "foot", "alacritty", "xterm-kitty"] {
      #expect(Clipboard.isKnown(toType: type), "\(type)")
    }
  }
}

import CabinetScreens
import Glibc
import Terminal

/// The other side of a conversation: standard input and output.
struct LinePartner: ConversationPartner {
  mutating func nextLine(isSecret: Bool) -> String? {
    guard isSecret, isatty(STDIN_FILENO) == 1 else { return readLine() }
    var kept = termios()
    guard tcgetattr(STDIN_FILENO, &kept) == 0 else { return readLine() }
    var silent = kept
    silent.c_lflag &= ~tcflag_t(ECHO)
    silent.c_lflag |= tcflag_t(ECHONL)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    defer { tcsetattr(STDIN_FILENO, TCSANOW, &kept) }
    return readLine()
  }

  mutating func say(_ lines: [String]) throws {
    guard !lines.isEmpty else { return }
    let text = lines.map { DisplayText($0).description + "\n" }.joined()
    guard Descriptor.write(DisplayText(text, keepingLines: true), to: STDOUT_FILENO) else {
      throw OutputLost()
    }
  }
}

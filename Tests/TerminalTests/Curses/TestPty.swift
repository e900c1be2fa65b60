import Glibc

/// A pseudo-terminal in the test's own process: the terminal under test has one end, the test the other.
final class TestPty {
  struct Unavailable: Error {}

  private let master: Int32
  /// The end that a program would have as its terminal.
  let slave: Int32
  /// The name by which another process can open it.
  let path: String

  init(columns: Int = 80, rows: Int = 24) throws {
    // What posix_openpt, unlockpt and ptsname do, which Swift doesn't see.
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var locked: Int32 = 0
    var number: Int32 = 0
    guard master >= 0, ioctl(master, 0x4004_5431, &locked) == 0,
      ioctl(master, 0x8004_5430, &number) == 0
    else { throw Unavailable() }
    path = "/dev/pts/\(number)"
    slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard slave >= 0 else { throw Unavailable() }
    resize(columns: columns, rows: rows)
  }

  deinit {
    close(slave)
    hangUp()
  }

  private var isHungUp = false

  /// Closes the test's end, as a lost connection would.
  func hangUp() {
    if !isHungUp { close(master) }
    isHungUp = true
  }

  func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(clamping: rows), ws_col: UInt16(clamping: columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// How the terminal is set: its four sets of flags.
  var modes: [tcflag_t] {
    var modes = termios()
    guard tcgetattr(slave, &modes) == 0 else { return [] }
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }

  var echoes: Bool { modes.last.map { $0 & tcflag_t(ECHO) != 0 } ?? false }

  /// All that was written to the terminal since the last call.
  ///
  /// A mark is sent after it and awaited, because the kernel hands the bytes over in its own time.
  func output() -> [UInt8] {
    let mark = Array("\u{1}\u{2}END\u{2}\u{1}".utf8)
    _ = write(slave, mark, mark.count)
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while received.count < mark.count || !received.suffix(mark.count).elementsEqual(mark) {
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      received += buffer.prefix(count)
    }
    return received.dropLast(mark.count)
  }

  func text() -> String { String(decoding: output(), as: UTF8.self) }
}

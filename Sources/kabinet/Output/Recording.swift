import Cabinet
import Glibc
import PseudoTerminal
import Tape
import Terminal

/// The file of a recorded session, written event by event, so that a session that is cut off is kept.
final class Recording {
  /// The size of the terminal when the recording began.
  let size: Size
  /// False once the disk refused something.
  private(set) var isComplete = true

  private let file: Int32
  private let beginning = MonotonicClock.milliseconds
  private var writer: CastWriter
  private var output = UTF8Pieces()
  private var input = UTF8Pieces()

  /// Makes the file, which only its owner can read: what is typed into a cabinet is personal.
  ///
  /// - Throws: ``Refusal`` where it is there already or cannot be made.
  init(
    _ path: String, size: Size, type: String, startedAt moment: Timestamp, language: Language
  ) throws {
    file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      let reason =
        errno == EEXIST
        ? Phrase(
          "файл \(path) уже есть, он не изменён. Назовите другой.",
          "\(path) is there already; it was not changed. Name another file.")
        : Phrase(
          "файл \(path) не создать: \(String(cString: strerror(errno))).",
          "\(path) cannot be made: \(String(cString: strerror(errno))).")
      throw Refusal(code: 1, message: reason[language])
    }
    self.size = size
    writer = CastWriter(size: size, type: type, timestamp: moment.seconds)
    write(writer.text)
  }

  deinit { close(file) }

  /// Keeps what passed.
  func note(_ event: RelayEvent) {
    switch event {
    case .output(let bytes): add(output.take(bytes)) { .output($0) }
    case .input(let bytes): add(input.take(bytes)) { .input($0) }
    case .resized(let size): add(.resize(size))
    }
  }

  /// Keeps how the program ended, and returns its exit code as a shell would tell it.
  func finish(_ status: ExitStatus) -> Int {
    add(output.finish()) { .output($0) }
    let code =
      switch status {
      case .exited(let code): code
      case .signalled(let signal): 128 + signal
      }
    add(.exit(code))
    return code
  }

  private func add(_ text: String, as event: (String) -> CastWriter.Event) {
    if !text.isEmpty { add(event(text)) }
  }

  private func add(_ event: CastWriter.Event) {
    write(writer.add(event, at: MonotonicClock.milliseconds - beginning))
  }

  private func write(_ text: String) {
    if !Descriptor.write(PrintableJSON(text), to: file) { isComplete = false }
  }
}

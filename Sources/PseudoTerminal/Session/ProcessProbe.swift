import Glibc

/// What `/proc` tells about a process.
struct ProcessProbe {
  let identifier: Int32

  /// What a process is doing.
  enum Activity: Equatable {
    /// Running, or waiting for something that is not input.
    case busy
    /// Blocked until input comes; `isTimed` where a timeout would end it too.
    case awaitingInput(isTimed: Bool)
    /// Blocked until a child ends.
    case awaitingChild
    /// There is no such process.
    case gone
  }

  /// What the process is doing now.
  var activity: Activity {
    guard let stat = read("stat"), let end = stat.lastIndex(of: ")") else { return .gone }
    switch stat[end...].dropFirst(2).first {
    case "S": break
    case "Z", "X": return .gone
    default: return .busy
    }
    // Where the system call is hidden (another user's process), sleeping must be enough.
    guard let line = read("syscall") else { return .awaitingInput(isTimed: true) }
    let fields = line.split(whereSeparator: \.isWhitespace)
    guard let number = fields.first.flatMap({ Int($0) }) else { return .busy }
    let arguments = fields.dropFirst().map { UInt64($0.dropFirst(2), radix: 16) ?? 0 }
    return activity(in: number, arguments)
  }

  /// The youngest child.
  var child: ProcessProbe? {
    read("task/\(identifier)/children").flatMap {
      $0.split(separator: " ").last.flatMap { Int32($0) }.map(ProcessProbe.init)
    }
  }

  private func activity(in number: Int, _ arguments: [UInt64]) -> Activity {
    func argument(_ index: Int) -> UInt64 { index < arguments.count ? arguments[index] : 0 }
    func isForever(_ index: Int) -> Bool { argument(index) & 0xFFFF_FFFF == 0xFFFF_FFFF }
    switch SystemCall(number: number) {
    case .read: return isTerminal(argument(0)) ? .awaitingInput(isTimed: false) : .busy
    case .poll: return .awaitingInput(isTimed: !isForever(2))
    case .epoll: return .awaitingInput(isTimed: !isForever(3))
    case .ppoll: return .awaitingInput(isTimed: argument(2) != 0)
    case .select: return .awaitingInput(isTimed: argument(4) != 0)
    case .wait: return .awaitingChild
    case nil: return .busy
    }
  }

  /// A program that reads a pipe waits for another program, not for a key.
  private func isTerminal(_ descriptor: UInt64) -> Bool {
    var target = [UInt8](repeating: 0, count: 64)
    let count = readlink("/proc/\(identifier)/fd/\(descriptor)", &target, target.count)
    return count > 0 && target.starts(with: "/dev/".utf8)
  }

  func read(_ name: String) -> String? {
    let file = open("/proc/\(identifier)/\(name)", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = Glibc.read(file, &buffer, buffer.count), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}

/// The system calls that a program waits in.
private enum SystemCall {
  case read, poll, ppoll, select, epoll, wait

  init?(number: Int) {
    #if arch(x86_64)
      switch number {
      case 0: self = .read
      case 7: self = .poll
      case 271: self = .ppoll
      case 23, 270: self = .select
      case 232, 281: self = .epoll
      case 61, 247: self = .wait
      default: return nil
      }
    #else
      // The generic table of arm64 and riscv64.
      switch number {
      case 63: self = .read
      case 73: self = .ppoll
      case 72: self = .select
      case 22: self = .epoll
      case 260, 95: self = .wait
      default: return nil
      }
    #endif
  }
}

import Glibc

/// A pipe from a child, with what came through it.
final class Channel {
  /// The end that the child gets.
  private(set) var writer: Int32
  private let reader: Int32
  private var bytes: [UInt8] = []

  init() throws {
    var ends: [Int32] = [-1, -1]
    // A pair of sockets, because it can be made so that no other child gets it, too.
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw Program.Trouble(description: "can't make a pipe: \(errno)")
    }
    reader = ends[0]
    writer = ends[1]
  }

  deinit {
    close(reader)
    if writer >= 0 { close(writer) }
  }

  /// All that came, up to now.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Takes in what comes through any of several pipes until nobody holds the other ends any more.
  static func drain(_ channels: [Channel]) {
    for channel in channels {
      close(channel.writer)
      channel.writer = -1
    }
    var open = channels
    while !open.isEmpty {
      var polled = open.map { pollfd(fd: $0.reader, events: Int16(POLLIN), revents: 0) }
      guard poll(&polled, nfds_t(polled.count), -1) > 0 else { continue }
      open = zip(open, polled).filter { $1.revents == 0 || $0.takeIn() }.map(\.0)
    }
  }

  /// Takes in what is there; false at the end.
  private func takeIn() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    let count = read(reader, &buffer, buffer.count)
    if count > 0 { bytes += buffer[..<count] }
    return count > 0 || (count < 0 && errno == EINTR)
  }
}

import Glibc

/// The system's notices of what is written in folders (inotify): one descriptor a process.
final class FolderNotices {
  /// Data is ready on it when there is a notice.
  let descriptor: Int32
  /// False once the system refused to give notice of a folder that is there.
  private(set) var isComplete = true

  private static let events = UInt32(
    IN_MODIFY | IN_CREATE | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF)
  /// After these a folder is no longer the one that was asked for, or notices were lost.
  private static let losses = UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_Q_OVERFLOW)

  /// Gives nil where the system has no more to give, as for the 129th process of a user.
  init?() {
    descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// Asks for notices of a folder; asking twice does no harm.
  ///
  /// - Returns: false where there is no such folder.
  func ask(for folder: String) -> Bool {
    if inotify_add_watch(descriptor, folder, Self.events) >= 0 { return true }
    if errno != ENOENT { isComplete = false }
    return false
  }

  /// Takes all notices there are.
  ///
  /// - Returns: true where folders should be asked for anew.
  func take() -> Bool {
    var isLost = false
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
      while true {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        guard count > 0 else { return }
        var start = 0
        while start + MemoryLayout<inotify_event>.size <= count {
          let notice = buffer.loadUnaligned(fromByteOffset: start, as: inotify_event.self)
          if notice.mask & Self.losses != 0 { isLost = true }
          start += MemoryLayout<inotify_event>.size + Int(notice.len)
        }
      }
    }
    return isLost
  }
}

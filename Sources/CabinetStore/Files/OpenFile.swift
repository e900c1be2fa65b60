import Glibc

/// A file of the store, closed when nobody refers to it any more.
///
/// Here interruptions are retried and short transfers completed; nowhere else.
final class OpenFile {
  /// The path for messages.
  let path: String
  private let files: any FileSystem
  private let descriptor: FileDescriptor
  private var isOpen = true

  init(_ descriptor: FileDescriptor, at path: String, files: any FileSystem) {
    self.descriptor = descriptor
    self.path = path
    self.files = files
  }

  deinit {
    if isOpen { try? files.close(descriptor) }
  }

  /// Closes the file where a failure to do so matters.
  func close() throws(SystemError) {
    isOpen = false
    do throws(SystemError) {
      try files.close(descriptor)
    } catch {
      // Linux has closed the descriptor although it reports an interruption.
      if error.code != EINTR { throw error }
    }
  }

  func status() throws(SystemError) -> FileStatus {
    try retrying { () throws(SystemError) in try files.status(descriptor) }
  }

  func size() throws(StoreError) -> Int {
    try at(path) { () throws(SystemError) in
      try retrying { () throws(SystemError) in try files.size(descriptor) }
    }
  }

  /// Reads the bytes from an offset on: `count` of them, fewer only where the file ends.
  func read(from offset: Int, count: Int) throws(StoreError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: max(count, 0)) { buffer, filled in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      while filled < raw.count {
        do throws(SystemError) {
          let taken = try retrying { () throws(SystemError) in
            try files.read(
              descriptor, into: UnsafeMutableRawBufferPointer(rebasing: raw[filled...]),
              at: offset + filled)
          }
          if taken == 0 { return }
          filled += taken
        } catch {
          failure = error
          return
        }
      }
    }
    if let failure { throw StoreError(failure, path: path) }
    return bytes
  }

  /// Reads from an offset to the end.
  func readAll(from offset: Int = 0) throws(StoreError) -> [UInt8] {
    try read(from: offset, count: try size() - offset)
  }

  /// Writes bytes at the end, all of them.
  func append(_ bytes: [UInt8]) throws(SystemError) {
    try transfer(bytes) { rest, _ throws(SystemError) in try files.write(descriptor, rest) }
  }

  /// Writes bytes from an offset on, over what is there, all of them; into a file opened for that.
  func overwrite(_ bytes: [UInt8], at offset: Int) throws(SystemError) {
    try transfer(bytes) { rest, written throws(SystemError) in
      try files.write(descriptor, rest, at: offset + written)
    }
  }

  private func transfer(
    _ bytes: [UInt8],
    _ write: (_ rest: UnsafeRawBufferPointer, _ written: Int) throws(SystemError) -> Int
  ) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let outcome = bytes.withUnsafeBytes { raw in
        let rest = UnsafeRawBufferPointer(rebasing: raw[written...])
        return Result { () throws(SystemError) in
          try retrying { () throws(SystemError) in try write(rest, written) }
        }
      }
      let taken = try outcome.get()
      // A disk that takes nothing without giving a reason would hold the loop for ever.
      guard taken > 0 else { throw SystemError(EIO) }
      written += taken
    }
  }

  /// Brings the content to the disk.
  ///
  /// Only an interruption is retried, never a failure: after one the system takes the lost pages for
  /// clean, and the next call would succeed without them.
  func fdatasync() throws(SystemError) {
    try retrying { () throws(SystemError) in try files.fdatasync(descriptor) }
  }

  func fsync() throws(SystemError) {
    try retrying { () throws(SystemError) in try files.fsync(descriptor) }
  }

  func truncate(to length: Int) throws(SystemError) {
    try retrying { () throws(SystemError) in try files.truncate(descriptor, to: length) }
  }

  func lock() throws(SystemError) -> Bool {
    try retrying { () throws(SystemError) in try files.lock(descriptor) }
  }

  func word(at place: LockPlace) -> UInt32? { files.word(descriptor, at: place) }

  func wait(at place: LockPlace, while word: UInt32?, microseconds: Int) -> LockWait {
    files.wait(descriptor, at: place, while: word, microseconds: microseconds)
  }

  @discardableResult
  func wake(at place: LockPlace) -> Bool { files.wake(descriptor, at: place) }

  func unlock() {
    try? retrying { () throws(SystemError) in try files.unlock(descriptor) }
  }
}

/// Repeats a call as long as a signal interrupts it.
func retrying<Value>(_ call: () throws(SystemError) -> Value) throws(SystemError) -> Value {
  while true {
    do throws(SystemError) {
      return try call()
    } catch {
      if error.code != EINTR { throw error }
    }
  }
}

/// Makes a call, retried after interruptions, and names the path in what it reports.
func at<Value>(
  _ path: String, _ call: () throws(SystemError) -> Value
) throws(StoreError) -> Value {
  do throws(SystemError) { return try retrying(call) } catch {
    throw StoreError(error, path: path)
  }
}

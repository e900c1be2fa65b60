import Glibc

/// Files of the bench itself; nothing of the store goes through here.
enum Files {
  /// The search path of programs.
  static var path: String {
    let own = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return own + ":/usr/sbin:/sbin"
  }

  /// The content of a file; empty where it can't be read.
  static func text(_ path: String) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a file.
  static func write(_ path: String, _ text: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Program.Trouble(description: "\(path): \(errno)") }
    defer { close(file) }
    let bytes = Array(text.utf8)
    guard Glibc.write(file, bytes, bytes.count) == bytes.count else {
      throw Program.Trouble(description: "\(path): \(errno)")
    }
  }

  /// The size of a file; nil where there is none.
  static func size(_ path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_size : nil
  }

  /// The sizes of all files under a folder, by their paths in it.
  static func sizes(in folder: String, _ prefix: String = "") -> [String: Int] {
    guard let stream = opendir(folder) else { return [:] }
    defer { closedir(stream) }
    var sizes: [String: Int] = [:]
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name != ".", name != ".." else { continue }
      if entry.pointee.d_type == UInt8(DT_DIR) {
        sizes.merge(Files.sizes(in: "\(folder)/\(name)", "\(prefix)\(name)/")) { $1 }
      } else {
        sizes["\(prefix)\(name)"] = size("\(folder)/\(name)")
      }
    }
    return sizes
  }
}

/// A temporary folder, removed with all that is in it at the end.
final class Scratch {
  let path: String

  /// Makes one where writing costs least.
  init(onDisk: Bool = false) throws {
    let place = !onDisk && access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array("\(place)/kabinet-torture.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Program.Trouble(description: "can't make a folder in \(place): \(errno)")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { _ = try? Program.demand(["rm", "-rf", path]) }
}

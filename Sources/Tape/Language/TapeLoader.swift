/// Opens a tape with all it sources, and refuses cycles.
struct TapeLoader {
  private var open: [String] = []

  mutating func statements(
    of path: String, from position: TapePosition, reading: (String) throws -> String
  ) throws(TapeSyntaxError) -> [TapeStatement] {
    let place = TapePath.normalized(path)
    guard !open.contains(place) else {
      let chain = (open + [place]).joined(separator: " → ")
      throw TapeSyntaxError(
        position: position,
        expected: TapeMessage(
          ru: "запись, которая не подключает саму себя", en: "a tape that does not source itself"),
        found: .quoted(chain))
    }
    let text: String
    do {
      text = try reading(path)
    } catch {
      throw TapeSyntaxError(
        position: position,
        expected: TapeMessage(ru: "файл, который можно прочитать", en: "a readable file"),
        found: .quoted("\(path): \(error)"))
    }
    let isOutermost = open.isEmpty
    open.append(place)
    defer { open.removeLast() }
    var all: [TapeStatement] = []
    for statement in try Tape.parse(text, name: path).statements {
      switch statement.command {
      case .source(let other):
        let target = TapePath.resolve(other, from: path)
        all += try statements(of: target, from: statement.position, reading: reading)
      case .output where !isOutermost: break
      default: all.append(statement)
      }
    }
    return all
  }
}

/// Paths with slashes, handled as text.
enum TapePath {
  /// A path as seen from the file that names it.
  static func resolve(_ path: String, from file: String) -> String {
    guard !path.hasPrefix("/") else { return path }
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    return normalized(folder + path)
  }

  /// The path without `.` and, where a folder stands before it, `..`.
  static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}

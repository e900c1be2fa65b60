import Glibc

/// Questions about the folders that a command line names.
enum StorePaths {
  /// Whether a folder, which need not exist, is another one or lies inside it.
  static func isInside(_ path: String, _ folder: String) -> Bool {
    guard let outer = real(folder) else { return false }
    var rest = path
    while true {
      if let inner = real(rest) { return inner == outer || inner.hasPrefix(outer + "/") }
      let parent = rest.split(separator: "/").dropLast().joined(separator: "/")
      rest = rest.hasPrefix("/") ? "/" + parent : parent.isEmpty ? "." : parent
    }
  }

  private static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}

import Glibc
import PseudoTerminal

/// `fzf --filter` over lines, started anew for each query as its users do.
struct FuzzyFinder {
  private let path: String

  /// Writes the lines to a file; nil where fzf is not installed.
  init?(_ lines: [String]) {
    var template = Array("/tmp/kabinet-bench.XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { return nil }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      written += count
    }
    close(file)
    if run("а") == nil { return nil }
  }

  /// The milliseconds one query takes; nil where it could not be run.
  func time(_ query: String) -> Double? {
    var ran = false
    let time = timed { ran = run(query) != nil }
    return ran ? time : nil
  }

  private func run(_ query: String) -> Int32? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, path, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    let words = ["fzf", "--filter", query]
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { word in strdup(word) } + [nil]
    defer { arguments.forEach { free($0) } }
    var child = pid_t()
    guard posix_spawnp(&child, "fzf", &actions, nil, arguments, environ) == 0 else { return nil }
    var status: Int32 = 0
    return waitpid(child, &status, 0) == child ? status : nil
  }
}

import Glibc
import PseudoTerminal

/// A temporary folder with what the measured programs need; removed at the end.
final class Workplace {
  let path: String

  init() throws {
    var template = Array("/tmp/kabinet-bench.XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw Subject.Trouble(description: "can't make a temporary folder")
    }
    path = String(cString: made)
  }

  deinit {
    _ = try? run("rm -rf \"$HOME\"")
  }

  /// The environment of everything that is run: nothing of the user's own settings.
  var environment: [String: String] {
    [
      "HOME": path, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1",
      "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin",
    ]
  }

  /// Runs a shell script; true where it ended well.
  func run(_ script: String) throws -> Bool {
    let terminal = try PseudoTerminal(
      "/bin/sh", arguments: ["-c", script], environment: environment, isEmulating: false)
    return try terminal.wait(timeout: 120_000) == .exited(0)
  }

  /// Makes a demonstration store with a long history in it.
  ///
  /// It is written where `fdatasync` costs nothing, if there is such a place, and then copied.
  func seed(_ store: String, with program: String, applications: Int) throws {
    let fast = access("/dev/shm", W_OK) == 0 ? "/dev/shm/kabinet-bench.\(getpid())" : path + "/seed"
    defer { _ = try? run("rm -rf \(fast)") }
    guard try run("\(program) demo --store \(fast) --seed-only") else {
      throw Subject.Trouble(description: "\(program) does not seed a demonstration")
    }
    try History(applications: applications).write(to: fast)
    guard try run("cp -a \(fast) \(store)") else {
      throw Subject.Trouble(description: "can't copy the seeded store to \(store)")
    }
  }

  /// The peer, ready to start; nil with a reason where it is not installed.
  func subject(_ peer: Options.Peer) throws -> Subject? {
    guard peer != .none else { return nil }
    guard try run("command -v \(peer.rawValue)") else {
      print("No peer: \(peer.rawValue) is not installed (apt-get install \(peer.rawValue)).")
      return nil
    }
    guard try run(preparation(of: peer)) else {
      throw Subject.Trouble(description: "can't prepare \(peer.rawValue)")
    }
    return Subject(
      name: peer.rawValue, program: peer.rawValue,
      arguments: peer == .newsboat ? ["-u", "\(path)/urls"] : [],
      directory: peer == .tig ? "\(path)/repository" : path, environment: environment)
  }

  private func preparation(of peer: Options.Peer) -> String {
    switch peer {
    case .tig:
      """
      set -e; mkdir "$HOME/repository"; cd "$HOME/repository"; git init -q .
      git config user.name Bench; git config user.email bench@example.org
      for i in $(seq 1 50); do
        echo "$i" >> file; git add file; git commit -q -m "Commit number $i of the bench"
      done
      """
    case .newsboat:
      """
      for i in $(seq 1 30); do
        printf '<rss version="2.0"><channel><title>Feed %s</title></channel></rss>' "$i" \
          > "$HOME/$i.xml"; echo "file://$HOME/$i.xml"
      done > "$HOME/urls"
      """
    case .htop, .none: ":"
    }
  }
}

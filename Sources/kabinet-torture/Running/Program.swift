import Glibc

/// A program run to its end, with what it said.
struct Program {
  /// How it ended.
  enum End: Equatable {
    case exited(Int32)
    case killed(Int32)
  }

  let end: End
  let out: String
  let err: String

  /// Something that must not fail in a test bench did.
  struct Trouble: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs a program, found along the path, with no input.
  ///
  /// What it says comes through pipes, which grow where its files may not.
  static func run(_ words: [String], environment: [String: String]) throws -> Program {
    let out = try Channel()
    let err = try Channel()
    let child = try start(
      words, environment: environment, output: .channel(out), errors: .channel(err))
    Channel.drain([out, err])
    let end = try wait(for: child)
    return Program(end: end, out: out.text, err: err.text)
  }

  /// Runs a helper that has to succeed, and gives what it printed.
  @discardableResult
  static func demand(_ words: [String]) throws -> String {
    let program = try run(
      words, environment: ["PATH": Files.path, "LC_ALL": "C.UTF-8"])
    guard program.end == .exited(0) else {
      throw Trouble(description: "\(words.joined(separator: " ")): \(program.end) \(program.err)")
    }
    return program.out
  }

  /// Where a program says what it says.
  enum Target {
    case file(String)
    case channel(Channel)
  }

  /// Starts a program with no input.
  static func start(
    _ words: [String], environment: [String: String], output: Target, errors: Target
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    for (number, target) in [(Int32(1), output), (2, errors)] {
      switch target {
      case .file(let path):
        posix_spawn_file_actions_addopen(
          &actions, number, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      case .channel(let channel):
        posix_spawn_file_actions_adddup2(&actions, channel.writer, number)
      }
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, words[0], &actions, nil, &arguments, &variables)
    guard code == 0 else {
      throw Trouble(description: "\(words[0]): \(String(cString: strerror(code)))")
    }
    return child
  }

  /// Waits for a child.
  static func wait(for child: pid_t) throws -> End {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { throw Trouble(description: "waitpid: \(errno)") }
    }
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal)
  }
}

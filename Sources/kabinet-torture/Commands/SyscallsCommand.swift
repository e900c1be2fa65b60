import ArgumentParser
import Glibc

/// Runs every command that changes the store with every system call on it injured.
struct SyscallsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "syscalls",
    abstract: "Kill and refuse the real program at each system call that it makes on the store.")

  @Option(help: "The program.")
  var kabinet = ".build/release/kabinet"
  @Option(help: "The folder of the catalogue and the demonstration.")
  var fixtures = "Fixtures"
  @Option(help: "How many calls of a command are injured in each way, at most.")
  var most = Int.max
  @Option(help: "Only the command of this name.")
  var command: String?
  @Option(help: "Only this point of the command, such as “kill at write 2”, told in full.")
  var point: String?
  @Option(help: "How many commands are tried at once.")
  var jobs = 2

  func validate() throws {
    if most < 1 || jobs < 1 { throw ValidationError("--most and --jobs take numbers from 1") }
    guard let command else { return }
    let names = MutatingCommand.all.map(\.name)
    if !names.contains(command) {
      throw ValidationError("there is no command \(command): \(names.joined(separator: ", "))")
    }
  }

  /// What came of one command.
  private struct Result: Sendable {
    let name: String
    var counts: [String: Int] = [:]
    var breaches: [(point: String, complaint: String)] = []
    var trouble: String?
  }

  func run() async throws {
    if let reason = SyscallsCommand.obstacle {
      print("SKIPPED: syscalls: \(reason)")
      return
    }
    let commands = MutatingCommand.all.filter { [nil, $0.name].contains(command) }
    let program = try absolute(kabinet)
    let folder = try absolute(fixtures)
    let results = await withTaskGroup(of: Result.self) { group in
      var waiting = commands[...]
      func begin() {
        guard let next = waiting.popFirst() else { return }
        group.addTask { attempt(next, program, folder) }
      }
      for _ in 0..<jobs { begin() }
      var results: [Result] = []
      for await result in group {
        tell(result)
        results.append(result)
        begin()
      }
      return results
    }
    sum(results)
    if results.contains(where: { !$0.breaches.isEmpty || $0.trouble != nil }) { throw ExitCode(1) }
  }

  private func attempt(_ command: MutatingCommand, _ program: String, _ folder: String) -> Result {
    var result = Result(name: command.name)
    do {
      let trial = try CommandTrial(command, kabinet: program, fixtures: folder, point: point)
      defer {
        result.counts = trial.counts
        result.breaches = trial.breaches
      }
      try trial.run(most: most)
    } catch { result.trouble = "\(error)" }
    return result
  }

  private func tell(_ result: Result) {
    let points = result.counts.values.reduce(0, +)
    print("\(result.name): \(points) points, \(result.breaches.count) breaches")
    if let trouble = result.trouble { print("  TROUBLE \(trouble)") }
    for (point, complaint) in result.breaches.prefix(20) {
      print("  BROKEN \(point): \(complaint)")
      print("  again: kabinet-torture syscalls --command '\(result.name)' --point '\(point)'")
    }
    fflush(nil)
  }

  private func sum(_ results: [Result]) {
    let counts = results.reduce(into: [:]) { $0.merge($1.counts, uniquingKeysWith: +) }
    for (kind, count) in counts.sorted(by: { $0.key < $1.key }) { print("  \(count)  \(kind)") }
    let breaches = results.reduce(0) { $0 + $1.breaches.count }
    print(
      "\(counts.values.reduce(0, +)) points of \(results.count) commands, \(breaches) breaches")
  }

  /// Why nothing can be injured here; nil where it can.
  private static var obstacle: String? {
    for tool in ["strace", "prlimit"] {
      guard (try? Program.demand([tool, "-V"])) != nil else {
        return "\(tool) is not installed"
      }
    }
    do {
      try Program.demand(
        ["strace", "-qq", "-o", "/dev/null", "-e", "inject=getppid:error=EIO", "true"])
    } catch { return "strace may not trace: \(error)" }
    return nil
  }

  private func absolute(_ path: String) throws -> String {
    guard let whole = realpath(path, nil) else { throw ValidationError("\(path) is not there") }
    defer { free(whole) }
    return String(cString: whole)
  }
}

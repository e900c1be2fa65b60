import ArgumentParser

/// What tortures the store, by hand or in `make torture`.
@main
struct Torture: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kabinet-torture",
    abstract: "Break the store in every way that a machine can, and see whether it keeps its word.",
    discussion: "Exit codes: 0 nothing was lost, 1 something was, 64 usage.",
    subcommands: [
      CrashesCommand.self, SyscallsCommand.self, CutsCommand.self, WritersCommand.self,
      WriteCommand.self, AcknowledgeCommand.self,
    ])
}

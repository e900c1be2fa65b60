import ArgumentParser
import Cabinet
import CabinetServices
import Glibc
import Terminal

// The contract's exit codes differ from the parser's own, so errors are turned into codes here.
do {
  var command = try Kabinet.command(Array(CommandLine.arguments.dropFirst()))
  try command.run()
  guard fflush(nil) == 0 else { throw OutputLost() }
} catch let failure as CabinetFailure {
  StandardError.write(failure, language: Options.language(of: CommandLine.arguments))
  exit(failure.exitCode)
} catch let error as TerminalError {
  StandardError.write(error, language: Options.language(of: CommandLine.arguments))
  exit(6)
} catch is OutputLost {
  let phrase = OutputLost.phrase[Options.language(of: CommandLine.arguments)]
  StandardError.write(line: "kabinet: \(phrase)")
  exit(1)
} catch let refusal as Refusal {
  StandardError.write("kabinet: \(refusal.message)\n")
  exit(refusal.code)
} catch {
  let code = Kabinet.exitCode(for: error)
  let message = Kabinet.fullMessage(for: error)
  if code == .success {
    print(message)
    exit(0)
  }
  // A command that has told its reason ends with a code alone.
  if !message.isEmpty { StandardError.write(message + "\n") }
  exit(code == .validationFailure ? 2 : code.rawValue)
}

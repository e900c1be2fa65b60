import ArgumentParser
import Cabinet
import CabinetServices
import Glibc
import Terminal

// The contract's exit codes differ from the parser's own, so errors are turned into codes here.
StandardStreams.occupy()
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
} catch let problem as UsageProblem {
  let language = Options.language(of: CommandLine.arguments)
  UsageMessage(problem).lines(language).forEach { StandardError.write(line: $0) }
  exit(2)
} catch let refusal as Refusal {
  StandardError.write("kabinet: \(refusal.message)\n")
  exit(refusal.code)
} catch {
  let code = Kabinet.exitCode(for: error)
  if code == .success {
    print(Kabinet.fullMessage(for: error))
    exit(0)
  }
  if code == .validationFailure {
    let words = Array(CommandLine.arguments.dropFirst())
    UsageMessage(parserError: error, in: words).lines(Options.language(of: words))
      .forEach { StandardError.write(line: $0) }
    exit(2)
  }
  // A command that has told its reason ends with a code alone.
  let message = Kabinet.message(for: error)
  if !message.isEmpty { StandardError.write("kabinet: \(message)\n") }
  exit(code.rawValue)
}

/// What the command line asks for.
struct Options {
  /// A wrong command line, or a call for help.
  enum Stop: Error {
    case help
    case usage(String)
  }

  /// The program to be measured against.
  enum Peer: String, CaseIterable { case tig, htop, newsboat, none }

  var kabinet = ".build/release/kabinet"
  var arguments: [String]?
  var starts = 11
  var moves = 200
  var span = 5
  var idleSeconds = 2
  var applications = 2000
  var sessions = 20
  var peer = Peer.tig

  static let help = """
    kabinet-bench: Kabinet beside a program people know, on the same terminal in one run.

      --kabinet PATH        the program (.build/release/kabinet)
      --starts N            starts of each, alternately (11)
      --moves N             cursor moves of each (200)
      --span N              moves down before going up again (5)
      --idle N              seconds left alone (2)
      --applications N      applications in the cabinet beside the demonstration's own (2000)
      --sessions N          sessions open at once while memory is read (20)
      --peer NAME           tig, htop, newsboat or none (tig)
      -- ARGUMENTS…         arguments for Kabinet instead of: demo --store DIR
    """

  init(_ words: [String]) throws(Stop) {
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "-h", "--help": throw .help
      case "--":
        arguments = Array(rest)
        rest = []
      case "--kabinet": kabinet = try Options.value(of: word, &rest)
      case "--starts": starts = try Options.number(of: word, &rest)
      case "--moves": moves = try Options.number(of: word, &rest)
      case "--span": span = try Options.number(of: word, &rest)
      case "--idle": idleSeconds = try Options.number(of: word, &rest)
      case "--applications": applications = try Options.number(of: word, &rest)
      case "--sessions": sessions = try Options.number(of: word, &rest)
      case "--peer":
        let name = try Options.value(of: word, &rest)
        guard let known = Peer(rawValue: name) else { throw .usage("--peer: unknown: \(name)") }
        peer = known
      default: throw .usage("unknown option: \(word)")
      }
    }
  }

  private static func value(
    of option: String, _ rest: inout ArraySlice<String>
  ) throws(Stop) -> String {
    guard let value = rest.popFirst() else { throw .usage("\(option) needs a value") }
    return value
  }

  private static func number(
    of option: String, _ rest: inout ArraySlice<String>
  ) throws(Stop) -> Int {
    let text = try value(of: option, &rest)
    guard let number = Int(text), (1...100_000).contains(number) else {
      throw .usage("\(option) needs a number from 1, not \(text)")
    }
    return number
  }
}

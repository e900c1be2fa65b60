import ArgumentParser
import Cabinet
import CabinetServices
import Glibc

/// What every command takes.
struct Options: ParsableArguments {
  @Option(help: "The folder of the store; KABINET_STORE or the data folder where not given.")
  var store: String?

  @Option(help: "The language: ru or en.")
  var lang: String?

  @Option(help: "A fixed clock, such as 2021-01-14T10:00:00+03:00.")
  var now: String?

  @Option(name: .customLong("as"), help: "The login of the resident to act as.")
  var login: String?

  @Option(help: "The file that holds the password.")
  var passwordFile: String?

  func validate() throws {
    if let store, store.isEmpty {
      throw ValidationError(Phrase("--store ждёт папку.", "--store takes a folder."))
    }
    if let lang, Language(rawValue: lang) == nil {
      throw ValidationError(
        Phrase(
          "--lang: можно ru или en, а не «\(lang)».", "--lang takes ru or en, not “\(lang)”."))
    }
    if let now, Timestamp(now) == nil {
      throw ValidationError(
        Phrase(
          "--now ждёт время вроде 2021-01-14T10:00:00+03:00, а не «\(now)».",
          "--now takes a moment such as 2021-01-14T10:00:00+03:00, not “\(now)”."))
    }
  }

  /// The language asked for, else that of the environment, else Russian.
  var language: Language {
    lang.flatMap(Language.init(rawValue:)) ?? Self.environmentLanguage
  }

  private static var environmentLanguage: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment(name) else { continue }
      return value.hasPrefix("en") ? .english : .russian
    }
    return .russian
  }

  /// The language for a message about a command line that could not be read.
  static func language(of arguments: [String]) -> Language {
    let words = zip(arguments, arguments.dropFirst()).compactMap { $0 == "--lang" ? $1 : nil }
    let joined = arguments.filter { $0.hasPrefix("--lang=") }.map { String($0.dropFirst(7)) }
    return (words + joined).compactMap(Language.init(rawValue:)).last ?? environmentLanguage
  }

  /// The clock asked for; nil where the command has one of its own.
  var fixedClock: CabinetClock? {
    now.flatMap { Timestamp($0) }.map(CabinetClock.fixed)
  }

  /// The same options as words of a command line.
  var words: [String] {
    let pairs = [
      ("--store", store), ("--lang", lang), ("--now", now), ("--as", login),
      ("--password-file", passwordFile),
    ]
    return pairs.flatMap { name, value in value.map { [name, $0] } ?? [] }
  }

  /// The folder of the store.
  var storeFolder: String {
    store ?? environment("KABINET_STORE") ?? dataFolder + "/kabinet"
  }

  /// The folder of the demonstration's store.
  var demonstrationFolder: String {
    store ?? environment("KABINET_STORE") ?? dataFolder + "/kabinet-demo"
  }

  /// The folder of what the resident likes: settings and keys.
  var settingsFolder: String {
    if let folder = environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      return folder + "/kabinet"
    }
    return (environment("HOME") ?? "") + "/.config/kabinet"
  }

  private var dataFolder: String {
    if let folder = environment("XDG_DATA_HOME"), folder.hasPrefix("/") { return folder }
    return (environment("HOME") ?? "") + "/.local/share"
  }

  /// Opens the cabinet of the resident asked for; a store that is not there is made.
  ///
  /// - Parameter readsUpToDamage: whether to show what a damaged cabinet has. A command, whose words a
  ///   program may read, refuses: half of an answer is a wrong one.
  func openSession(
    as manner: ProgressLine.Manner = .usual, readsUpToDamage: Bool = false
  ) throws -> CabinetSession {
    let language = language
    let fixtures = try fixtures()
    let session = try ProgressLine.duringOpening(language, as: manner) { pace in
      try Cabinets.open(
        folder: storeFolder, login: login, fixtures: fixtures, clock: fixedClock,
        readsUpToDamage: readsUpToDamage, pace: pace)
    }
    session.onNotice = { StandardError.write("kabinet: \($0[language])\n") }
    if let asked = fixedClock?.now, asked < session.now {
      StandardError.write(
        "kabinet: "
          + Phrase(
            "часы кабинета назад не идут: сейчас \(session.now.shown).",
            "the clock of a cabinet never goes back: it is \(session.now.shown).")[language] + "\n")
    }
    return session
  }

  /// Lets the agencies do what is due before a command does its own.
  func catchUp(_ session: CabinetSession) throws {
    try ProgressLine.duringOffice(language, goesOn: true) {
      try session.runOffice(until: session.now, pace: $0)
    }
  }

  /// Opens the cabinet of the resident asked for to read it; nobody's where there is no store.
  ///
  /// The catalogue is for everybody: a store that cannot be read is told of, and left aside.
  func readingSession() throws -> CabinetSession {
    let fixtures = try fixtures()
    do {
      return try ProgressLine.duringOpening(language) { pace in
        try Cabinets.reader(
          folder: storeFolder, login: login, fixtures: fixtures, clock: fixedClock, pace: pace)
      }
    } catch let failure as CabinetFailure where failure.exitCode == 3 {
      StandardError.write(failure, language: language)
      return try Cabinets.visitor(fixtures: fixtures, clock: fixedClock)
    }
  }

  /// The folder of the files that the program ships with.
  func fixtures() throws -> String {
    guard let folder = FixturesLocation.find(environment: environment) else {
      throw Refusal(
        code: 3,
        message: Phrase(
          "нет каталога услуг: укажите папку Fixtures в KABINET_FIXTURES.",
          "the catalogue is missing: name the Fixtures folder in KABINET_FIXTURES.")[language])
    }
    return folder
  }
}

/// A variable of the environment; nil where it is empty, which says no more than none.
func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
}

/// Why a command was refused, where the cabinet itself has no word for it.
struct Refusal: Error {
  var code: Int32
  var message: String
}

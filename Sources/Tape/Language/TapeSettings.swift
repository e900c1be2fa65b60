/// What a tape settles before it begins: everything the caller needs to make a stage.
public struct TapeSettings: Hashable, Sendable {
  /// The width, nil where the tape leaves it open.
  public var columns: Int?
  /// The height, nil where the tape leaves it open.
  public var rows: Int?
  /// The fixed moment as written, nil where the tape leaves it open.
  public var now: String?
  /// Where `Set Now` stands, for whoever finds that there is no such day.
  public var nowPosition: TapePosition?
  /// The language, `ru` or `en`, nil where the tape leaves it open.
  public var language: String?
  /// The variables of the environment; a later one wins over an earlier one of its name.
  public var environment: [String: String] = [:]
  /// The files that the session is recorded into.
  public var outputs: [String] = []

  /// Makes settings that leave everything open.
  public init() {}

  fileprivate mutating func apply(_ statement: TapeStatement) {
    switch statement.command {
    case .set(.columns(let value)): columns = value
    case .set(.rows(let value)): rows = value
    case .set(.now(let value)):
      now = value
      nowPosition = statement.position
    case .set(.language(let value)): language = value
    case .environment(let name, let value): environment[name] = value
    case .output(let file): outputs.append(file)
    default: break
    }
  }
}

extension Tape {
  /// The settings; those of the tape itself win over those of the tapes it sources.
  public var settings: TapeSettings {
    var settings = TapeSettings()
    for statement in statements where statement.position.file != name { settings.apply(statement) }
    for statement in statements where statement.position.file == name { settings.apply(statement) }
    return settings
  }
}

/// What is known of an applicant, and from where: the profile, answers of a screener, and services
/// that were granted.
public struct Knowledge: Sendable {
  /// Where a fact comes from.
  public enum Source: Sendable, Equatable {
    case profile
    /// What the resident answered in this session.
    case answer
    /// An application that was granted, by its number.
    case application(String)
  }

  /// One known fact.
  public struct Fact: Sendable, Equatable {
    /// Its value; an empty one, or a no, says that there is none.
    public var value: Answer
    /// Where it comes from.
    public var source: Source
    /// True for a count that may be higher: a profile need not list everything.
    public var isAtLeast: Bool

    /// Makes a fact.
    public init(_ value: Answer, from source: Source, isAtLeast: Bool = false) {
      self.value = value
      self.source = source
      self.isAtLeast = isAtLeast
    }

    /// True where the fact says that there is no such thing.
    public var isAbsent: Bool { value.isEmpty || value.text == "false" }
  }

  /// The resident's own details.
  public var profile: Profile
  /// What was answered in this session.
  public var answers: ScreenerAnswers
  /// Facts that granted services prove, by path.
  public var proven: [String: Fact]
  /// The thing of each kind of which the rules are asked; a kind without one is not in the profile.
  public var things: [Profile.Object.Kind: String]

  /// Gathers what is known.
  public init(
    profile: Profile, answers: ScreenerAnswers = ScreenerAnswers(), proven: [String: Fact] = [:],
    things: [Profile.Object.Kind: String] = [:]
  ) {
    self.profile = profile
    self.answers = answers
    self.proven = proven
    self.things = things
  }

  /// The thing of a kind of which the rules are asked; nil where none of the profile is.
  public func thing(_ kind: Profile.Object.Kind) -> Profile.Object? {
    things[kind].flatMap { id in profile.objects.first { $0.id == id && $0.kind == kind } }
  }

  /// What is known of a path; nil where nothing is.
  ///
  /// An answer goes before the profile.
  public func fact(_ path: FactPath) -> Fact? {
    if let answer = answers[path, thing: thingID(path)], !answer.isEmpty {
      return Fact(answer, from: .answer)
    }
    if let proven = proven[path.text] { return proven }
    guard let kind = path.kind else {
      return profile[path.key].map { Fact(.text($0), from: .profile) }
    }
    let listed = profile.objects(kind)
    switch path.key {
    case "": return listed.first.map { Fact((thing(kind) ?? $0).answer, from: .profile) }
    case "count":
      return listed.isEmpty
        ? nil : Fact(.text(String(listed.count)), from: .profile, isAtLeast: true)
    default:
      guard let value = thing(kind)?.facts[path.key], !value.isEmpty else { return nil }
      return Fact(.text(value), from: .profile)
    }
  }

  /// The same with another answer.
  public func answering(_ path: FactPath, _ value: Answer?) -> Knowledge {
    var changed = self
    changed.answers[path, thing: thingID(path)] = value
    return changed
  }

  private func thingID(_ path: FactPath) -> String? {
    guard path.isOfOneThing, let kind = path.kind else { return nil }
    return things[kind]
  }
}

/// What a resident answered about themselves and their things, for the time of a session.
public struct ScreenerAnswers: Sendable, Equatable {
  private struct Key: Hashable {
    var path: FactPath
    var thing: String?
  }
  private var values: [Key: Answer] = [:]

  /// Makes answers to nothing.
  public init() {}

  /// True where nothing was answered.
  public var isEmpty: Bool { values.isEmpty }

  /// True where there is an answer about a thing of a kind.
  public func tell(of kind: Profile.Object.Kind, thing: String) -> Bool {
    values.keys.contains { $0.path.kind == kind && $0.thing == thing }
  }

  /// The answer about a path, and for a thing about that thing; nil where there is none.
  public subscript(path: FactPath, thing thing: String?) -> Answer? {
    get { values[Key(path: path, thing: thing)] }
    set { values[Key(path: path, thing: thing)] = newValue }
  }
}

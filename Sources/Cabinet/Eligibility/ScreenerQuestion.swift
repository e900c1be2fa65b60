/// A fact by which rules judge who may apply, with the question that asks for it.
///
/// The catalogue keeps one for each path of which its rules speak: `birthDate`, `child.birthDate`,
/// `unemployed`.
public struct ScreenerQuestion: Codable, Sendable, Equatable, Identifiable {
  /// Something that one can do, or that can happen, after which the fact is another.
  public struct Act: Codable, Sendable, Equatable {
    /// The value of the fact afterwards.
    public var value: String
    /// Its name after which one is eligible, in Russian: `после регистрации по месту жительства в Москве`.
    public var title: String
    /// The same in English.
    public var titleEn: String
    /// The service that brings it about, where the city has one.
    public var service: String?

    /// Makes an act.
    public init(value: String, title: String, titleEn: String, service: String? = nil) {
      self.value = value
      self.title = title
      self.titleEn = titleEn
      self.service = service
    }

    /// The name in both languages.
    public var name: Phrase { Phrase(title, titleEn) }
  }

  /// The path of the fact.
  public var id: String
  /// What kind of answer it takes: `date`, `number` or `choice`.
  public var type: FieldType
  /// The question in Russian.
  public var title: String
  /// The question in English.
  public var titleEn: String
  /// What the fact is called before its value, in Russian: `регистрация`.
  public var label: String
  /// The same in English.
  public var labelEn: String
  /// The answers of a choice; yes and no, as `true` and `false`, where not given.
  public var options: [FormField.Option]?
  /// What can make the fact another.
  public var acts: [Act]?
  /// The services whose grant in this cabinet proves the fact true.
  public var granted: [String]?

  /// Makes a question.
  public init(
    id: String, type: FieldType, title: String, titleEn: String, label: String, labelEn: String,
    options: [FormField.Option]? = nil, acts: [Act]? = nil, granted: [String]? = nil
  ) {
    self.id = id
    self.type = type
    self.title = title
    self.titleEn = titleEn
    self.label = label
    self.labelEn = labelEn
    self.options = options
    self.acts = acts
    self.granted = granted
  }

  /// What the fact is called, in both languages.
  public var name: Phrase { Phrase(label, labelEn) }

  /// Whose fact it is: a thing of the profile; nil for the applicant's own.
  public var kind: Profile.Object.Kind? { FactPath(id).kind }

  /// The question as one of a form.
  public var field: FormField {
    let answers = type == .choice ? options ?? Self.yesOrNo : nil
    return FormField(
      id: id, type: type, title: title, titleEn: titleEn, options: answers,
      min: type == .number ? 0 : nil, max: type == .number ? 99 : nil,
      period: type == .date ? .past : nil)
  }

  private static let yesOrNo = [
    FormField.Option(id: "true", title: "да", titleEn: "yes"),
    FormField.Option(id: "false", title: "нет", titleEn: "no"),
  ]
}

/// A path to a fact: the applicant's `birthDate`, a thing's `child.birthDate`, whether there is a
/// thing: `vehicle`, or how many: `child.count`.
public struct FactPath: Hashable, Sendable {
  /// The whole path.
  public let text: String
  /// The kind of thing that it leads into; nil where it stays with the applicant.
  public let kind: Profile.Object.Kind?
  /// The fact of the thing, or of the applicant; empty for the thing itself.
  public let key: String

  /// Reads a path.
  public init(_ text: String) {
    self.text = text
    let parts = text.split(separator: ".", maxSplits: 1)
    kind = parts.first.flatMap { Profile.Object.Kind(rawValue: String($0)) }
    key = kind == nil ? text : parts.count > 1 ? String(parts[1]) : ""
  }

  /// True for a fact of one thing, which differs from thing to thing.
  public var isOfOneThing: Bool { kind != nil && !key.isEmpty && key != "count" }
}

/// The questions of a catalogue, by their paths.
public struct ScreenerQuestions: Sendable {
  /// All of them, in the order of their file.
  public let all: [ScreenerQuestion]
  private let byPath: [String: ScreenerQuestion]

  /// Orders questions by their paths; of two with one path the first counts.
  public init(_ all: [ScreenerQuestion]) {
    self.all = all
    byPath = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The question that asks for a fact, in constant time; nil where there is none.
  public func question(_ path: FactPath) -> ScreenerQuestion? { byPath[path.text] }
}

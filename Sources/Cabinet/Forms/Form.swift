/// What a service asks of the applicant, a step at a time.
public struct Form: Codable, Sendable, Equatable {
  /// The version; it grows whenever a question changes, so that a draft can tell.
  public var version: Int
  /// The steps in order.
  public var steps: [FormStep]

  /// Makes a form.
  public init(version: Int, steps: [FormStep]) {
    self.version = version
    self.steps = steps
  }

  /// All fields in order.
  public var fields: [FormField] { steps.flatMap(\.fields) }

  /// The field of an id.
  public func field(_ id: String) -> FormField? {
    for step in steps {
      if let field = step.fields.first(where: { $0.id == id }) { return field }
    }
    return nil
  }
}

/// One page of a form.
public struct FormStep: Codable, Sendable, Equatable, Identifiable {
  /// A name within the form.
  public var id: String
  /// What the step is about, in Russian.
  public var title: String
  /// The same in English.
  public var titleEn: String
  /// Its questions in order.
  @Spliced public var fields: [FormField]

  /// Makes a step.
  public init(id: String, title: String, titleEn: String, fields: [FormField]) {
    self.id = id
    self.title = title
    self.titleEn = titleEn
    self.fields = fields
  }

  /// The title in both languages.
  public var name: Phrase { Phrase(title, titleEn) }
}

/// What kind of answer a question takes.
public enum FieldType: String, Codable, Sendable, CaseIterable {
  case text, longText, date, choice, multiChoice, flag, number, money
  case address, phone, email
  case snils, inn, passport, oms, plate, vin, cadastral, birthCertificate
  case sts, driverLicence, ogrn, kpp, bic, account, payerCode, troika, petChip, uin, foreignPassport
  case attachment
  case person, child, pet, vehicle, home

  /// True where the answer names something that the profile keeps.
  public var isReference: Bool {
    switch self {
    case .person, .child, .pet, .vehicle, .home: true
    default: false
    }
  }
}

/// One question.
public struct FormField: Codable, Sendable, Equatable, Identifiable {
  /// One answer to choose.
  public struct Option: Codable, Sendable, Equatable, Identifiable {
    /// Its value.
    public var id: String
    /// What it says, in Russian.
    public var title: String
    /// The same in English.
    public var titleEn: String

    /// Makes an option.
    public init(id: String, title: String, titleEn: String) {
      self.id = id
      self.title = title
      self.titleEn = titleEn
    }

    /// The title in both languages.
    public var name: Phrase { Phrase(title, titleEn) }
  }

  /// A name within the form, ASCII.
  public var id: String
  /// What kind of answer it takes.
  public var type: FieldType
  /// The question in Russian.
  public var title: String
  /// The question in English.
  public var titleEn: String
  /// How to answer, in Russian.
  public var help: String?
  /// How to answer, in English.
  public var helpEn: String?
  /// False where it may stay empty.
  public var required: Bool
  /// The answers of a choice.
  public var options: [Option]?
  /// The question is asked only while this holds.
  public var when: Condition?
  /// The value of the profile that fills it in: `profile.snils`.
  public var prefill: String?
  /// The least number, amount in kopecks, length of a text or number of files.
  public var min: Int?
  /// The greatest number, amount in kopecks, length of a text or number of files.
  public var max: Int?
  /// Where a date may lie: `past`, `future`, `any`.
  public var period: Period?
  /// The kinds of file that an attachment takes, by extension: `jpg`, `png`, `pdf`.
  public var accepts: [String]?

  /// Makes a question; only what matters need be given.
  public init(
    id: String, type: FieldType, title: String, titleEn: String, help: String? = nil,
    helpEn: String? = nil, required: Bool = false, options: [Option]? = nil,
    when: Condition? = nil, prefill: String? = nil, min: Int? = nil, max: Int? = nil,
    period: Period? = nil, accepts: [String]? = nil
  ) {
    self.id = id
    self.type = type
    self.title = title
    self.titleEn = titleEn
    self.help = help
    self.helpEn = helpEn
    self.required = required
    self.options = options
    self.when = when
    self.prefill = prefill
    self.min = min
    self.max = max
    self.period = period
    self.accepts = accepts
  }

  /// Where a date may lie, today included in both.
  public enum Period: String, Codable, Sendable { case past, future, any }

  /// The question in both languages.
  public var name: Phrase { Phrase(title, titleEn) }
  /// How to answer, in both languages; empty where nothing is said.
  public var advice: Phrase { Phrase(help ?? "", helpEn ?? "") }
}

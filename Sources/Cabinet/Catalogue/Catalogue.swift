/// All services that the city offers, and what their cards refer to.
public struct Catalogue: Sendable, CatalogueNames {
  /// Something that many cards refer to by id.
  public struct Entry: Codable, Sendable, Identifiable, Equatable {
    /// A name in ASCII.
    public var id: String
    /// Its title in Russian.
    public var title: String
    /// Its title in English.
    public var titleEn: String
    /// Of an agency: the service by which a visit to it can be booked; nil where none can.
    public var visit: String?

    /// The title in both languages.
    public var name: Phrase { Phrase(title, titleEn) }
  }

  /// A part of the catalogue that could not be read; the rest is served.
  public struct Damage: Sendable, Equatable, Error {
    /// The file, by its name within the catalogue.
    public var file: String
    /// The line, from 1; nil where it is not known.
    public var line: Int?
    /// The character of the line, from 1; nil where it is not known.
    public var column: Int?
    /// The key at fault: `services[3].term.unit`.
    public var key: String
    /// What is wrong.
    public var reason: Phrase

    /// Makes a report.
    public init(file: String, line: Int?, column: Int? = nil, key: String, reason: Phrase) {
      self.file = file
      self.line = line
      self.column = column
      self.key = key
      self.reason = reason
    }

    /// The place in one line: `documents.json:12:7 services[3].term.unit`.
    public var place: String {
      let file = [file, line.map(String.init), column.map(String.init)].compactMap { $0 }
      return [file.joined(separator: ":"), key].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The place and what is wrong there.
    public var phrase: Phrase { Phrase("\(place): \(reason.ru)", "\(place): \(reason.en)") }
  }

  /// The services, in the order of their files.
  public let services: [Service]
  /// The agencies.
  public let agencies: [Entry]
  /// The categories.
  public let categories: [Entry]
  /// The life situations.
  public let lifeSituations: [Entry]
  /// The facts by which rules judge who may apply.
  public let questions: ScreenerQuestions
  /// The questions of forms that several services share.
  public let sharedFields: [FormField]
  /// How the catalogue judges its completeness.
  public let selfAssessment: SelfAssessment
  /// What could not be read.
  public let damages: [Damage]
  private let indexByID: [String: Int]

  /// Makes a catalogue of its parts.
  public init(
    services: [Service], agencies: [Entry], categories: [Entry], lifeSituations: [Entry],
    questions: [ScreenerQuestion] = [], sharedFields: [FormField] = [],
    selfAssessment: SelfAssessment = SelfAssessment(), damages: [Damage] = []
  ) {
    self.services = services
    self.agencies = agencies
    self.categories = categories
    self.lifeSituations = lifeSituations
    self.questions = ScreenerQuestions(questions)
    self.sharedFields = sharedFields
    self.selfAssessment = selfAssessment
    self.damages = damages
    indexByID = Dictionary(
      services.indices.map { (services[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The service of an id, in constant time.
  public func service(_ id: String) -> Service? {
    indexByID[id].map { services[$0] }
  }

  /// The question that asks for a fact, in constant time; nil where the catalogue has none.
  public func question(_ path: FactPath) -> ScreenerQuestion? { questions.question(path) }
}

/// What the cards of a catalogue refer to by id.
public protocol CatalogueNames {
  /// The agencies.
  var agencies: [Catalogue.Entry] { get }
  /// The categories.
  var categories: [Catalogue.Entry] { get }
  /// The life situations.
  var lifeSituations: [Catalogue.Entry] { get }
}

extension CatalogueNames {
  /// The title of an agency; its id where the catalogue does not know it.
  public func agency(_ id: String) -> Phrase { Self.name(id, agencies) }

  /// The title of a category; its id where the catalogue does not know it.
  public func category(_ id: String) -> Phrase { Self.name(id, categories) }

  private static func name(_ id: String, _ entries: [Catalogue.Entry]) -> Phrase {
    entries.first { $0.id == id }?.name ?? Phrase(id, id)
  }
}

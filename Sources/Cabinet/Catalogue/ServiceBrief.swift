/// A service as a list and the search need it: its card without the long parts.
///
/// A list of all services is read without decoding their forms, documents and regulations.
public struct ServiceBrief: Identifiable, Sendable, Equatable, ServiceNames {
  /// A stable name in ASCII.
  public var id: String
  /// The full title in Russian.
  public var title: String
  /// The title in English.
  public var titleEn: String
  /// A title for narrow places, in Russian; nil where the full one is short.
  public var shortTitle: String?
  /// What the service gives, in Russian.
  public var summary: String
  /// The same in English.
  public var summaryEn: String
  /// The id of its category.
  public var category: String
  /// The ids of the life situations in which it is needed.
  public var lifeSituations: [String]
  /// What people call it.
  public var keywords: [String]
  /// The id of the agency that provides it.
  public var agency: String
  /// What one does to get it.
  public var kind: Service.Kind
  /// How long it takes.
  public var term: Term
  /// What it costs.
  public var fee: Fee

  /// Makes a brief of its parts.
  public init(
    id: String, title: String, titleEn: String, shortTitle: String?, summary: String,
    summaryEn: String, category: String, lifeSituations: [String], keywords: [String],
    agency: String, kind: Service.Kind, term: Term, fee: Fee
  ) {
    self.id = id
    self.title = title
    self.titleEn = titleEn
    self.shortTitle = shortTitle
    self.summary = summary
    self.summaryEn = summaryEn
    self.category = category
    self.lifeSituations = lifeSituations
    self.keywords = keywords
    self.agency = agency
    self.kind = kind
    self.term = term
    self.fee = fee
  }
}

/// What a service is called, and what a list says of it.
public protocol ServiceNames {
  /// The full title in Russian.
  var title: String { get }
  /// The title in English.
  var titleEn: String { get }
  /// A title for narrow places, in Russian; nil where the full one is short.
  var shortTitle: String? { get }
  /// What the service gives, in Russian.
  var summary: String { get }
  /// The same in English.
  var summaryEn: String { get }
  /// How long it takes.
  var term: Term { get }
  /// What it costs.
  var fee: Fee { get }
}

extension ServiceNames {
  /// The title in both languages.
  public var name: Phrase { Phrase(title, titleEn) }
  /// The shortest title in both languages.
  public var shortName: Phrase { Phrase(shortTitle ?? title, titleEn) }
  /// The summary in both languages.
  public var gist: Phrase { Phrase(summary, summaryEn) }
}

extension Service: ServiceNames {
  /// The service without the long parts of its card.
  public var brief: ServiceBrief {
    ServiceBrief(
      id: id, title: title, titleEn: titleEn, shortTitle: shortTitle, summary: summary,
      summaryEn: summaryEn, category: category, lifeSituations: lifeSituations,
      keywords: keywords, agency: agency, kind: kind, term: term, fee: fee)
  }
}

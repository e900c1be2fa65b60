/// A city service as its card tells it: what it gives, to whom, how, and by what rules.
///
/// The blocks follow the sections of a regulation under Moscow Government Decree 546-PP of 15.11.2011.
public struct Service: Codable, Identifiable, Sendable, Equatable {
  /// A stable name in ASCII: `hunting-licence`.
  public var id: String
  /// The full title in Russian.
  public var title: String
  /// The title in English.
  public var titleEn: String
  /// A title for narrow places and headings, in Russian; nil where the full one is short.
  public var shortTitle: String?
  /// What the service gives, in one or two sentences, in Russian.
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
  public var kind: Kind
  /// Who may apply.
  public var audience: Audience
  /// What one gets.
  public var results: [ServiceResult]
  /// How long it takes.
  public var term: Term
  /// What it costs.
  public var fee: Fee
  /// What is needed, and who brings it.
  @Spliced public var documents: [RequiredDocument]
  /// Why an application may be refused registration; the list is exhaustive.
  @Spliced public var acceptanceRefusals: [Ground]
  /// Why the term may stop, and for how long at most.
  @Spliced public var suspensions: [Suspension]
  /// Why the service may be refused; the list is exhaustive.
  @Spliced public var refusals: [Ground]
  /// Where and how a decision can be appealed.
  public var appeal: Appeal
  /// The acts by which it is provided.
  @Spliced public var legalActs: [LegalAct]
  /// What happens, in order.
  @Spliced public var steps: [ProcedureStep]
  /// What is asked of the applicant.
  public var form: Form
  /// How the office decides.
  public var regulation: Regulation
  /// When the card was last brought up to date.
  public var updated: Day
  /// Where its facts come from, and what is not certain.
  public var basis: String

  /// What one does to get a service.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case application, booking, payment, lookup, information
  }
}

/// Who may apply for a service.
public struct Audience: Codable, Sendable, Equatable {
  /// The circle of applicants in sentences, as the regulation draws it.
  public var who: [String]
  /// The same as rules over the profile and a screener's answers, where they can be checked before
  /// applying.
  @Spliced public var rules: [EligibilityRule]
  /// True where anybody may apply; then there are no rules.
  public var open: Bool?
}

/// A condition that an applicant meets, with its sentence.
public struct EligibilityRule: Codable, Sendable, Equatable {
  /// The rule as a short sentence: `возраст от 18 лет`.
  public var title: String
  /// The same in English.
  public var titleEn: String
  /// What must hold; its subjects are paths of the profile, for each of which the catalogue has a
  /// ``ScreenerQuestion``.
  public var condition: Condition

  /// The sentence in both languages.
  public var name: Phrase { Phrase(title, titleEn) }
}

/// What one gets of a service.
public struct ServiceResult: Codable, Sendable, Equatable {
  /// What it is.
  public var title: String
  /// On what it comes.
  public var form: Medium
  /// How it comes.
  public var delivery: [Delivery]

  /// On what a result or a document comes.
  public enum Medium: String, Codable, Sendable { case paper, electronic, record }
  /// How a result reaches the applicant.
  public enum Delivery: String, Codable, Sendable { case cabinet, mfc, post, office }
}

/// A span set by a regulation.
public struct Term: Codable, Sendable, Equatable {
  /// The unit in which a term is counted.
  public enum Unit: String, Codable, Sendable {
    case workingDays, calendarDays
    /// At once, in the cabinet.
    case immediately
    /// During the visit.
    case onVisit
    /// Not known for certain; `note` says why.
    case uncertain
  }
  /// The number of units; nil where the unit needs none.
  public var value: Int?
  /// The unit.
  public var unit: Unit
  /// From when it runs, or what is not certain.
  public var note: String?

  /// Makes a term.
  public init(value: Int?, unit: Unit, note: String? = nil) {
    self.value = value
    self.unit = unit
    self.note = note
  }
}

/// What a service costs.
public struct Fee: Codable, Sendable, Equatable {
  /// How the price is set.
  public enum Kind: String, Codable, Sendable {
    case free
    /// A state duty.
    case duty
    /// A price by agreement or tariff.
    case price
    /// Not known for certain; `note` says why.
    case uncertain
  }
  /// How the price is set.
  public var kind: Kind
  /// The amount in kopecks, where it is fixed.
  public var amount: Int?
  /// Discounts, exemptions, or what is not certain.
  public var note: String?
  /// The service by which it is paid; nil where the cabinet has none.
  public var service: String?

  /// Makes a price.
  public init(
    kind: Kind, amount: Int? = nil, note: String? = nil, service: String? = nil
  ) {
    self.kind = kind
    self.amount = amount
    self.note = note
    self.service = service
  }
}

/// A document that a service needs.
public struct RequiredDocument: Codable, Sendable, Equatable, Identifiable {
  /// Who brings a document.
  public enum Supplier: String, Codable, Sendable {
    /// The applicant attaches or types it.
    case applicant
    /// The agency asks another agency for it.
    case agency
    /// The cabinet's profile holds it.
    case profile
  }
  /// A name within the service.
  public var id: String
  /// What it is.
  public var title: String
  /// Who brings it.
  public var supplier: Supplier
  /// The agency that holds it, where the supplier is the agency.
  public var source: String?
  /// The field of the form through which it is given.
  public var field: String?
  /// False for one that may be left out.
  public var required: Bool
  /// Its form, age or number of copies.
  public var note: String?
}

/// A ground on which an office may refuse.
public struct Ground: Codable, Sendable, Equatable {
  /// The status code with the number of the reason: `1030.3`, `1080.2`.
  public var code: String
  /// The ground in a sentence.
  public var title: String
}

/// A reason for the term to stop.
public struct Suspension: Codable, Sendable, Equatable {
  /// The reason in a sentence.
  public var title: String
  /// How long it may last.
  public var limit: Term
}

/// Where and how a decision can be appealed before a court.
public struct Appeal: Codable, Sendable, Equatable {
  /// To whom a complaint goes, the nearest first.
  public var to: [String]
  /// What is particular to the service.
  public var note: String?
}

/// An act by which a service is provided.
public struct LegalAct: Codable, Sendable, Equatable {
  /// Its title.
  public var title: String
  /// Its number: `210-ФЗ`, `546-ПП`.
  public var number: String?
  /// Its date.
  public var date: Day?
  /// The clause that matters here.
  public var clause: String?
}

/// One step of how a service is provided.
public struct ProcedureStep: Codable, Sendable, Equatable {
  /// Who acts in a step.
  public enum Actor: String, Codable, Sendable { case resident, office, agency }
  /// What happens.
  public var title: String
  /// Who acts.
  public var who: Actor
  /// How long it takes, in the words of the card.
  public var term: String?
}

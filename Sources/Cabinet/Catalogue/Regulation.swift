/// How the office decides on an application: the service's regulation as data.
public struct Regulation: Codable, Sendable, Equatable {
  /// The six digits that stand for the service in the third block of a ЕНО.
  public var formCode: String
  /// What makes the office refuse registration; checked in order, the first that holds decides.
  public var acceptance: [Check]
  /// What the office asks of other agencies.
  public var requests: [InteragencyRequest]
  /// What makes the office ask the applicant; each that holds is asked, all in one request.
  public var clarifications: [Clarification]
  /// What makes the office stop the term; nil where nothing does.
  public var suspension: SuspensionRule?
  /// What makes the office refuse the service; checked in order, the first that holds decides.
  public var refusal: [Check]
  /// What the decision says when nothing speaks against it.
  public var grant: String

  /// A condition that speaks against an application.
  public struct Check: Codable, Sendable, Equatable {
    /// What must hold for the refusal.
    public var when: Condition
    /// The code of one of the service's grounds.
    public var ground: String
    /// What exactly was found, for the applicant.
    public var note: String
  }

  /// A question to another agency.
  public struct InteragencyRequest: Codable, Sendable, Equatable {
    /// The agency asked.
    public var to: String
    /// What is asked.
    public var subject: String
    /// Working days until the answer, 0 for the same day.
    public var days: Int
    /// The entry of the city's registers that the answer reveals to the office.
    public var reveals: String?
  }

  /// A question to the applicant.
  public struct Clarification: Codable, Sendable, Equatable {
    /// What must hold for the question to be asked.
    public var when: Condition
    /// The fields to be corrected.
    public var fields: [String]
    /// What is asked, and why.
    public var text: String
    /// Working days to answer.
    public var days: Int
  }

  /// A stop of the term.
  public struct SuspensionRule: Codable, Sendable, Equatable {
    /// What must hold for the stop.
    public var when: Condition
    /// Why, in a sentence.
    public var text: String
    /// Working days until the matter is resumed.
    public var days: Int
  }
}

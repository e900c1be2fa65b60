import Cabinet

/// What the city's registers hold on people; only the office can look.
///
/// The entries are synthetic and stand in for the answers of other agencies.
public struct Registers: Codable, Sendable {
  /// Entries by СНИЛС in its canonical spelling, then by name of the entry.
  public var people: [String: [String: String]]

  /// Makes registers.
  public init(people: [String: [String: String]] = [:]) {
    self.people = people
  }

  /// The entries on the applicant of an application, found by the СНИЛС that was submitted.
  func entries(on application: Application) -> [String: String] {
    application.answers["snils"]?.text.flatMap { people[$0] } ?? [:]
  }
}

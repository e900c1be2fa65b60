/// A name under which a resident signs in, and the cabinet that it opens.
public struct Account: Codable, Sendable, Equatable {
  /// The name, lower case ASCII.
  public var login: String
  /// The id of the resident, which names the cabinet's folder.
  public var resident: String

  /// Makes an account.
  public init(login: String, resident: String) {
    self.login = login
    self.resident = resident
  }
}

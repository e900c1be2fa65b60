import Cabinet

/// What the insurer's register holds on policies, and the polyclinics on the patients attached to them.
///
/// The entries are synthetic.
public struct InsuredRegister: Codable, Sendable {
  /// What is known of a policy.
  public struct Entry: Codable, Sendable, Equatable {
    /// The holder's birth date.
    public var birthDate: Day
    /// The register of the polyclinic to which the holder is attached; nil for none.
    public var polyclinic: String?
  }

  /// The entries by the sixteen digits of the policy.
  public var policies: [String: Entry]

  /// Makes a register.
  public init(policies: [String: Entry] = [:]) {
    self.policies = policies
  }
}

/// Whether a policy and a birth date belong together, which a polyclinic asks before it books anyone.
public enum Insurance {
  /// Why nobody is booked by a policy.
  public enum Refusal: Error, Equatable, Sendable {
    /// There is no policy, or it is no number of sixteen digits.
    case noPolicy
    /// The birth date is not known.
    case noBirthDate
    /// The policy is another person's.
    case otherBirthDate
  }

  /// Checks a policy against a birth date.
  ///
  /// - Parameters:
  ///   - policy: the policy as it is kept in the profile.
  ///   - birth: the birth date.
  ///   - registered: the birth date that the insurer's register holds for the policy, if it knows it;
  ///     otherwise the date coded in the number decides, where it makes one.
  /// - Throws: ``Refusal``.
  public static func check(policy: String?, birth: Day?, registered: Day? = nil) throws(Refusal) {
    guard let policy, OMSNumber.check(policy).isValid else { throw .noPolicy }
    guard let birth else { throw .noBirthDate }
    guard let held = registered ?? OMSNumber.content(of: policy)?.birth else { return }
    guard held == birth else { throw .otherBirthDate }
  }
}

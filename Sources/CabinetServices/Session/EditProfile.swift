import Cabinet

extension CabinetSession {
  /// Keeps what the resident says of themselves.
  public func save(_ profile: Profile) throws(CabinetFailure) {
    try commit { _ in .profileChanged(profile) }
  }

  /// An id for a new thing of the profile.
  public func newObjectID(_ kind: Profile.Object.Kind) -> String {
    let taken = Set(state.profile.objects.map(\.id))
    var number = state.profile.objects(kind).count + 1
    while taken.contains("\(kind.rawValue)-\(number)") { number += 1 }
    return "\(kind.rawValue)-\(number)"
  }
}

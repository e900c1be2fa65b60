import Cabinet

extension CabinetSession {
  /// Keeps what the resident says of themselves.
  ///
  /// Only what differs from the profile that this session knows is changed, so that what another
  /// session saved in between is not lost.
  public func save(_ profile: Profile) throws(CabinetFailure) {
    let known = state.profile
    try commit { state in .profileChanged(state.profile.changed(from: known, to: profile)) }
  }

  /// An id for a new thing of the profile.
  public func newObjectID(_ kind: Profile.Object.Kind) -> String {
    let taken = Set(state.profile.objects.map(\.id))
    var number = state.profile.objects(kind).count + 1
    while taken.contains("\(kind.rawValue)-\(number)") { number += 1 }
    return "\(kind.rawValue)-\(number)"
  }
}

extension Profile {
  /// This profile with the changes that lead from one to another.
  func changed(from old: Profile, to new: Profile) -> Profile {
    guard self != old else { return new }
    var result = self
    for key in Set(old.values.keys).union(new.values.keys) where old.values[key] != new.values[key]
    {
      result.values[key] = new.values[key]
    }
    result.objects = Profile.changed(objects, from: old.objects, to: new.objects)
    result.documents = Profile.changed(documents, from: old.documents, to: new.documents)
    return result
  }

  private static func changed<Thing: Identifiable & Equatable>(
    _ things: [Thing], from old: [Thing], to new: [Thing]
  ) -> [Thing] {
    let kept = Set(new.map(\.id))
    let removed = Set(old.map(\.id)).subtracting(kept)
    var result = things.filter { !removed.contains($0.id) }
    for thing in new where !old.contains(thing) {
      if let index = result.firstIndex(where: { $0.id == thing.id }) {
        result[index] = thing
      } else {
        result.append(thing)
      }
    }
    return result
  }
}

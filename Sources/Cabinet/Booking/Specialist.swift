/// Someone who receives people.
public struct Specialist: Sendable, Equatable, Identifiable {
  /// The name within the institution: `03`.
  public var id: String
  /// The surname with initials.
  public var name: String
  /// The speciality, by its id.
  public var speciality: String
  /// The place of the house among the institution's branches.
  public var branch: Int
  /// The room.
  public var room: Int
  /// The floor.
  public var floor: Int

  /// Makes a specialist.
  public init(id: String, name: String, speciality: String, branch: Int, room: Int, floor: Int) {
    self.id = id
    self.name = name
    self.speciality = speciality
    self.branch = branch
    self.room = room
    self.floor = floor
  }
}

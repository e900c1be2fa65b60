/// What the slip of an appointment says: with whom, where and when.
///
/// The names are copied from the institution's list on the day of booking, so that the slip says the same whatever
/// becomes of the list.
public struct Talon: Codable, Sendable, Equatable {
  /// Whose time it is, and when.
  public var slot: SlotID
  /// The speciality, by its id.
  public var speciality: String
  /// The speciality, in words.
  public var title: Phrase
  /// The specialist's name.
  public var specialist: String
  /// The institution or its branch.
  public var place: Phrase
  /// The address; the resident's own where one is visited at home.
  public var address: String
  /// The room, empty where there is none.
  public var room: String
  /// The floor; nil where there is no room.
  public var floor: Int?

  /// Makes a slip.
  public init(
    slot: SlotID, speciality: String, title: Phrase, specialist: String, place: Phrase,
    address: String, room: String = "", floor: Int? = nil
  ) {
    self.slot = slot
    self.speciality = speciality
    self.title = title
    self.specialist = specialist
    self.place = place
    self.address = address
    self.room = room
    self.floor = floor
  }

  /// The number of the slip.
  public var number: String { slot.number }
}

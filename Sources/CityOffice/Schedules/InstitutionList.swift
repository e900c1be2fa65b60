import Cabinet

/// The institutions to which one makes appointments, and who works there.
///
/// People and hours are not listed but follow from the posts of a staff: see ``Timetable``.
public struct InstitutionList: Codable, Sendable {
  /// A house of an institution.
  public struct Branch: Codable, Sendable, Equatable {
    /// What it is called.
    public var title: String
    /// The same in English.
    public var titleEn: String
    /// Where it is.
    public var address: String
    /// How many floors it has.
    public var floors: Int

    /// The title in both languages.
    public var name: Phrase { Phrase(title, titleEn) }
  }

  /// An institution with a register of its own.
  public struct Institution: Codable, Sendable, Equatable {
    /// The register, which names it.
    public var registry: String
    /// The staff that works there.
    public var staff: String
    /// What it is called.
    public var title: String
    /// The same in English.
    public var titleEn: String
    /// Its houses; the first is the main one.
    public var branches: [Branch]

    /// The title in both languages.
    public var name: Phrase { Phrase(title, titleEn) }
  }

  /// When the holder of a post works.
  public enum Hours: String, Codable, Sendable {
    /// Mornings on even or odd dates, afternoons on the others; some Saturdays.
    case halves
    /// Visits at home, all day on working days.
    case visits
    /// Two days of twelve hours, two days off, whatever the calendar says.
    case shifts
    /// The hours of an office.
    case office
  }

  /// How soon others take the times of a post.
  public enum Demand: String, Codable, Sendable { case quiet, usual, busy, full }

  /// Some people who do the same.
  public struct Post: Codable, Sendable, Equatable {
    /// What they do, by its id.
    public var speciality: String
    /// How many they are.
    public var count: Int
    /// How soon their times are taken.
    public var demand: Demand
    /// When they work.
    public var hours: Hours
  }

  /// What there is to be booked.
  public var specialities: [Speciality]
  /// Who works in an institution, by the name of the staff.
  public var staffs: [String: [Post]]
  /// The institutions.
  public var institutions: [Institution]
  /// The surnames of the people, without the ending that marks them as made up.
  public var surnames: [String]
  /// What befalls the people; nil where nothing does.
  public var mishaps: Mishaps?

  /// Makes an empty list.
  public init() {
    specialities = []
    staffs = [:]
    institutions = []
    surnames = []
  }

  /// A speciality by its id.
  public func speciality(_ id: String) -> Speciality? { specialities.first { $0.id == id } }

  /// An institution by its register.
  public func institution(_ registry: String) -> Institution? {
    institutions.first { $0.registry == registry }
  }

  /// The people of a staff, a post each; their place in it names them within an institution.
  public func people(of staff: String) -> [Post] {
    (staffs[staff] ?? []).flatMap { post in Array(repeating: post, count: max(0, post.count)) }
  }
}

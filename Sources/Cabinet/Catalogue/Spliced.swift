/// Lists that several services share, by name.
///
/// A catalogue file names one in place of an element: `{"use":"fields.applicant"}`.
public struct SharedLists: Codable, Sendable {
  /// Groups of questions.
  public var fields: [String: [FormField]]
  /// Grounds of refusal.
  public var grounds: [String: [Ground]]
  /// Reasons to suspend.
  public var suspensions: [String: [Suspension]]
  /// Documents.
  public var documents: [String: [RequiredDocument]]
  /// Acts.
  public var legalActs: [String: [LegalAct]]
  /// Steps of a procedure.
  public var steps: [String: [ProcedureStep]]
  /// Rules of who may apply; nil where a catalogue shares none.
  public var rules: [String: [EligibilityRule]]?

  /// Where a decoder keeps the lists.
  public static let userInfoKey = CodingUserInfoKey(rawValue: "kabinet.sharedLists")

  /// Lists that hold nothing.
  public static let none = SharedLists(
    fields: [:], grounds: [:], suspensions: [:], documents: [:], legalActs: [:], steps: [:])
}

/// An element of which the catalogue keeps shared lists.
public protocol Shareable: Codable, Sendable, Equatable {
  /// The lists of such elements.
  static func lists(in shared: SharedLists) -> [String: [Self]]
}

extension FormField: Shareable {
  /// The groups of questions.
  public static func lists(in shared: SharedLists) -> [String: [FormField]] { shared.fields }
}
extension Ground: Shareable {
  /// The lists of grounds.
  public static func lists(in shared: SharedLists) -> [String: [Ground]] { shared.grounds }
}
extension Suspension: Shareable {
  /// The lists of reasons to suspend.
  public static func lists(in shared: SharedLists) -> [String: [Suspension]] { shared.suspensions }
}
extension RequiredDocument: Shareable {
  /// The lists of documents.
  public static func lists(in shared: SharedLists) -> [String: [RequiredDocument]] {
    shared.documents
  }
}
extension LegalAct: Shareable {
  /// The lists of acts.
  public static func lists(in shared: SharedLists) -> [String: [LegalAct]] { shared.legalActs }
}
extension ProcedureStep: Shareable {
  /// The lists of steps.
  public static func lists(in shared: SharedLists) -> [String: [ProcedureStep]] { shared.steps }
}

extension EligibilityRule: Shareable {
  /// The lists of rules.
  public static func lists(in shared: SharedLists) -> [String: [EligibilityRule]] {
    shared.rules ?? [:]
  }
}

/// A list in which an element may stand for a shared list; once read, it is the whole list.
@propertyWrapper
public struct Spliced<Element: Shareable>: Codable, Sendable, Equatable {
  /// The elements, shared ones in their places.
  public var wrappedValue: [Element]

  /// Makes a list of its elements.
  public init(wrappedValue: [Element]) { self.wrappedValue = wrappedValue }

  private enum Piece: Decodable {
    case use(String)
    case element(Element)

    private enum Key: String, CodingKey { case use }

    init(from decoder: any Decoder) throws {
      let keyed = try decoder.container(keyedBy: Key.self)
      if let name = try keyed.decodeIfPresent(String.self, forKey: .use) {
        self = .use(name)
      } else {
        self = .element(try Element(from: decoder))
      }
    }
  }

  /// The place of an element, for messages.
  private struct Place: CodingKey {
    let intValue: Int?
    var stringValue: String { intValue.map(String.init) ?? "" }
    init(_ index: Int) { intValue = index }
    init?(intValue: Int) { self.intValue = intValue }
    init?(stringValue: String) { nil }
  }

  /// Reads elements and names of shared lists; a name that no list bears is an error.
  public init(from decoder: any Decoder) throws {
    let lists =
      SharedLists.userInfoKey.flatMap { decoder.userInfo[$0] as? SharedLists } ?? .none
    var container = try decoder.unkeyedContainer()
    wrappedValue = []
    while !container.isAtEnd {
      let path = container.codingPath + [Place(container.currentIndex)]
      switch try container.decode(Piece.self) {
      case .element(let element): wrappedValue.append(element)
      case .use(let name):
        guard let shared = Element.lists(in: lists)[name] else {
          throw DecodingError.dataCorrupted(
            .init(codingPath: path, debugDescription: "no shared list is called \(name)"))
        }
        wrappedValue += shared
      }
    }
  }

  /// Writes the elements.
  public func encode(to encoder: any Encoder) throws {
    try wrappedValue.encode(to: encoder)
  }
}

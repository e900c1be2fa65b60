/// What the cabinet knows of its resident, by the resident's own word.
public struct Profile: Codable, Sendable, Equatable {
  /// A person, pet, vehicle or home of the resident.
  public struct Object: Codable, Sendable, Equatable, Identifiable {
    /// What an object is.
    public enum Kind: String, Codable, Sendable, CaseIterable {
      case person, child, pet, vehicle, home
    }
    /// A name within the profile.
    public var id: String
    /// What it is.
    public var kind: Kind
    /// What is known of it, by ASCII key: `name`, `birthDate`, `plate`, `address`, ….
    public var facts: [String: String]

    /// Makes an object.
    public init(id: String, kind: Kind, facts: [String: String]) {
      self.id = id
      self.kind = kind
      self.facts = facts
    }

    /// What it is called.
    public var title: String {
      let parts =
        switch kind {
        case .person, .child: ["surname", "name", "patronymic"]
        case .pet: ["name", "species"]
        case .vehicle: ["model", "plate"]
        case .home: ["address"]
        }
      let words = parts.compactMap { facts[$0] }.filter { !$0.isEmpty }
      return words.isEmpty ? id : words.joined(separator: " ")
    }

    /// The object as an answer, with what is known of it now.
    public var answer: Answer {
      .reference(.init(id: id, title: title, facts: facts))
    }
  }

  /// A document that the resident keeps in the cabinet.
  public struct Document: Codable, Sendable, Equatable, Identifiable {
    /// A name within the profile.
    public var id: String
    /// What it is.
    public var title: String
    /// The file.
    public var attachment: Attachment

    /// Makes a document.
    public init(id: String, title: String, attachment: Attachment) {
      self.id = id
      self.title = title
      self.attachment = attachment
    }
  }

  /// The resident's own data by ASCII key: `surname`, `birthDate`, `snils`, ….
  public var values: [String: String]
  /// The resident's family, pets, vehicles and homes.
  public var objects: [Object]
  /// The documents kept.
  public var documents: [Document]

  /// Makes a profile; without arguments an empty one.
  public init(
    values: [String: String] = [:], objects: [Object] = [], documents: [Document] = []
  ) {
    self.values = values
    self.objects = objects
    self.documents = documents
  }

  /// The objects of a kind.
  public func objects(_ kind: Object.Kind) -> [Object] {
    objects.filter { $0.kind == kind }
  }

  /// A value by its key; `fullName` joins the three names.
  public subscript(key: String) -> String? {
    if key == "fullName" {
      let names = ["surname", "name", "patronymic"].compactMap { values[$0] }.filter { !$0.isEmpty }
      return names.isEmpty ? nil : names.joined(separator: " ")
    }
    return values[key].flatMap { $0.isEmpty ? nil : $0 }
  }
}

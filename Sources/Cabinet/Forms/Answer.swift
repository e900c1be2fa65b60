/// What an applicant answered to one question.
public enum Answer: Sendable, Equatable {
  /// A text, a date, a number, an identifier or the value of a choice.
  case text(String)
  /// Yes or no.
  case flag(Bool)
  /// The values of a choice of several.
  case values([String])
  /// Files.
  case files([Attachment])
  /// A person, pet, vehicle or home, with what was known of it when it was named.
  case reference(Reference)

  /// A thing of the profile, copied into the answer, because the office sees only what was submitted.
  public struct Reference: Codable, Sendable, Equatable {
    /// Its id in the profile; empty for one typed by hand.
    public var id: String
    /// What it is called.
    public var title: String
    /// What is known of it: `birthDate`, `plate`, ….
    public var facts: [String: String]

    /// Makes a reference.
    public init(id: String, title: String, facts: [String: String]) {
      self.id = id
      self.title = title
      self.facts = facts
    }
  }

  /// True where nothing was answered; a `no` is an answer.
  public var isEmpty: Bool {
    switch self {
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .flag: false
    case .values(let values): values.isEmpty
    case .files(let files): files.isEmpty
    case .reference: false
    }
  }

  /// The single text of the answer; nil for files and for several values.
  public var text: String? {
    switch self {
    case .text(let text): text
    case .flag(let flag): flag ? "true" : "false"
    case .values(let values): values.count == 1 ? values[0] : nil
    case .files: nil
    case .reference(let reference): reference.id
    }
  }

  /// All values, for comparison with those of a condition.
  public var values: [String] {
    switch self {
    case .text(let text): [text]
    case .flag(let flag): [flag ? "true" : "false"]
    case .values(let values): values
    case .files(let files): files.map(\.hash)
    case .reference(let reference): [reference.id]
    }
  }

  /// The files of the answer.
  public var attachments: [Attachment] {
    if case .files(let files) = self { files } else { [] }
  }
}

/// A file that an applicant attached; its bytes lie in the store under its hash.
public struct Attachment: Codable, Sendable, Equatable {
  /// The hash of the bytes, by which the store keeps them.
  public var hash: String
  /// The name it had.
  public var name: String
  /// Its kind by content, as an extension: `jpg`, `png`, `pdf`; `bin` where it is not known.
  public var kind: String
  /// Its size in bytes.
  public var size: Int
  /// Its size in pixels, for a picture.
  public var picture: Picture?

  /// The size of a picture in pixels.
  public struct Picture: Codable, Sendable, Equatable {
    /// Pixels from left to right.
    public var width: Int
    /// Pixels from top to bottom.
    public var height: Int

    /// Makes a size.
    public init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  /// Makes a description of a file.
  public init(hash: String, name: String, kind: String, size: Int, picture: Picture? = nil) {
    self.hash = hash
    self.name = name
    self.kind = kind
    self.size = size
    self.picture = picture
  }
}

extension Answer: Codable {
  private enum Key: String, CodingKey { case files, reference }

  /// Reads a string, a boolean, a number, a list of strings, `{"files":[…]}` or `{"reference":{…}}`.
  public init(from decoder: any Decoder) throws {
    if let keyed = try? decoder.container(keyedBy: Key.self) {
      if let files = try keyed.decodeIfPresent([Attachment].self, forKey: .files) {
        self = .files(files)
      } else {
        self = .reference(try keyed.decode(Reference.self, forKey: .reference))
      }
      return
    }
    let single = try decoder.singleValueContainer()
    if let flag = try? single.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? single.decode(Int.self) {
      self = .text(String(number))
    } else if let number = try? single.decode(Double.self) {
      self = .text(String(number))
    } else if let values = try? single.decode([String].self) {
      self = .values(values)
    } else {
      self = .text(try single.decode(String.self))
    }
  }

  /// Writes the form that `init(from:)` reads.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .text(let text):
      var container = encoder.singleValueContainer()
      try container.encode(text)
    case .flag(let flag):
      var container = encoder.singleValueContainer()
      try container.encode(flag)
    case .values(let values):
      var container = encoder.singleValueContainer()
      try container.encode(values)
    case .files(let files):
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(files, forKey: .files)
    case .reference(let reference):
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(reference, forKey: .reference)
    }
  }
}

import Cabinet
import FoundationEssentials

/// All services as a list shows them, read without decoding their cards.
///
/// The files are read once from front to back: their syntax is checked, and what lists and the search
/// need is taken. A card is decoded from its place in its file when it is asked for, so what is wrong
/// deep within it is known only then.
public struct ServiceDirectory: Sendable, CatalogueNames {
  /// Where the card of a service stands.
  struct Place: Sendable {
    var file: String
    /// Its bytes.
    var range: Range<Int>
    /// Its number among the services of the file.
    var index: Int
  }

  /// The services, in the order of their files.
  public private(set) var services: [ServiceBrief] = []
  /// The agencies.
  public private(set) var agencies: [Catalogue.Entry] = []
  /// The categories.
  public private(set) var categories: [Catalogue.Entry] = []
  /// The life situations.
  public private(set) var lifeSituations: [Catalogue.Entry] = []
  /// What could not be read; the rest is served.
  public private(set) var damages: [Catalogue.Damage] = []

  private let files: CatalogueFiles
  private var translations: [String: String] = [:]
  private var places: [Place] = []
  private var numbers: [String: Int] = [:]

  /// Reads the files of a folder; one that is missing or broken is named in the damages.
  public static func load(_ folder: String) -> ServiceDirectory {
    ServiceDirectory(CatalogueFiles(in: folder))
  }

  init(_ files: CatalogueFiles) {
    self.files = files
    readNames()
    for name in files.categories { read(name) }
  }

  /// Lists a catalogue that is there already; no card can be read from it.
  init(_ catalogue: Catalogue) {
    files = CatalogueFiles(names: []) { _ in nil }
    services = catalogue.services.map(\.brief)
    agencies = catalogue.agencies
    categories = catalogue.categories
    lifeSituations = catalogue.lifeSituations
    damages = catalogue.damages
    numbers = Dictionary(
      services.indices.map { (services[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The service of an id, in constant time.
  public func service(_ id: String) -> ServiceBrief? { numbers[id].map { services[$0] } }

  /// A text of the cards in English, where the catalogue has it; most texts it has in Russian only.
  public func english(_ text: String) -> String? {
    translations[text] ?? agencies.first { $0.title == text }?.titleEn
  }

  /// Decodes the card of a service; nil where there is no such service.
  ///
  /// - Throws: what is wrong with the card, or with the file that it shares lists with.
  public func card(_ id: String, lists: SharedLists) throws(Catalogue.Damage) -> Service? {
    guard let number = numbers[id], places.indices.contains(number) else { return nil }
    let place = places[number]
    guard let bytes = files.content(place.file) else {
      throw CatalogueFiles.unreadable(place.file)
    }
    return try Self.decode(place, of: bytes, with: Self.decoder(lists))
  }

  /// The lists that cards name by `use`.
  ///
  /// - Throws: what is wrong with their file.
  public func lists() throws(Catalogue.Damage) -> SharedLists {
    try files.lists()
  }

  /// By what the catalogue judges who may apply, and itself.
  ///
  /// - Throws: what is wrong with the file.
  func judgement() throws(Catalogue.Damage) -> CatalogueJudgement { try files.judgement() }

  /// Decodes all cards.
  public func whole() -> Catalogue {
    var damages = damages
    var lists = SharedLists.none
    var judgement = CatalogueJudgement.none
    do {
      lists = try self.lists()
      judgement = try self.judgement()
    } catch {
      if !damages.contains(where: { $0.file == error.file }) { damages.append(error) }
    }
    let decoder = Self.decoder(lists)
    var cards: [Service] = []
    var file: (name: String, bytes: [UInt8]) = ("", [])
    for place in places {
      if place.file != file.name {
        file = (place.file, files.content(place.file) ?? [])
      }
      do { cards.append(try Self.decode(place, of: file.bytes, with: decoder)) } catch {
        damages.append(error)
      }
    }
    // The quick reader takes what stands between the cards as it comes.
    for name in files.categories where !damages.contains(where: { $0.file == name }) {
      do { try StrictJSON.check(files.content(name) ?? []) } catch {
        damages.append(CatalogueFiles.damage(error, file: name))
      }
    }
    damages.sort { $0.file != $1.file ? $0.file < $1.file : $0.line ?? 0 < $1.line ?? 0 }
    return Catalogue(
      services: cards, agencies: agencies, categories: categories,
      lifeSituations: lifeSituations, questions: judgement.questions.all,
      sharedFields: lists.fields.values.flatMap { $0 },
      selfAssessment: judgement.selfAssessment, damages: damages)
  }
}

extension ServiceDirectory {
  private struct Names: Decodable {
    var format: Int
    var agencies: [Catalogue.Entry]
    var categories: [Catalogue.Entry]
    var lifeSituations: [Catalogue.Entry]
    var english: [String: String]?
  }

  private mutating func readNames() {
    let name = CatalogueFiles.shared
    do {
      let names = try files.decode(Names.self, name)
      agencies = names.agencies
      categories = names.categories
      lifeSituations = names.lifeSituations
      translations = names.english ?? [:]
      guard names.format != CatalogueFiles.knownFormat else { return }
      damages.append(
        .init(
          file: name, line: nil, key: "format",
          reason: Phrase(
            "формат \(names.format), а эта программа знает \(CatalogueFiles.knownFormat)",
            "the format is \(names.format), but this program knows \(CatalogueFiles.knownFormat)")
        ))
    } catch { damages.append(error) }
  }

  /// Takes the services of a file, as far as it can be read.
  private mutating func read(_ name: String) {
    guard let bytes = files.content(name) else {
      damages.append(CatalogueFiles.unreadable(name))
      return
    }
    var lacksServices = true
    let fault = bytes.withUnsafeBufferPointer { buffer -> Int? in
      var reader = JSONReader(buffer)
      do throws(JSONReader.Fault) {
        _ = try reader.forEachMember { (reader, key) throws(JSONReader.Fault) in
          guard key == "services" else { return try reader.skipValue() }
          let isArray = try reader.forEachElement { (reader, index) throws(JSONReader.Fault) in
            try take(index, name, &reader, bytes)
          }
          if isArray { lacksServices = false }
        }
        return reader.isAtEnd ? nil : reader.index
      } catch {
        return error.index
      }
    }
    if let fault {
      damages.append(Self.damage(name, bytes, fault))
    } else if lacksServices {
      damages.append(
        CatalogueFiles.damage(
          at: [.member("services")],
          Phrase("здесь должен быть список услуг", "this should be a list of services"),
          file: name, bytes: bytes))
    }
  }

  /// Takes the next service of a file.
  private mutating func take(
    _ index: Int, _ file: String, _ reader: inout JSONReader, _ bytes: [UInt8]
  ) throws(JSONReader.Fault) {
    let start = reader.index
    let read = try ServiceBrief.read(&reader)
    let place = Place(file: file, range: start..<reader.index, index: index)
    let brief: ServiceBrief
    if let read {
      brief = read
    } else {
      // The decoder tells what is wrong; of a card that it takes nothing is.
      let lists = (try? self.lists()) ?? .none
      do {
        brief = try Self.decode(place, of: bytes, with: Self.decoder(lists)).brief
      } catch {
        damages.append(error)
        return
      }
    }
    guard numbers[brief.id] == nil else {
      damages.append(
        CatalogueFiles.damage(
          at: [.member("services"), .element(index), .member("id")],
          Phrase("код \(brief.id) уже занят", "the id \(brief.id) is taken already"),
          file: file, bytes: bytes))
      return
    }
    numbers[brief.id] = services.count
    services.append(brief)
    places.append(place)
  }

  private static func decoder(_ lists: SharedLists) -> JSONDecoder {
    let decoder = JSONDecoder()
    if let key = SharedLists.userInfoKey { decoder.userInfo[key] = lists }
    return decoder
  }

  private static func decode(
    _ place: Place, of bytes: [UInt8], with decoder: JSONDecoder
  ) throws(Catalogue.Damage) -> Service {
    guard place.range.upperBound <= bytes.count else {
      throw CatalogueFiles.unreadable(place.file)
    }
    let text = Array(bytes[place.range])
    guard StrictJSON.isValid(text) else {
      throw damage(place.file, bytes, place.range.lowerBound)
    }
    do { return try decoder.decode(Service.self, from: Data(text)) } catch {
      throw CatalogueFiles.damage(
        error, from: [.member("services"), .element(place.index)], file: place.file, bytes: bytes)
    }
  }

  /// What is wrong with a file that is no JSON, in the words of the strict reader; the quick one, which
  /// came upon it, knows only a byte.
  private static func damage(_ file: String, _ bytes: [UInt8], _ index: Int) -> Catalogue.Damage {
    do { try StrictJSON.check(bytes) } catch { return CatalogueFiles.damage(error, file: file) }
    let line = 1 + bytes.prefix(index).count { $0 == 10 }
    let reason = JSONFault.Reason.expected(.value).phrase
    return .init(file: file, line: line, key: "", reason: reason)
  }
}

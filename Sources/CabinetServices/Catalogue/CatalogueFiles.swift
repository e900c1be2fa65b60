import Cabinet
import FoundationEssentials

/// The catalogue as files: `shared.json` and one file a category.
public enum CatalogueFiles {
  /// Reads all that can be read; the rest is named in the catalogue's damages.
  ///
  /// - Parameter directory: the folder of the files; one that is missing is a damage too.
  public static func load(_ directory: String) -> Catalogue {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    var damages: [Catalogue.Damage] = []
    let decoder = JSONDecoder()
    let shared = decode(
      Catalogue.Shared.self, "shared.json", in: directory, with: decoder, &damages)
    if let format = shared?.format, format != knownFormat {
      damages.append(
        .init(
          file: "shared.json", line: nil, key: "format",
          reason: "the format is \(format), but this program knows \(knownFormat)"))
    }
    if let key = SharedLists.userInfoKey { decoder.userInfo[key] = shared?.lists ?? .none }
    var services: [Service] = []
    var known: Set<String> = []
    for name in names.sorted() where name.hasSuffix(".json") && name != "shared.json" {
      guard
        let file = decode(CategoryFile.self, name, in: directory, with: decoder, &damages)
      else { continue }
      for (index, entry) in file.services.enumerated() {
        switch entry.result {
        case .success(let service) where known.insert(service.id).inserted:
          services.append(service)
        case .success(let service):
          damages.append(
            damage(
              DecodingError.dataCorrupted(
                .init(
                  codingPath: [Place("services"), Place(index), Place("id")],
                  debugDescription: "the id \(service.id) is taken already")),
              file: name, bytes: bytes(of: name, in: directory) ?? []))
        case .failure(let error):
          damages.append(
            damage(error, file: name, bytes: bytes(of: name, in: directory) ?? []))
        }
      }
    }
    return Catalogue(
      services: services, agencies: shared?.agencies ?? [], categories: shared?.categories ?? [],
      lifeSituations: shared?.lifeSituations ?? [], damages: damages)
  }

  /// The version of the format that this program reads.
  private static let knownFormat = 1

  /// A step of the way to a value.
  private struct Place: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(_ index: Int) { (stringValue, intValue) = (String(index), index) }
    init(_ name: String) { (stringValue, intValue) = (name, nil) }
    init?(intValue: Int) { self.init(intValue) }
    init?(stringValue: String) { self.init(stringValue) }
  }

  private struct CategoryFile: Decodable {
    var services: [Lenient<Service>]
  }

  /// An element that is taken as it is, sound or not, so that one bad service does not hide the others.
  private struct Lenient<Element: Decodable>: Decodable {
    let result: Result<Element, any Error>

    init(from decoder: any Decoder) throws {
      result = Result { try Element(from: decoder) }
    }
  }

  private static func bytes(of name: String, in directory: String) -> [UInt8]? {
    FileManager.default.contents(atPath: directory + "/" + name).map(Array.init)
  }

  private static func decode<Value: Decodable>(
    _ type: Value.Type, _ name: String, in directory: String, with decoder: JSONDecoder,
    _ damages: inout [Catalogue.Damage]
  ) -> Value? {
    guard let bytes = bytes(of: name, in: directory) else {
      damages.append(.init(file: name, line: nil, key: "", reason: "the file cannot be read"))
      return nil
    }
    do {
      return try decoder.decode(type, from: Data(bytes))
    } catch {
      damages.append(damage(error, file: name, bytes: bytes))
      return nil
    }
  }

  private static func damage(_ error: any Error, file: String, bytes: [UInt8]) -> Catalogue.Damage {
    guard let error = error as? DecodingError else {
      return .init(file: file, line: nil, key: "", reason: "\(error)")
    }
    let (path, reason): ([any CodingKey], String) =
      switch error {
      case .keyNotFound(let key, let context):
        (context.codingPath, "the key \(key.stringValue) is missing")
      case .valueNotFound(_, let context): (context.codingPath, "the value is missing")
      case .typeMismatch(let type, let context): (context.codingPath, "this should be a \(type)")
      case .dataCorrupted(let context):
        (
          context.codingPath,
          (context.underlyingError.map { "\($0)" }) ?? context.debugDescription
        )
      @unknown default: ([], "\(error)")
      }
    let line =
      path.isEmpty ? JSONSyntax.faultyLine(in: bytes) : JSONPlace.line(of: path, in: bytes)
    return .init(file: file, line: line, key: JSONPlace.name(of: path), reason: reason)
  }
}

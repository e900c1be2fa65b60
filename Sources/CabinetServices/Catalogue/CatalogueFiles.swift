import Cabinet
import FoundationEssentials

/// The catalogue as files: `shared.json` and one file a category.
public enum CatalogueFiles {
  /// Reads all that can be read; the rest is named in the catalogue's damages.
  ///
  /// - Parameter directory: the folder of the files; one that is missing is a damage too.
  public static func load(_ directory: String) -> Catalogue {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return read(names) { try? InputFile.read(directory + "/" + $0, limit: maximumSize) }
  }

  /// Reads the catalogue from files that are got by their names.
  static func read(_ names: [String], content: (String) -> [UInt8]?) -> Catalogue {
    var damages: [Catalogue.Damage] = []
    let decoder = JSONDecoder()
    let shared = decode(
      Catalogue.Shared.self, "shared.json", content("shared.json"), with: decoder, &damages)
    if let format = shared?.format, format != knownFormat {
      damages.append(
        .init(
          file: "shared.json", line: nil, key: "format",
          reason: Phrase(
            "формат \(format), а эта программа знает \(knownFormat)",
            "the format is \(format), but this program knows \(knownFormat)")))
    }
    if let key = SharedLists.userInfoKey { decoder.userInfo[key] = shared?.lists ?? .none }
    var services: [Service] = []
    var known: Set<String> = []
    for name in names.sorted() where name.hasSuffix(".json") && name != "shared.json" {
      let bytes = content(name)
      guard let file = decode(CategoryFile.self, name, bytes, with: decoder, &damages)
      else { continue }
      for (index, entry) in file.services.enumerated() {
        switch entry.result {
        case .success(let service) where known.insert(service.id).inserted:
          services.append(service)
        case .success(let service):
          damages.append(
            damage(
              at: [.member("services"), .element(index), .member("id")],
              Phrase("код \(service.id) уже занят", "the id \(service.id) is taken already"),
              file: name, bytes: bytes ?? []))
        case .failure(let error):
          damages.append(damage(error, file: name, bytes: bytes ?? []))
        }
      }
    }
    return Catalogue(
      services: services, agencies: shared?.agencies ?? [], categories: shared?.categories ?? [],
      lifeSituations: shared?.lifeSituations ?? [], damages: damages)
  }

  /// The version of the format that this program reads.
  private static let knownFormat = 1

  /// The largest file that is read, in bytes.
  private static let maximumSize = 16 << 20

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
}

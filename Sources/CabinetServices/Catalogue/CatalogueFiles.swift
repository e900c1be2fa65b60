import Cabinet
import FoundationEssentials

/// The catalogue as files: `shared.json` and one file a category.
public struct CatalogueFiles: Sendable {
  /// The names of the files.
  let names: [String]
  /// The bytes of a file; nil where it cannot be read.
  let content: @Sendable (String) -> [UInt8]?

  /// Reads all that can be read; the rest is named in the catalogue's damages.
  ///
  /// - Parameter directory: the folder of the files; one that is missing is a damage too.
  public static func load(_ directory: String) -> Catalogue {
    ServiceDirectory(CatalogueFiles(in: directory)).whole()
  }

  /// Reads the catalogue from files that are got by their names.
  static func read(_ names: [String], content: @escaping @Sendable (String) -> [UInt8]?)
    -> Catalogue
  {
    ServiceDirectory(CatalogueFiles(names: names, content: content)).whole()
  }

  /// The files of a folder.
  init(in folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    self.init(names: names) { try? InputFile.read(folder + "/" + $0, limit: Self.maximumSize) }
  }

  /// Files that are got by their names.
  init(names: [String], content: @escaping @Sendable (String) -> [UInt8]?) {
    self.names = names
    self.content = content
  }

  /// The file that the categories share.
  static let shared = "shared.json"
  /// The version of the format that this program reads.
  static let knownFormat = 1
  /// The largest file that is read, in bytes.
  private static let maximumSize = 16 << 20

  /// The files of the categories, in order.
  var categories: [String] {
    names.filter { $0.hasSuffix(".json") && $0 != Self.shared }.sorted()
  }

  /// The lists that services name by `use`.
  ///
  /// - Throws: what is wrong with the file.
  func lists() throws(Catalogue.Damage) -> SharedLists {
    struct Lists: Decodable { var lists: SharedLists }
    return try decode(Lists.self, Self.shared).lists
  }

  /// By what the catalogue judges who may apply, and itself.
  ///
  /// - Throws: what is wrong with the file.
  func judgement() throws(Catalogue.Damage) -> CatalogueJudgement {
    try decode(CatalogueJudgement.self, Self.shared)
  }
}

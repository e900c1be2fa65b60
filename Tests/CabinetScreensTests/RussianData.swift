import Foundation

/// The texts of the fixtures: what exists in Russian alone may be shown as it is in English too.
struct RussianData {
  /// The texts, the longest first, by their first two letters.
  private var texts: [Substring: [String]] = [:]

  init() throws {
    let fixtures =
      URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
      + "/Fixtures"
    var found: Set<String> = []
    func collect(_ value: Any) {
      switch value {
      case let text as String: if text.contains(where: Self.isRussian) { found.insert(text) }
      case let list as [Any]: for value in list { collect(value) }
      case let object as [String: Any]: for value in object.values { collect(value) }
      default: break
      }
    }
    for folder in ["catalogue", "demo"] {
      let files = FileManager.default.enumerator(atPath: fixtures + "/" + folder)
      for file in files?.allObjects as? [String] ?? [] where file.hasSuffix(".json") {
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(fixtures)/\(folder)/\(file)"))
        collect(try JSONSerialization.jsonObject(with: data))
      }
    }
    for text in found.sorted(by: { $0.count > $1.count }) {
      texts[text.prefix(2), default: []].append(text)
    }
  }

  static func isRussian(_ character: Character) -> Bool {
    character.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
  }

  /// A text without all that stands in the fixtures.
  func without(_ text: String) -> String {
    var rest = ""
    var index = text.startIndex
    while index < text.endIndex {
      let tail = text[index...]
      if let data = texts[tail.prefix(2)]?.first(where: tail.hasPrefix) {
        index = text.index(index, offsetBy: data.count)
      } else {
        rest.append(text[index])
        index = text.index(after: index)
      }
    }
    return rest
  }
}

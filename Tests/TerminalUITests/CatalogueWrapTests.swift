import Foundation
import Testing

@testable import TerminalUI

/// The catalogue's own texts in every width that a body can have: each text in three of the widths,
/// each width with a thirtieth of the texts.
@Suite struct CatalogueWrapTests {
  private static let texts: [String] = {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    let folder = root + "/Fixtures/catalogue"
    let files = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
    var texts: Set<String> = []
    func collect(_ value: Any) {
      switch value {
      case let text as String: if text.count > 32, text.contains(" ") { texts.insert(text) }
      case let list as [Any]: for value in list { collect(value) }
      case let object as [String: Any]: for value in object.values { collect(value) }
      default: break
      }
    }
    for file in files where file.hasSuffix(".json") {
      guard let data = FileManager.default.contents(atPath: folder + "/" + file),
        let json = try? JSONSerialization.jsonObject(with: data)
      else { continue }
      collect(json)
    }
    return texts.sorted()
  }()

  @Test func thereAreTexts() {
    #expect(Self.texts.count > 3_000)
  }

  @Test(arguments: 32...120) func keepsTheRulesOfTheLanguage(width: Int) {
    for (index, text) in Self.texts.enumerated() where index % 30 == width % 30 {
      let lines = TextWrap.lines(StyledText(text), width: width).map(\.plain)
      let kept = lines.joined().filter { !$0.isWhitespace }
      #expect(kept == text.filter { !$0.isWhitespace })
      for (line, next) in zip(lines, lines.dropFirst()) {
        let fault = Self.fault(between: line, and: next)
        #expect(fault == nil, "\(fault ?? ""): “\(line)” / “\(next)” at \(width)")
      }
      #expect(lines.allSatisfy { $0.columns <= width }, "\(text) at \(width)")
    }
  }

  /// Written apart from the rules under test: what a proof-reader would mark at the end of a line.
  private static func fault(between line: String, and next: String) -> String? {
    guard let last = line.split(separator: " ").last.map(String.init),
      let first = next.split(separator: " ").first.map(String.init)
    else { return nil }
    let hanging = "в во к ко с со и а о об у на по из не ни но за до от № §".split(separator: " ")
    if hanging.contains(where: { $0 == last.lowercased() }) { return "hangs" }
    if ["—", "–", "·", "₽", "руб.", "%"].contains(first) { return "begins a line" }
    if ["же", "ли", "бы"].contains(first) { return "particle begins a line" }
    if last.allSatisfy(\.isNumber), first.first?.isLetter == true { return "number parted" }
    let isName = first.first?.isUppercase == true || first.first?.isNumber == true
    if ["ул.", "г.", "п.", "ст.", "д."].contains(last), isName,
      line.range(of: "[0-9] г\\.$", options: .regularExpression) == nil
    {
      return "abbreviation parted"
    }
    return nil
  }
}

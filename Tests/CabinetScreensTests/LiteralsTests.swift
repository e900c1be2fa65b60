import Foundation
import Testing

/// No text that a resident reads stands in one language alone.
///
/// The sources are read as text: a Russian literal must be an argument of a phrase, or have an English
/// literal beside it in the same brackets; a text made for a view must come from a phrase.
@Suite struct LiteralsTests {
  /// Files that hold one language on purpose, and why.
  private static let exempt: [String: String] = [
    "Cabinet/JSON/JSONFault.swift": "both languages, one under the other",
    "Cabinet/Validation/CyrillicCodePage.swift": "a code page",
    "Cabinet/Validation/PlateLetter.swift": "the letters of plates",
    "Cabinet/Validation/IdentifierProblem+Common.swift": "letters that look alike",
    "CabinetScreens/Words/DateWords.swift": "the names of months",
    "CabinetServices/Catalogue/SampleAnswers+Candidates.swift": "made-up answers",
    "CabinetServices/Search/Transliteration.swift": "letters",
    // Notes of appointments are kept in the register as written; `BookingNote` reads them in English.
    "Cabinet/Booking/Booking+Ends.swift": "notes with their English in BookingNote",
    "CabinetServices/Booking/RefundBooking.swift": "notes with their English in BookingNote",
    "CityOffice/Schedules/RegistryDesk+Absences.swift": "notes with their English in BookingNote",
    "CityOffice/Schedules/RegistryDesk+ByHand.swift": "notes with their English in BookingNote",
    "CabinetServices/Booking/ChangeBooking.swift": "notes with their English in BookingNote",
    "CabinetServices/Booking/PayBooking.swift": "notes with their English in BookingNote",
    "CityOffice/Schedules/RegistryDesk.swift": "notes with their English in BookingNote",
    "CityOffice/Schedules/VisitRecord.swift": "notes with their English in BookingNote",
    "CityOffice/Schedules/Timetable+People.swift": "names of made-up people",
    "Terminal/Decoding/EightBitLetters.swift": "letters",
    "TerminalUI/Conversation/Command.swift": "commands in both languages",
    "TerminalUI/Conversation/ConversationWords+InFull.swift": "words in full, by language",
    "TerminalUI/Layout/TextWord+Traits.swift": "words of the language",
  ]
  /// Modules whose texts testers read, not residents, with words of both languages side by side.
  private static let modules = [
    "Cabinet", "CabinetScreens", "CabinetServices", "CabinetStore", "CityOffice", "Terminal",
    "TerminalUI", "kabinet",
  ]
  private static let tables: Set<String> = [
    "Phrase", "Plural", "Counted", "InterfaceWords", "ConversationWords",
  ]
  /// Views that show their text as it is.
  private static let shown: Set<String> = ["StyledText", "Button", "Fact", "heading"]

  private static let sources =
    URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    + "/Sources/"

  private static let files: [String] = modules.flatMap { module in
    (FileManager.default.enumerator(atPath: sources + module)?.allObjects as? [String] ?? [])
      .filter { $0.hasSuffix(".swift") }.map { module + "/" + $0 }
  }.sorted()

  @Test func thereAreSources() { #expect(Self.files.count > 250) }

  @Test func everyExceptionIsNeeded() throws {
    for file in Self.exempt.keys {
      #expect(try !literals(file).filter(isAlone).isEmpty, "\(file) needs no exception")
    }
  }

  @Test func russianTextsHaveTheirEnglish() throws {
    for file in Self.files where Self.exempt[file] == nil {
      for literal in try literals(file) where isAlone(literal) {
        Issue.record("\(file):\(literal.line): “\(literal.text)” has no English beside it")
      }
    }
  }

  @Test func viewsShowPhrases() throws {
    for file in Self.files where file.hasPrefix("CabinetScreens/") {
      for literal in try literals(file) {
        guard let call = literal.calls.last, Self.shown.contains(call.name) else { continue }
        // The first argument of a button is its name, which nobody reads.
        let isShown = call.name != "Button" || literal.label == nil
        let isWord = literal.text.contains { $0.isLetter } && !literal.text.hasPrefix("id:")
        #expect(!(isShown && isWord), "\(file):\(literal.line): “\(literal.text)” is no phrase")
      }
    }
  }

  private func isAlone(_ literal: Literal) -> Bool {
    guard literal.isRussian else { return false }
    if literal.calls.contains(where: { Self.tables.contains($0.name) }) { return false }
    return !literal.hasTwin
  }

  private func literals(_ file: String) throws -> [Literal] {
    var reader = LiteralReader(try String(contentsOfFile: Self.sources + file, encoding: .utf8))
    return reader.read()
  }
}

/// A string of a source file, without what is interpolated into it.
private struct Literal {
  struct Call: Hashable {
    var name: String
    var place: Int
  }

  var text: String
  var line: Int
  /// The calls around it, outermost first.
  var calls: [Call]
  /// The label of the argument.
  var label: String?
  /// True where an English literal stands in the same brackets.
  var hasTwin = false

  var isRussian: Bool {
    text.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
      && text.filter { $0.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) } }.count > 1
  }
}

private struct LiteralReader {
  private let source: [Character]
  private var place = 0
  private var line = 1
  private var calls: [Literal.Call] = []
  private var word = ""
  private var label: String?
  private var found: [Literal] = []

  init(_ source: String) { self.source = Array(source) }

  mutating func read() -> [Literal] {
    while place < source.count { step() }
    let english = Set(
      found.filter { !$0.isRussian && $0.text.contains { $0.isLetter && $0.isASCII } }
        .compactMap(\.calls.last))
    for index in found.indices {
      found[index].hasTwin = found[index].calls.last.map(english.contains) ?? false
    }
    return found
  }

  private func starts(_ text: String) -> Bool { source[place...].starts(with: text) }

  private mutating func step() {
    let character = source[place]
    if starts("//") {
      while place < source.count, source[place] != "\n" { place += 1 }
      return
    }
    if character == "\"" {
      string()
      return
    }
    switch character {
    case "(", "[", "{":
      calls.append(.init(name: character == "(" ? word : "", place: place))
      (word, label) = ("", nil)
    case ")", "]", "}":
      if !calls.isEmpty { calls.removeLast() }
      word = ""
    case ":":
      label = word
      word = ""
    case ",":
      (word, label) = ("", nil)
    case ".": word = ""
    case _ where character.isLetter || character.isNumber || character == "_":
      word.append(character)
    default:
      if character.isNewline { line += 1 }
      word = ""
    }
    place += 1
  }

  private mutating func string() {
    let quote = starts("\"\"\"") ? "\"\"\"" : "\""
    let start = line
    place += quote.count
    var text = ""
    while place < source.count, !starts(quote) {
      if source[place] == "\\", place + 1 < source.count {
        if source[place + 1] == "(" {
          place += 2
          var depth = 1
          while place < source.count, depth > 0 {
            if source[place] == "(" { depth += 1 }
            if source[place] == ")" { depth -= 1 }
            place += 1
          }
          continue
        }
        place += 1
        if source[place] == "u" {
          while place < source.count, source[place] != "}" { place += 1 }
        }
        place += 1
        continue
      }
      if source[place].isNewline { line += 1 }
      text.append(source[place])
      place += 1
    }
    place += quote.count
    found.append(Literal(text: text, line: start, calls: calls, label: label))
    word = ""
  }
}

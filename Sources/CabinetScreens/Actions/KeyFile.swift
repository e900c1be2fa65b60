import Cabinet
import CabinetServices
import Terminal
import TerminalUI

/// The resident's own keys as a file tells them: `{ "quit": ["Ctrl+Q", "F12"] }`.
///
/// The file counts as a whole: where anything in it is wrong, all actions keep the keys they come with,
/// so that nobody works with half of a keyboard.
public struct KeyFile: Sendable {
  /// Something wrong in the file.
  public struct Problem: Hashable, Sendable {
    /// The line, from 1.
    public var line: Int
    /// What is wrong there, and how to mend it.
    public var text: Phrase
  }

  /// The keys of the file; none where it has a problem.
  public private(set) var bindings = KeyBindings()
  /// All that is wrong, in the order of the file.
  public private(set) var problems: [Problem] = []

  /// Makes a file without any keys.
  public init() {}

  /// Reads a file.
  public init(_ bytes: [UInt8]) {
    let entries: [KeyFileText.Entry]
    do { entries = try KeyFileText.entries(of: bytes) } catch {
      problems = [
        Problem(
          line: error.line,
          text: Phrase(
            "здесь ждали: \(error.expected.ru)", "expected here: \(error.expected.en)"))
      ]
      return
    }
    // A name that stands twice is told below, with its action.
    do { try StrictJSON.check(bytes, limits: JSONLimits(requiresUniqueNames: false)) } catch {
      problems = [Problem(line: error.line, text: error.reason.phrase)]
      return
    }
    var keys: [ActionID: [Key]] = [:]
    var lines: [ActionID: Int] = [:]
    for entry in entries {
      let id = ActionID(entry.action.text)
      lines[id] = entry.action.line
      check(entry, isRepeated: keys[id] != nil)
      keys[id] = entry.keys.compactMap { Key(name: $0.text) }
    }
    let read = KeyBindings(keys)
    problems += Self.conflicts(of: read, lines: lines)
    problems.sort { $0.line < $1.line }
    if problems.isEmpty { bindings = read }
  }

  /// The problems as one message: the file, the lines, and what was kept.
  public func message(path: String) -> Phrase? {
    guard !problems.isEmpty else { return nil }
    func lines(_ language: Language) -> String {
      problems.prefix(5).map { "\n\(path):\($0.line): \($0.text[language])" }.joined()
    }
    return Phrase(
      "Файл клавиш не принят, действуют обычные клавиши. Исправьте его и откройте кабинет снова; "
        + "список действий даёт kabinet keys.\(lines(.russian))",
      "The key file was not taken, the usual keys act. Mend it and open the cabinet again; kabinet "
        + "keys lists the actions.\(lines(.english))")
  }

  private mutating func tell(_ line: Int, _ text: Phrase) {
    problems.append(Problem(line: line, text: text))
  }

  private mutating func check(_ entry: KeyFileText.Entry, isRepeated: Bool) {
    let id = entry.action.text
    let line = entry.action.line
    let known = ActionGroup.all.flatMap(\.entries).map(\.id.rawValue)
    if isRepeated {
      tell(
        line,
        Phrase(
          "действие «\(id)» названо второй раз", "the action “\(id)” is named a second time"))
    } else if !known.contains(id) {
      let meant = Nearest.names(to: id, among: known).first
      tell(
        line,
        Phrase(
          "действия «\(id)» нет" + (meant.map { "; может быть, \($0)?" } ?? ""),
          "there is no action “\(id)”" + (meant.map { "; perhaps \($0)?" } ?? "")))
    }
    if entry.keys.isEmpty {
      tell(
        line,
        Phrase("у «\(id)» нет ни одной клавиши", "“\(id)” has no key at all"))
    }
    let keys = entry.keys.compactMap { name -> Key? in
      guard let key = Key(name: name.text) else {
        let meant = Self.key(near: name.text)
        tell(
          name.line,
          Phrase(
            "«\(id)»: клавиши «\(name.text)» нет"
              + (meant.map { "; может быть, \($0)?" } ?? "; пишут как в лентах: Ctrl+P, F3, q"),
            "“\(id)”: there is no key “\(name.text)”"
              + (meant.map { "; perhaps \($0)?" } ?? "; they are spelled as in tapes: Ctrl+P, F3, q")
          ))
        return nil
      }
      if Self.moving.contains(key), id != "activate" || key != .enter {
        tell(
          name.line,
          Phrase(
            "«\(id)»: клавиша \(name.text) ходит по экрану и занята",
            "“\(id)”: the key \(name.text) moves on the screen and is taken"))
      }
      return key
    }
    // Where one types, letters are text: these actions must have a way out of there.
    if Self.neededEverywhere.contains(id), !keys.isEmpty, keys.allSatisfy(\.isText) {
      tell(
        line,
        Phrase(
          "«\(id)» нужна клавиша, которая действует и при вводе текста: Escape, F1…F12 или Ctrl",
          "“\(id)” needs a key that acts while one types, too: Escape, F1…F12 or Ctrl"))
    }
  }

  /// The key that was probably meant: a name with slips, or a combination whose first part has some.
  private static func key(near name: String) -> String? {
    guard let plus = name.dropLast().firstIndex(of: "+") else {
      return Nearest.names(to: name, among: Key.named.keys.sorted()).first
    }
    return Nearest.names(to: String(name[..<plus]), among: ["Ctrl", "Alt", "Shift"]).first
      .map { $0 + name[plus...] }
      .flatMap { Key(name: $0) == nil ? nil : $0 }
  }

  private static let neededEverywhere: Set<String> = ["back", "help", "palette", "quit", "search"]
  private static let moving: Set<Key> = [
    .enter, .tab, .backTab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .backspace,
    .delete, .character(" "),
  ]

  /// Two actions on one key where both can act: each place is taken with what acts everywhere.
  private static func conflicts(of read: KeyBindings, lines: [ActionID: Int]) -> [Problem] {
    var found: [Problem] = []
    for group in ActionGroup.all {
      let beside = group.place == ActionGroup.everywhere.place ? [] : ActionGroup.everywhere.entries
      let actions = read.applied(to: (group.entries + beside).map { $0.action(.english) })
      for conflict in Keymap(actions).conflicts {
        guard let line = conflict.actions.compactMap({ lines[$0] }).max() else { continue }
        let names = conflict.actions.map(\.rawValue).sorted().joined(separator: ", ")
        let problem = Problem(
          line: line,
          text: Phrase(
            "на клавише \(conflict.key.name) сразу два действия: \(names)",
            "two actions are on the key \(conflict.key.name): \(names)"))
        if !found.contains(problem) { found.append(problem) }
      }
    }
    return found
  }
}

extension Key {
  /// True for keys that put a character where one types.
  fileprivate var isText: Bool { if case .character = self { true } else { false } }
}

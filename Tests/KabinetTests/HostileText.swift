import Cabinet
import CabinetServices
import CabinetStore
import Foundation
import Testing

/// Text of someone who wants the terminal to obey it.
enum HostileText {
  /// What is left to see of ``payload``; no text of the program has it.
  static let trace = "31337m"

  /// Sequences of every kind that terminals obey, and signs that hide or turn text.
  static let payload =
    "\u{1B}[31337mA\u{9B}31337mB\u{1B}]0;title\u{7}C\u{1B}P+q\u{1B}\\D\u{90}x\u{9C}E\u{8}\u{7F}F\u{85}\r"
    + "\u{202E}G\u{2066}\u{200B}\u{AD}H\u{FEFF}\u{E0041}I\u{2028}\u{2029}J\u{E000}\u{FFFF}\u{301}\u{301}"
    + "\u{301}\u{301}\u{301}\u{301}K\u{1B}c"

  /// The payload as an argument of bash, without what an argument cannot hold.
  static var quoted: String {
    "$'"
      + payload.utf8.map {
        "\\x" + (String($0, radix: 16).count < 2 ? "0" : "") + String($0, radix: 16)
      }
      .joined() + "'"
  }

  /// Puts the payload behind every text of a JSON value that its reader lets pass.
  ///
  /// - Parameter reads: whether a value can still be read.
  static func poisoned(_ value: Any, reads: (Any) -> Bool) -> Any {
    var whole = value
    for path in leaves(of: value, at: []) {
      let changed = replacing(path[...], in: whole)
      if reads(changed) { whole = changed }
    }
    return whole
  }

  private static func leaves(of value: Any, at path: [AnyHashable]) -> [[AnyHashable]] {
    switch value {
    // A name that leads to another journal is refused by the store before anyone sees it.
    case let text as String: CabinetStore.Stream.isValidName(text) ? [] : [path]
    case let list as [Any]: list.indices.flatMap { leaves(of: list[$0], at: path + [$0]) }
    case let object as [String: Any]:
      object.keys.sorted().flatMap { leaves(of: object[$0] ?? "", at: path + [$0]) }
    default: []
    }
  }

  private static func replacing(_ path: ArraySlice<AnyHashable>, in value: Any) -> Any {
    guard let step = path.first else { return (value as? String ?? "") + payload }
    if let index = step.base as? Int, var list = value as? [Any] {
      list[index] = replacing(path.dropFirst(), in: list[index])
      return list
    }
    if let key = step.base as? String, var object = value as? [String: Any] {
      object[key] = replacing(path.dropFirst(), in: object[key] ?? "")
      return object
    }
    return value
  }
}

extension HostileText {
  /// Writes a store with the events of another, every text of them poisoned, and a chain that holds.
  ///
  /// Such a journal is what someone with the resident's rights, or an office, could have written.
  static func poisonStore(_ source: String, into target: String) throws {
    let old = try FileEventLog(source)
    let new = try FileEventLog(
      target, creating: StoreManifest(kind: .demonstration, createdAt: old.manifest.createdAt))
    for stream in try old.streams() {
      var state = CabinetState()
      for record in try old.read(stream, from: 1) {
        let event = try JSONSerialization.jsonObject(with: Data(record.event))
        let isResident = if case .resident = stream { true } else { false }
        let changed = isResident ? poisoned(event) { folds($0, record, onto: state) } : event
        let bytes = try JSONSerialization.data(withJSONObject: changed, options: .sortedKeys)
        if isResident {
          let event = try JSONDecoder().decode(CabinetEvent.self, from: bytes)
          try state.apply(event, at: record.at)
        }
        let head = try new.head(of: stream)
        _ = try new.append(
          stream, expecting: head.seq,
          NewRecord(at: record.at, actor: record.actor, event: Array(bytes)))
      }
      if let hashes = try? FileManager.default.contentsOfDirectory(
        atPath: source + "/" + stream.path + "/attachments")
      {
        for hash in hashes {
          if let bytes = FileManager.default.contents(
            atPath: source + "/" + stream.path + "/attachments/" + hash)
          {
            _ = try new.putAttachment(Array(bytes), in: stream)
          }
        }
      }
    }
  }

  /// Whether an event can be read, and folds onto what came before with the same references.
  private static func folds(_ value: Any, _ record: Record, onto state: CabinetState) -> Bool {
    guard let bytes = try? JSONSerialization.data(withJSONObject: value),
      let event = try? JSONDecoder().decode(CabinetEvent.self, from: bytes),
      let original = try? JSONDecoder().decode(CabinetEvent.self, from: Data(record.event)),
      event.application == original.application
    else { return false }
    var next = state
    return (try? next.apply(event, at: record.at)) != nil
  }

  /// Poisons the texts of a file of the catalogue, and leaves what other files refer to.
  static func poisonCatalogue(_ path: String) throws {
    let file = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path)))
    let changed = poisonTexts(file)
    try JSONSerialization.data(withJSONObject: changed).write(to: URL(fileURLWithPath: path))
  }

  private static let texts: Set<String> = [
    "title", "summary", "description", "label", "hint", "help", "note", "text", "name", "place",
    "result", "basis", "ru", "en", "keywords", "body", "placeholder", "unit_text", "how", "order",
  ]

  private static func poisonTexts(_ value: Any, isText: Bool = false) -> Any {
    switch value {
    case let text as String: isText ? text + payload : text
    case let list as [Any]: list.map { poisonTexts($0, isText: isText) }
    case let object as [String: Any]:
      Dictionary(
        uniqueKeysWithValues: object.map {
          ($0.key, poisonTexts($0.value, isText: texts.contains($0.key) || $0.key.hasSuffix("En")))
        })
    default: value
    }
  }
}

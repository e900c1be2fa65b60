/// Finds the line of a JSON text on which a value begins, for messages that name file, line and key.
enum JSONPlace {
  /// The line, from 1, of the value at a path, or of the deepest part of the path that exists.
  static func line(of path: [any CodingKey], in text: [UInt8]) -> Int {
    var scanner = Scanner(text: text)
    for key in path {
      scanner.skipSpace()
      let found =
        if let index = key.intValue { scanner.enter(element: index) } else {
          scanner.enter(member: key.stringValue)
        }
      if !found { break }
    }
    scanner.skipSpace()
    return 1 + text[..<min(scanner.index, text.count)].count { $0 == 10 }
  }

  /// A path as people write it: `services[3].term.unit`.
  static func name(of path: [any CodingKey]) -> String {
    path.reduce(into: "") { name, key in
      if let index = key.intValue {
        name += "[\(index)]"
      } else {
        name += (name.isEmpty ? "" : ".") + key.stringValue
      }
    }
  }

  private struct Scanner {
    let text: [UInt8]
    var index = 0

    private var byte: UInt8? { index < text.count ? text[index] : nil }

    mutating func skipSpace() {
      while let byte, byte == 32 || byte == 10 || byte == 13 || byte == 9 { index += 1 }
    }

    /// Moves to the element of an array; stays where there is none.
    mutating func enter(element target: Int) -> Bool {
      let start = index
      guard byte == UInt8(ascii: "[") else { return false }
      index += 1
      for _ in 0..<target {
        skipValue()
        skipSpace()
        guard byte == UInt8(ascii: ",") else {
          index = start
          return false
        }
        index += 1
      }
      skipSpace()
      return true
    }

    /// Moves to the value of a member of an object; stays where there is none.
    mutating func enter(member name: String) -> Bool {
      let start = index
      guard byte == UInt8(ascii: "{") else { return false }
      index += 1
      while true {
        skipSpace()
        let keyStart = index
        guard byte == UInt8(ascii: "\"") else { break }
        skipString()
        let key = text[(keyStart + 1)..<max(keyStart + 1, index - 1)]
        skipSpace()
        guard byte == UInt8(ascii: ":") else { break }
        index += 1
        skipSpace()
        if key.elementsEqual(name.utf8) { return true }
        skipValue()
        skipSpace()
        guard byte == UInt8(ascii: ",") else { break }
        index += 1
      }
      index = start
      return false
    }

    private mutating func skipString() {
      index += 1
      while let byte, byte != UInt8(ascii: "\"") { index += byte == UInt8(ascii: "\\") ? 2 : 1 }
      index = min(index + 1, text.count)
    }

    private mutating func skipValue() {
      skipSpace()
      var depth = 0
      while let byte {
        switch byte {
        case UInt8(ascii: "\""):
          skipString()
          if depth == 0 { return }
          continue
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          if depth == 0 { return }
          depth -= 1
          if depth == 0 {
            index += 1
            return
          }
        case UInt8(ascii: ","):
          if depth == 0 { return }
        default: break
        }
        index += 1
      }
    }
  }
}

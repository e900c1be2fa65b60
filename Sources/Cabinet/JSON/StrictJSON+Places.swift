/// A step of the way from a JSON text to a value in it.
public enum JSONStep: Hashable, Sendable {
  /// The member of an object with this name.
  case member(String)
  /// The element of an array with this index, from 0.
  case element(Int)

  /// A path as people write it: `services[3].term.unit`.
  public static func name(of path: [JSONStep]) -> String {
    path.reduce(into: "") { text, step in
      switch step {
      case .element(let index): text += "[\(index)]"
      case .member(let name): text += (text.isEmpty ? "" : ".") + name
      }
    }
  }
}

extension StrictJSON {
  /// The line, from 1, of the value at a path, or of the deepest part of the path that exists.
  ///
  /// For messages about values that are sound JSON and wrong otherwise.
  public static func line(of path: [JSONStep], in bytes: [UInt8]) -> Int {
    var scanner = JSONScanner(
      bytes, limits: JSONLimits(size: .max, string: .max, requiresUniqueNames: false))
    scanner.skipSpace()
    for step in path {
      let start = scanner.index
      guard (try? scanner.enter(step)) == true else {
        scanner.index = start
        break
      }
    }
    return scanner.line(at: scanner.index)
  }
}

extension JSONScanner {
  /// Moves from the beginning of a value to that of a value in it; says no where there is none.
  fileprivate mutating func enter(_ step: JSONStep) throws(Stop) -> Bool {
    switch step {
    case .element(let target):
      guard skip(UInt8(ascii: "[")) else { return false }
      skipSpace()
      if next == UInt8(ascii: "]") { return false }
      for _ in 0..<target {
        try value()
        if try isLast(closing: UInt8(ascii: "]")) { return false }
      }
      return true
    case .member(let target):
      guard skip(UInt8(ascii: "{")) else { return false }
      skipSpace()
      if next == UInt8(ascii: "}") { return false }
      while true {
        if try JSONScanner.unescaped(name(), in: bytes).elementsEqual(target.utf8) { return true }
        try value()
        if try isLast(closing: UInt8(ascii: "}")) { return false }
      }
    }
  }
}

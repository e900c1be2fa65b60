/// The walk through a JSON text; each method leaves the index behind what it has read.
struct JSONScanner {
  /// Where in the text something is wrong.
  struct Stop: Error {
    var reason: JSONFault.Reason
    var offset: Int
  }

  /// The way to the value being read, a step a level.
  enum Step {
    /// In an object, before its first name.
    case object
    /// The member with the name between these quotation marks.
    case member(Range<Int>)
    /// The element of an array.
    case element(Int)
  }

  let bytes: [UInt8]
  let limits: JSONLimits
  var index = 0
  /// The members of the outermost object.
  private(set) var members: [(name: Range<Int>, value: Range<Int>)] = []
  private var path: [Step] = []
  private var names = JSONNames()

  init(_ bytes: [UInt8], limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// Reads the whole text and gives the place at which its value begins.
  mutating func document() throws(JSONFault) -> Int {
    do throws(Stop) {
      if bytes.count > limits.size { throw Stop(reason: .tooLarge(limit: limits.size), offset: 0) }
      if let encoding = foreignEncoding { throw Stop(reason: encoding, offset: 0) }
      skipSpace()
      let start = index
      if start == bytes.count { throw Stop(reason: .empty, offset: start) }
      try value()
      skipSpace()
      if index < bytes.count { throw Stop(reason: .expected(.end), offset: index) }
      return start
    } catch {
      throw fault(error.reason, at: error.offset)
    }
  }

  var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Moves over a byte; stays and says no where another stands.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    index += 1
    return true
  }

  mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 32, 10, 13, 9: index += 1
      default: return
      }
    }
  }

  mutating func value() throws(Stop) {
    guard let byte = next else { throw Stop(reason: .unfinished, offset: index) }
    switch byte {
    case UInt8(ascii: "{"): try object()
    case UInt8(ascii: "["): try array()
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    case UInt8(ascii: "+"), UInt8(ascii: "."): throw Stop(reason: .invalidNumber, offset: index)
    default: throw Stop(reason: .expected(.value), offset: index)
    }
  }

  private mutating func enter(_ step: Step) throws(Stop) {
    if path.count == limits.depth {
      throw Stop(reason: .tooDeep(limit: limits.depth), offset: index)
    }
    path.append(step)
    index += 1
    skipSpace()
  }

  private mutating func object() throws(Stop) {
    try enter(.object)
    if !skip(UInt8(ascii: "}")) {
      let mark = names.mark
      while true {
        let name = try name()
        let start = index
        try value()
        if path.count == 1 { members.append((name, start..<index)) }
        if try isLast(closing: UInt8(ascii: "}")) { break }
      }
      if limits.requiresUniqueNames { try closeNames(mark) }
    }
    path.removeLast()
  }

  private mutating func array() throws(Stop) {
    try enter(.element(0))
    if !skip(UInt8(ascii: "]")) {
      var count = 0
      while true {
        try value()
        if try isLast(closing: UInt8(ascii: "]")) { break }
        count += 1
        path[path.count - 1] = .element(count)
      }
    }
    path.removeLast()
  }

  /// Reads a name, its colon and the space around it; gives the range between the quotation marks.
  mutating func name() throws(Stop) -> Range<Int> {
    guard next == UInt8(ascii: "\"") else {
      throw Stop(reason: next == nil ? .unfinished : .expected(.name), offset: index)
    }
    let name = try string()
    if limits.requiresUniqueNames {
      names.add(name.range, isEscaped: name.isEscaped, in: bytes)
    }
    if !path.isEmpty { path[path.count - 1] = .member(name.range) }
    skipSpace()
    guard skip(UInt8(ascii: ":")) else {
      throw Stop(reason: next == nil ? .unfinished : .expected(.colon), offset: index)
    }
    skipSpace()
    return name.range
  }

  /// Reads what follows an element: a comma, or the end of its list.
  mutating func isLast(closing: UInt8) throws(Stop) -> Bool {
    skipSpace()
    if skip(closing) { return true }
    let comma = index
    guard skip(UInt8(ascii: ",")) else {
      throw Stop(reason: next == nil ? .unfinished : .expected(.commaOrEnd), offset: index)
    }
    skipSpace()
    if next == closing { throw Stop(reason: .trailingComma, offset: comma) }
    return false
  }

  private mutating func closeNames(_ mark: Int) throws(Stop) {
    guard let pair = names.firstRepeated(since: mark, in: bytes) else {
      names.close(mark)
      return
    }
    path[path.count - 1] = .member(pair.again)
    throw Stop(
      reason: .repeatedName(firstLine: line(at: pair.first.lowerBound)),
      offset: pair.again.lowerBound - 1)
  }

  private mutating func word(_ word: StaticString) throws(Stop) {
    let start = index
    for offset in 0..<word.utf8CodeUnitCount {
      guard skip(word.utf8Start[offset]) else {
        throw Stop(reason: next == nil ? .unfinished : .expected(.value), offset: start)
      }
    }
  }

  private mutating func number() throws(Stop) {
    let start = index
    _ = skip(UInt8(ascii: "-"))
    if skip(UInt8(ascii: "0")) {
      if let next, (48...57).contains(next) { throw Stop(reason: .invalidNumber, offset: start) }
    } else {
      try digits(of: start)
    }
    if skip(UInt8(ascii: ".")) { try digits(of: start) }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      _ = skip(UInt8(ascii: "+")) || skip(UInt8(ascii: "-"))
      try digits(of: start)
    }
  }

  private mutating func digits(of number: Int) throws(Stop) {
    let start = index
    while index < bytes.count, (48...57).contains(bytes[index]) { index += 1 }
    if index == start { throw Stop(reason: .invalidNumber, offset: number) }
  }

  /// UTF-16, UTF-32 or a byte order mark, by the first bytes: a JSON text begins with ASCII.
  private var foreignEncoding: JSONFault.Reason? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .byteOrderMark }
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      return .otherEncoding
    }
    guard bytes.count >= 2, bytes[0] == 0 || bytes[1] == 0, bytes[0] < 128, bytes[1] < 128 else {
      return nil
    }
    return bytes[0] == 0 && bytes[1] == 0 && bytes.count < 4 ? nil : .otherEncoding
  }
}

extension JSONScanner {
  /// A fault with its place told in lines and names.
  func fault(_ reason: JSONFault.Reason, at offset: Int) -> JSONFault {
    let before = bytes[..<offset]
    let lineStart = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    // A byte that continues a character begins none.
    let column = 1 + bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 }
    return JSONFault(
      reason: reason, offset: offset, line: line(at: offset), column: column, path: pathName)
  }

  /// The line of a place, from 1.
  func line(at offset: Int) -> Int {
    1 + bytes[..<min(offset, bytes.count)].count { $0 == 10 }
  }

  private var pathName: String {
    let steps: [JSONStep] = path.compactMap { step in
      switch step {
      case .object: return nil
      case .element(let index): return .element(index)
      case .member(let range):
        let name = String(decoding: Self.unescaped(range, in: bytes), as: UTF8.self)
        return .member(name.count > 40 ? "\(name.prefix(40))…" : name)
      }
    }
    return JSONStep.name(of: steps)
  }
}

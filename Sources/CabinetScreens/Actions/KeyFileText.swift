import Cabinet

/// Reads `{ "action.id": ["key", …], … }` strictly, where one key may stand without the brackets, and knows on which line everything stands.
struct KeyFileText {
  /// A text with the line on which it begins, from 1.
  struct Name {
    var text: String
    var line: Int
  }
  /// What the file says of one action.
  struct Entry {
    var action: Name
    var keys: [Name]
  }
  /// Where the text stops being such a file, and what had to stand there.
  struct Fault: Error {
    var line: Int
    var expected: Phrase
  }

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// The entries in the order of the file.
  static func entries(of bytes: [UInt8]) throws(Fault) -> [Entry] {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(line: 1, expected: Phrase("текст в UTF-8", "text in UTF-8"))
    }
    var reader = KeyFileText(text)
    let entries = try reader.object()
    guard reader.next == nil else {
      throw reader.fault(Phrase("конец файла", "the end of the file"))
    }
    return entries
  }

  /// The scalar after the blanks.
  private var next: Unicode.Scalar? {
    mutating get {
      while index < scalars.count, " \t\r\n".unicodeScalars.contains(scalars[index]) { advance() }
      return index < scalars.count ? scalars[index] : nil
    }
  }

  private mutating func advance() {
    if scalars[index] == "\n" { line += 1 }
    index += 1
  }

  private func fault(_ expected: Phrase) -> Fault { Fault(line: line, expected: expected) }

  private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard next == sign else { return false }
    advance()
    return true
  }

  private mutating func expect(_ sign: Unicode.Scalar) throws(Fault) {
    guard skip(sign) else { throw fault(Phrase("знак \(sign)", "the sign \(sign)")) }
  }

  private mutating func object() throws(Fault) -> [Entry] {
    try expect("{")
    if skip("}") { return [] }
    var entries: [Entry] = []
    repeat {
      let action = try string(
        Phrase("действие в кавычках", "an action in quotation marks"))
      try expect(":")
      entries.append(Entry(action: action, keys: try list()))
    } while skip(",")
    try expect("}")
    return entries
  }

  private mutating func list() throws(Fault) -> [Name] {
    let key = Phrase("клавиша в кавычках", "a key in quotation marks")
    if next == "\"" { return [try string(key)] }
    guard skip("[") else {
      throw fault(
        Phrase("\(key.ru) или их список в [ ]", "\(key.en), or a list of them in [ ]"))
    }
    if skip("]") { return [] }
    var keys: [Name] = []
    repeat {
      keys.append(try string(key))
    } while skip(",")
    try expect("]")
    return keys
  }

  private mutating func string(_ expected: Phrase) throws(Fault) -> Name {
    guard skip("\"") else { throw fault(expected) }
    let first = line
    var text = String.UnicodeScalarView()
    while index < scalars.count, scalars[index] != "\"" {
      guard scalars[index].value >= 0x20 else { break }
      text.append(scalars[index] == "\\" ? try escape() : scalars[index])
      advance()
    }
    guard index < scalars.count, scalars[index] == "\"" else {
      throw fault(Phrase("закрывающая кавычка", "a closing quotation mark"))
    }
    advance()
    return Name(text: String(text), line: first)
  }

  /// What an escape stands for; stops at its last scalar.
  private mutating func escape() throws(Fault) -> Unicode.Scalar {
    advance()
    let unknown = fault(Phrase("одна из замен JSON", "an escape of JSON"))
    guard index < scalars.count else { throw unknown }
    switch scalars[index] {
    case "\"", "\\", "/": return scalars[index]
    case "u":
      let digits = String(String.UnicodeScalarView(scalars[(index + 1)...].prefix(4)))
      guard digits.count == 4, let value = UInt32(digits, radix: 16),
        let scalar = Unicode.Scalar(value)
      else { throw unknown }
      index += 4
      return scalar
    default: throw unknown
    }
  }
}

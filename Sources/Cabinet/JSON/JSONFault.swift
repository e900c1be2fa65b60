/// Why a text is not taken as JSON, and where.
public struct JSONFault: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// There is nothing but white space.
    case empty
    /// The text begins with U+FEFF.
    case byteOrderMark
    /// The text is UTF-16 or UTF-32.
    case otherEncoding
    /// A string is not UTF-8.
    case invalidUTF8
    /// Something else stands where this should.
    case expected(Expected)
    /// The text ends within a value.
    case unfinished
    /// A comma with nothing behind it.
    case trailingComma
    /// A character below U+0020 stands in a string as it is.
    case controlCharacter(UInt8)
    /// A backslash with what JSON does not know.
    case invalidEscape
    /// Half a surrogate pair.
    case loneSurrogate
    /// A number that JSON writes otherwise, such as `01`, `+1` or `.5`.
    case invalidNumber
    /// A name that the object has already, first on this line.
    case repeatedName(firstLine: Int)
    /// More levels than this many.
    case tooDeep(limit: Int)
    /// More bytes than this many.
    case tooLarge(limit: Int)
    /// A string of more bytes than this many.
    case longString(limit: Int)
  }

  /// What may stand at a place.
  public enum Expected: Hashable, Sendable {
    /// Any value.
    case value
    /// The name of a member, in quotes.
    case name
    /// A colon.
    case colon
    /// A comma or the end of the array or object.
    case commaOrEnd
    /// Nothing more.
    case end
    /// An object as the whole text.
    case object
  }

  /// What is wrong.
  public let reason: Reason
  /// The bytes before the place.
  public let offset: Int
  /// The line of the place, from 1.
  public let line: Int
  /// The character of that line, from 1, counted in Unicode scalars.
  public let column: Int
  /// The value that was being read, such as `services[3].term.unit`; empty for the whole text.
  public let path: String
}

extension JSONFault {
  /// The place in both languages: the line, the character, and the value by name.
  public var place: Phrase {
    let name = path.isEmpty ? "" : ", \(path)"
    return Phrase("строка \(line), знак \(column)\(name)", "line \(line), column \(column)\(name)")
  }

  /// The place and what is wrong there; the caller adds what was kept and what to do.
  public var phrase: Phrase {
    Phrase("\(place.ru): \(reason.phrase.ru)", "\(place.en): \(reason.phrase.en)")
  }
}

extension JSONFault.Reason {
  /// What is wrong, without a full stop.
  public var phrase: Phrase {
    switch self {
    case .empty: Phrase("здесь ничего нет", "there is nothing here")
    case .byteOrderMark:
      Phrase(
        "в начале стоит метка порядка байтов; сохраните файл в UTF-8 без неё",
        "there is a byte order mark; save the file as UTF-8 without it")
    case .otherEncoding:
      Phrase(
        "это UTF-16 или UTF-32; сохраните файл в UTF-8",
        "this is UTF-16 or UTF-32; save the file as UTF-8")
    case .invalidUTF8: Phrase("этот байт не UTF-8", "this byte is not UTF-8")
    case .expected(let what): Phrase("здесь должно быть \(what.ru)", "\(what.en) should be here")
    case .unfinished: Phrase("текст обрывается", "the text breaks off")
    case .trailingComma: Phrase("лишняя запятая в конце", "a comma with nothing behind it")
    case .controlCharacter(let byte):
      Phrase(
        "управляющий знак \(Self.escape(byte)) нужно записать через \\u",
        "the control character \(Self.escape(byte)) must be written with \\u")
    case .invalidEscape:
      Phrase("такого знака с обратной чертой в JSON нет", "JSON has no such escape")
    case .loneSurrogate: Phrase("половина суррогатной пары", "half a surrogate pair")
    case .invalidNumber: Phrase("так числа в JSON не пишут", "JSON writes no number like this")
    case .repeatedName(let line):
      Phrase(
        "имя повторяется, впервые оно в строке \(line)",
        "the name is here twice, first on line \(line)")
    case .tooDeep(let limit):
      Phrase("вложенность больше \(limit)", "nested more than \(limit) levels deep")
    case .tooLarge(let limit):
      Phrase(
        "текст больше \(Self.bytes(limit).ru)", "the text is larger than \(Self.bytes(limit).en)")
    case .longString(let limit):
      Phrase(
        "строка длиннее \(Self.bytes(limit).ru)",
        "the string is longer than \(Self.bytes(limit).en)")
    }
  }

  private static func escape(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: 4 - digits.count) + digits
  }

  private static func bytes(_ count: Int) -> Phrase {
    let mebibytes = count >> 20
    return mebibytes << 20 == count && mebibytes > 0
      ? Phrase("\(mebibytes) МиБ", "\(mebibytes) MiB") : Phrase("\(count) Б", "\(count) bytes")
  }
}

extension JSONFault.Expected {
  fileprivate var ru: String {
    switch self {
    case .value: "значение"
    case .name: "имя в кавычках"
    case .colon: "двоеточие"
    case .commaOrEnd: "запятая или закрывающая скобка"
    case .end: "конец текста"
    case .object: "объект вида {…}"
    }
  }

  fileprivate var en: String {
    switch self {
    case .value: "a value"
    case .name: "a name in quotes"
    case .colon: "a colon"
    case .commaOrEnd: "a comma or a closing bracket"
    case .end: "the end of the text"
    case .object: "an object {…}"
    }
  }
}

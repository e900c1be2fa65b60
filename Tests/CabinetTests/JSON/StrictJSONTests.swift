import Foundation
import Testing

@testable import Cabinet

/// The categories are those of nst/JSONTestSuite; the texts are our own.
@Suite struct StrictJSONTests {
  /// What RFC 8259 lets every reader take.
  @Test(arguments: [
    // Any value may be the whole text, white space may stand around it.
    "0", "-0", "1", "\"\"", "\"a\"", "true", "false", "null", "[]", "{}", " []", "[] ",
    "\t\r\n []\n",
    "[\n]", "{ }", " { \"a\" : [ 1 , 2 ] , \"b\" : { } } ", "[[[[[[[[[[]]]]]]]]]]", "[[],[[]],{}]",
    "[\"\"]", "[null,null]", "[1,null,true,\"x\",{},[]]", "{\"\":0}", "{\"a\":{\"a\":{\"a\":[]}}}",
    // Numbers.
    "[0]", "[-1]", "[123]", "[10]", "[0.5]", "[-0.5]", "[1.0]", "[1.25e3]", "[1E3]", "[1e+3]",
    "[1e-3]", "[0e1]", "[0e+1]", "[0E-1]", "[-0.0E0]", "[1.7976931348623157e308]", "[1e99999]",
    "[123456789012345678901234567890.123456789]", "[ 4]", "[4 ]", "-1.5", "0e0",
    // Strings.
    #"["\"\\\/\b\f\n\r\t"]"#, #"["\u0000\u001f\u007F"]"#, #"["\u00e9\u00E9"]"#,
    #"["\uD83D\uDE00"]"#,
    #"["\udbff\udfff"]"#, #"["\uFFFF\uFFFE\uFDD0"]"#, #"["\\u0041"]"#, #"["\\\\"]"#, #"["\u005C"]"#,
    #"["\u0022"]"#, "[\"\u{7F}\"]", "[\"\u{80}\u{85}\u{9F}\"]", "[\"\u{2028}\u{2029}\"]",
    "[\"\u{FEFF}\"]", "[\"\u{FFFF}\u{10FFFF}\u{D7FF}\u{E000}\"]", "[\"я中😀é\u{301}\"]",
    "[\"// /* no comment */ # \"]", "[\"{[,:]}\"]", "{\"\\u0061\":1}", "{\"яблоко\":\"a\"}",
  ])
  func whatTheStandardTakesIsTaken(_ text: String) throws {
    try StrictJSON.check(Array(text.utf8))
    #expect(StrictJSON.isValid(Array(text.utf8)))
  }

  /// What no reader may take, with the reason and the place.
  @Test(
    arguments: [
      // Structure.
      ("", .empty, "1:1"), (" \n ", .empty, "2:2"), ("[", .unfinished, "1:2"),
      ("{", .unfinished, "1:2"),
      ("[1", .unfinished, "1:3"), ("[1,", .unfinished, "1:4"), ("{\"a\"", .unfinished, "1:5"),
      ("{\"a\":", .unfinished, "1:6"), ("{\"a\":1", .unfinished, "1:7"),
      ("[\"a", .unfinished, "1:4"),
      ("[\"a\\", .unfinished, "1:5"), ("[tru", .unfinished, "1:2"), ("]", .expected(.value), "1:1"),
      ("}", .expected(.value), "1:1"), ("[}", .expected(.value), "1:2"),
      ("{]", .expected(.name), "1:2"),
      ("[1}", .expected(.commaOrEnd), "1:3"), ("{\"a\":1]", .expected(.commaOrEnd), "1:7"),
      ("[]]", .expected(.end), "1:3"), ("{}{}", .expected(.end), "1:3"),
      ("1 2", .expected(.end), "1:3"),
      ("{}#", .expected(.end), "1:3"), ("{}/**/", .expected(.end), "1:3"),
      ("<null>", .expected(.value), "1:1"),
      ("[\u{A0}1]", .expected(.value), "1:2"), ("[\u{2060}]", .expected(.value), "1:2"),
      ("[\u{C}]", .expected(.value), "1:2"), ("[\u{B}1]", .expected(.value), "1:2"),
      ("[1\u{0}]", .expected(.commaOrEnd), "1:3"), ("*", .expected(.value), "1:1"),
      ("\u{0}", .expected(.value), "1:1"), ("1]", .expected(.end), "1:2"),
      ("{}x", .expected(.end), "1:3"),
      // Arrays.
      ("[1 2]", .expected(.commaOrEnd), "1:4"), ("[1,]", .trailingComma, "1:3"),
      ("[1,\n]", .trailingComma, "1:3"), ("[,1]", .expected(.value), "1:2"),
      ("[1,,2]", .expected(.value), "1:4"), ("[,]", .expected(.value), "1:2"),
      ("[\"a\":1]", .expected(.commaOrEnd), "1:5"), ("[1\n,2\n,]", .trailingComma, "3:1"),
      ("[x", .expected(.value), "1:2"), ("[[1,],2]", .trailingComma, "1:4"),
      // Objects.
      ("{\"a\"}", .expected(.colon), "1:5"), ("{\"a\" 1}", .expected(.colon), "1:6"),
      ("{\"a\",1}", .expected(.colon), "1:5"), ("{\"a\"::1}", .expected(.value), "1:6"),
      ("{\"a\":}", .expected(.value), "1:6"), ("{:1}", .expected(.name), "1:2"),
      ("{a:1}", .expected(.name), "1:2"), ("{'a':1}", .expected(.name), "1:2"),
      ("{1:1}", .expected(.name), "1:2"), ("{null:1}", .expected(.name), "1:2"),
      ("{,}", .expected(.name), "1:2"), ("{\"a\":1,}", .trailingComma, "1:7"),
      ("{\"a\":1,,\"b\":2}", .expected(.name), "1:8"),
      ("{\"a\":1 \"b\":2}", .expected(.commaOrEnd), "1:8"),
      ("{\"a\":1,{\"b\":2}}", .expected(.name), "1:8"), ("{[]:1}", .expected(.name), "1:2"),
      // Words.
      ("[nul]", .expected(.value), "1:2"), ("[True]", .expected(.value), "1:2"),
      ("[fals", .unfinished, "1:2"), ("[nulll]", .expected(.commaOrEnd), "1:6"),
      ("[NaN]", .expected(.value), "1:2"), ("[Infinity]", .expected(.value), "1:2"),
      ("[undefined]", .expected(.value), "1:2"), ("'a'", .expected(.value), "1:1"),
      // Numbers.
      ("[01]", .invalidNumber, "1:2"), ("[-01]", .invalidNumber, "1:2"),
      ("[00]", .invalidNumber, "1:2"),
      ("[+1]", .invalidNumber, "1:2"), ("[.5]", .invalidNumber, "1:2"),
      ("[1.]", .invalidNumber, "1:2"),
      ("[-]", .invalidNumber, "1:2"), ("[-.5]", .invalidNumber, "1:2"),
      ("[1.e1]", .invalidNumber, "1:2"),
      ("[1e]", .invalidNumber, "1:2"), ("[1e+]", .invalidNumber, "1:2"),
      ("[0e]", .invalidNumber, "1:2"),
      ("[- 1]", .invalidNumber, "1:2"), ("[--1]", .invalidNumber, "1:2"),
      ("[-Infinity]", .invalidNumber, "1:2"),
      ("[1 000]", .expected(.commaOrEnd), "1:4"), ("[0x1]", .expected(.commaOrEnd), "1:3"),
      ("[1a]", .expected(.commaOrEnd), "1:3"), ("[1e1.5]", .expected(.commaOrEnd), "1:5"),
      ("[1.2.3]", .expected(.commaOrEnd), "1:5"), ("[1+2]", .expected(.commaOrEnd), "1:3"),
      ("[\u{FF11}]", .expected(.value), "1:2"), ("[1,5", .unfinished, "1:5"),
      // Strings.
      ("[\"\n\"]", .controlCharacter(10), "1:3"), ("[\"\t\"]", .controlCharacter(9), "1:3"),
      ("[\"a\u{0}\"]", .controlCharacter(0), "1:4"), ("[\"\u{1F}\"]", .controlCharacter(31), "1:3"),
      (#"["\a"]"#, .invalidEscape, "1:3"), (#"["\x41"]"#, .invalidEscape, "1:3"),
      (#"["\'"]"#, .invalidEscape, "1:3"), (#"["\U0041"]"#, .invalidEscape, "1:3"),
      (#"["\u"]"#, .invalidEscape, "1:3"), (#"["\u00"]"#, .invalidEscape, "1:3"),
      (#"["\u004"]"#, .invalidEscape, "1:3"), (#"["\u00g1"]"#, .invalidEscape, "1:3"),
      (#"["\u+041"]"#, .invalidEscape, "1:3"), ("[\"\\\u{0}\"]", .invalidEscape, "1:3"),
      ("[\"\\я\"]", .invalidEscape, "1:3"), (#"["\"]"#, .unfinished, "1:6"),
      (#"[\u0041]"#, .expected(.value), "1:2"),
      (#"["\uD800"]"#, .loneSurrogate, "1:3"), (#"["\uDC00"]"#, .loneSurrogate, "1:3"),
      (#"["я\uD83D"]"#, .loneSurrogate, "1:4"), (#"["\uD83Dx"]"#, .loneSurrogate, "1:3"),
      (#"["\uD83D\n"]"#, .loneSurrogate, "1:3"), (#"["\uD83D\u0041"]"#, .loneSurrogate, "1:3"),
      (#"["\uDE00\uD83D"]"#, .loneSurrogate, "1:3"),
      (#"["\uD83D\uD83D\uDE00"]"#, .loneSurrogate, "1:3"),
      ("\"a", .unfinished, "1:3"), ("\"a\" x", .expected(.end), "1:5"),
      ("\u{201C}a\u{201D}", .expected(.value), "1:1"),
      // What comes before the text.
      ("\u{FEFF}", .byteOrderMark, "1:1"), ("\u{FEFF}{}", .byteOrderMark, "1:1"),
      (" \u{FEFF}{}", .expected(.value), "1:2"),
      // Names.
      ("{\"a\":1,\"a\":1}", .repeatedName(firstLine: 1), "1:8"),
      ("{\"a\":1,\n \"b\":2,\n \"a\":3}", .repeatedName(firstLine: 1), "3:2"),
      (#"{"a":1,"\u0061":2}"#, .repeatedName(firstLine: 1), "1:8"),
      (#"{"😀":1,"\ud83d\ude00":2}"#, .repeatedName(firstLine: 1), "1:8"),
      (#"{"\/":1,"/":2}"#, .repeatedName(firstLine: 1), "1:9"),
      ("{\"\":1,\"\":2}", .repeatedName(firstLine: 1), "1:7"),
      ("[{\"x\":{\"a\":1,\"b\":2,\"a\":3}}]", .repeatedName(firstLine: 1), "1:20"),
    ] as [(String, JSONFault.Reason, String)])
  func anythingElseIsRefused(text: String, reason: JSONFault.Reason, place: String) {
    let fault = fault(Array(text.utf8))
    #expect(fault?.reason == reason)
    #expect(fault.map { "\($0.line):\($0.column)" } == place)
    #expect(!StrictJSON.isValid(Array(text.utf8)))
  }

  private func fault(_ bytes: [UInt8], _ limits: JSONLimits = .document) -> JSONFault? {
    do {
      try StrictJSON.check(bytes, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test func otherEncodingsAreRefused() {
    for encoding in [
      String.Encoding.utf16, .utf16BigEndian, .utf16LittleEndian, .utf32, .utf32BigEndian,
      .utf32LittleEndian,
    ] {
      for text in ["{}", "[1]", "{\"a\":\"я\"}", "17"] {
        let bytes = Array(text.data(using: encoding) ?? Data())
        #expect(fault(bytes)?.reason == .otherEncoding, "\(encoding) \(text)")
      }
    }
  }

  /// Every pair of bytes in a string, and every character at the edges of UTF-8, as the standard
  /// library decides.
  @Test func invalidUTF8IsRefused() {
    func expectAsLibrary(_ content: [UInt8]) {
      let bytes = [0x5B, 0x22] + content + [0x22, 0x5D]
      let fault = fault(bytes)
      if String(validating: content, as: UTF8.self) == nil {
        #expect(fault?.reason == .invalidUTF8, "\(content)")
      } else {
        #expect(fault == nil, "\(content)")
      }
    }
    let plain = (UInt8(0x20)...0xFF).filter { $0 != 0x22 && $0 != 0x5C }
    for one in plain where one >= 0x80 {
      for two in plain { expectAsLibrary([one, two]) }
    }
    let edges: [UInt8] = [0x20, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF]
    for one in UInt8(0xE0)...0xF8 {
      for two in edges {
        for three in edges {
          expectAsLibrary([one, two, three])
          for four in edges { expectAsLibrary([one, two, three, four]) }
        }
      }
    }
  }

  @Test func theValueAtFaultIsNamed() {
    let vectors: [(String, String)] = [
      ("[1,2,x]", "[2]"), (#"{"a":{"b":[0,{"c":x}]}}"#, "a.b[1].c"), (#"{"a":1,b}"#, "a"),
      ("[[],[[1],[x]]]", "[1][1][0]"), ("x", ""), ("[]x", ""), ("{x}", ""), ("[{x}]", "[0]"),
      (#"{"services":[{},{"id":1,"id":2}]}"#, "services[1].id"), (#"{"a":[],"b":x}"#, "b"),
      (#"{"\u0061":x}"#, "a"),
      (#"{"\#(String(repeating: "я", count: 50))":x}"#, String(repeating: "я", count: 40) + "…"),
    ]
    for (text, path) in vectors { #expect(fault(Array(text.utf8))?.path == path, "\(text)") }
    let fault = fault(Array("{\n \"a\": [1,\n  tru]}".utf8))
    #expect(fault?.phrase.ru == "строка 3, знак 3, a[1]: здесь должно быть значение")
    #expect(fault?.phrase.en == "line 3, column 3, a[1]: a value should be here")
  }

  @Test func everyReasonHasWordsInBothLanguages() {
    let reasons: [JSONFault.Reason] = [
      .empty, .byteOrderMark, .otherEncoding, .invalidUTF8, .unfinished, .trailingComma,
      .controlCharacter(7), .invalidEscape, .loneSurrogate, .invalidNumber,
      .repeatedName(firstLine: 3),
      .tooDeep(limit: 5), .tooLarge(limit: 1 << 20), .longString(limit: 9), .expected(.value),
      .expected(.name), .expected(.colon), .expected(.commaOrEnd), .expected(.end),
      .expected(.object),
    ]
    #expect(Set(reasons.map(\.phrase.ru)).count == reasons.count)
    #expect(Set(reasons.map(\.phrase.en)).count == reasons.count)
    #expect(JSONFault.Reason.controlCharacter(7).phrase.en.contains("U+0007"))
    #expect(JSONFault.Reason.tooLarge(limit: 1 << 20).phrase.ru.contains("1 МиБ"))
    #expect(JSONFault.Reason.longString(limit: 9).phrase.en.contains("9 bytes"))
  }

  @Test func limitsHold() {
    func nested(_ depth: Int) -> [UInt8] {
      Array(
        (String(repeating: "[{\"a\":", count: depth / 2)
          + "1" + String(repeating: "}]", count: depth / 2)).utf8)
    }
    #expect(fault(nested(128)) == nil)
    #expect(fault(nested(130))?.reason == .tooDeep(limit: 128))
    #expect(fault(nested(130))?.column == 1 + 64 * 6)
    #expect(fault([UInt8](repeating: 0x5B, count: 1_000_000))?.reason == .tooDeep(limit: 128))
    let small = JSONLimits(size: 8, depth: 1, string: 3)
    #expect(fault(Array("[\"abc\"]".utf8), small) == nil)
    #expect(fault(Array("[\"abcd\"]".utf8), small)?.reason == .longString(limit: 3))
    #expect(fault(Array("[1,2,3,4]".utf8), small)?.reason == .tooLarge(limit: 8))
    #expect(
      fault(Array("{\"abcd\":1}".utf8), JSONLimits(string: 3))?.reason == .longString(limit: 3))
    #expect(
      StrictJSON.isValid(
        Array("{\"a\":1,\"a\":2}".utf8), limits: JSONLimits(requiresUniqueNames: false)))
  }

  /// Names that are one to `String` and two to everyone else, and names that repeat among many.
  @Test func namesAreComparedAsBytes() {
    #expect(StrictJSON.isValid(Array("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8)))
    #expect(StrictJSON.isValid(Array("{\"a\":1,\"A\":2,\"а\":3}".utf8)))
    for count in [2, 31, 32, 33, 34, 1000] {
      let names = (0..<count).map { "\"\($0)\":\($0)" }
      #expect(StrictJSON.isValid(Array("{\(names.joined(separator: ","))}".utf8)))
      for (first, again) in [(0, 1), (0, count), (count / 2, count), (count - 1, count)] {
        var repeated = names
        repeated.insert("\"\(first)\":\"again\"", at: again)
        repeated.append("\"\(first)\":\"and again\"")
        let text = "{\(repeated.joined(separator: ",\n"))}"
        let found = fault(Array(text.utf8))
        #expect(found?.line == again + 1)
        #expect(found?.path == "\(first)")
        #expect(found?.reason == .repeatedName(firstLine: first + 1))
      }
    }
  }

  @Test func membersAreNamedAndRaw() throws {
    let bytes = Array(#" {"a" : [1, {"b":2}] ,"\u0062": "x" } "#.utf8)
    let members = try StrictJSON.members(of: bytes)
    #expect(members.map(\.name) == ["a", "b"])
    #expect(
      members.map { String(decoding: bytes[$0.value], as: UTF8.self) } == [
        #"[1, {"b":2}]"#, #""x""#,
      ])
    #expect(try StrictJSON.members(of: Array("{}".utf8)).isEmpty)
    #expect(throws: JSONFault.self) { try StrictJSON.members(of: Array("[1]".utf8)) }
  }

  /// Damages a text at every byte with every byte.
  ///
  /// What is taken, Foundation takes; what Foundation
  /// takes besides, is refused for one of the reasons that this reader is for.
  @Test func neitherTakesMoreThanTheOther() {
    let text = Array(#"{"a":[1,"x\n\u0041",-2.5e+3],"b":{},"c":"я"} "#.utf8)
    var taken = 0
    for index in text.indices {
      for byte in UInt8.min...UInt8.max {
        for changed in [
          text[..<index] + [byte] + text[(index + 1)...], text[..<index] + [byte] + text[index...],
        ].map(Array.init) {
          let fault = fault(changed)
          let foundation =
            (try? JSONSerialization.jsonObject(with: Data(changed), options: .fragmentsAllowed))
            != nil
          if fault == nil { taken += 1 }
          switch fault?.reason {
          case nil: #expect(foundation, "\(String(decoding: changed, as: UTF8.self))")
          case .trailingComma, .repeatedName: break
          default: #expect(!foundation, "\(String(decoding: changed, as: UTF8.self))")
          }
        }
      }
    }
    #expect(taken > 500)
  }
}

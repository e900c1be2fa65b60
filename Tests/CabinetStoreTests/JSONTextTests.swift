import Foundation
import Testing

@testable import CabinetStore

@Suite struct JSONTextTests {
  @Test(arguments: [
    "{}", #"{"a":1}"#, #"{"a":-0.5e+10,"b":[],"c":[1,"x",null,true,false,{}]}"#,
    #"{ "a" : { "b" : "\"\\\/\b\f\n\r\t\u00e9" } }"#, #"{"имя":"Анна 👩‍👩‍👧"}"#, #"{"a":0e1}"#,
    #"{"":[[[]]]}"#,
  ])
  func objectsAreAccepted(_ text: String) {
    #expect(JSONText.isObjectOnOneLine(Array(text.utf8)))
  }

  @Test(arguments: [
    "", "[]", "1", "null", "{", "}", "{}{}", "{},", "{}}", " {}", "{} ", #"{"a":1,}"#, #"{"a"}"#,
    #"{a:1}"#, #"{'a':1}"#, #"{"a":01}"#, #"{"a":+1}"#, #"{"a":.5}"#, #"{"a":1.}"#, #"{"a":1e}"#,
    #"{"a":-}"#, #"{"a":NaN}"#, #"{"a":tru}"#, #"{"a":"\x"}"#, #"{"a":"\u12g4"}"#, #"{"a":"}"#,
    "{\"a\":\"\u{1}\"}", "{\"a\":\"\t\"}", "{\n}", "{\r}", "{\"a\":\"\n\"}", #"{"a":[1 2]}"#,
    #"{"a":[1,]}"#, #"{"a":1}},"b":{"c":2}"#, "\u{FEFF}{}", #"{"a":1 "b":2}"#, #"{"a":]}"#,
    #"{"a":1,"a":2}"#,
  ])
  func anythingElseIsRefused(_ text: String) {
    #expect(!JSONText.isObjectOnOneLine(Array(text.utf8)))
  }

  @Test func invalidUTF8IsRefused() {
    for byte in UInt8(128)...255 {
      #expect(!JSONText.isObjectOnOneLine(Array(#"{"a":""#.utf8) + [byte] + Array(#""}"#.utf8)))
    }
  }

  @Test func nestingHasALimitAndNoCrash() {
    func nested(_ depth: Int) -> [UInt8] {
      Array(String(repeating: #"{"a":"#, count: depth - 1).utf8) + Array("{}".utf8)
        + Array(String(repeating: "}", count: depth - 1).utf8)
    }
    #expect(JSONText.isObjectOnOneLine(nested(100)))
    #expect(!JSONText.isObjectOnOneLine(nested(101)))
    #expect(!JSONText.isObjectOnOneLine(nested(100_000)))
    #expect((try? JSONSerialization.jsonObject(with: Data(nested(100)))) != nil)
  }

  /// Whatever is accepted, Foundation reads too: damage an object at every byte with every byte.
  @Test func acceptsNothingThatFoundationRefuses() {
    let text = Array(#"{"a":[1,"x\n"],"b":{}}"#.utf8)
    var accepted = 0
    for index in text.indices {
      for byte in UInt8(0)...255 {
        var changed = text
        changed[index] = byte
        guard JSONText.isObjectOnOneLine(changed) else { continue }
        accepted += 1
        #expect(
          (try? JSONSerialization.jsonObject(with: Data(changed))) != nil,
          "\(String(decoding: changed, as: UTF8.self))")
      }
    }
    #expect(accepted > 300)
  }

  @Test func membersAreRawRanges() {
    let bytes = Array(#" { "format" : 1 , "kind":"personal" } "#.utf8)
    let members = JSONText.members(of: bytes)
    #expect(members?.count == 2)
    #expect(members?["kind"].map { String(decoding: bytes[$0], as: UTF8.self) } == #""personal""#)
    #expect(JSONText.members(of: Array(#"{"a":1,"a":2}"#.utf8)) == nil)
    #expect(JSONText.members(of: Array("{} x".utf8)) == nil)
  }
}

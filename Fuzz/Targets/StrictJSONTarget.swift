import Foundation
import Terminal

@testable import Cabinet

/// The strict reader beside Foundation's: it takes nothing that Foundation refuses, and refuses what
/// Foundation takes only for the reasons it is there for.
func strictJSON(_ bytes: [UInt8]) {
  var fault: JSONFault?
  do { try StrictJSON.check(bytes) } catch { fault = error }
  require(StrictJSON.isValid(bytes) == (fault == nil), "isValid and check disagree")
  let foundation =
    (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
  switch fault?.reason {
  case nil:
    require(foundation || hasExtremeNumber(bytes), "taken, and refused by Foundation")
    let printable = PrintableJSON(String(decoding: bytes, as: UTF8.self)).description
    require(
      StrictJSON.isValid(Array(printable.utf8)) || bytes.contains(9) || bytes.contains(13),
      "not JSON any more once it is printable")
    _ = try? StrictJSON.members(of: bytes)
  case .trailingComma, .repeatedName, .byteOrderMark, .otherEncoding, .tooDeep, .longString,
    .tooLarge, .loneSurrogate:
    break
  case .empty, .invalidUTF8, .expected, .unfinished, .controlCharacter, .invalidEscape,
    .invalidNumber:
    require(
      !foundation || bytes.contains(0),
      "refused (\(fault?.phrase.en ?? "")), and taken by Foundation")
  }
  if let fault {
    require((0...bytes.count).contains(fault.offset), "the place is not in the text")
    let lines = 1 + bytes.count { $0 == 10 }
    require((1...lines).contains(fault.line) && fault.column >= 1, "there is no such line")
    require(!fault.phrase.ru.isEmpty && !fault.phrase.en.isEmpty, "no words")
  }
  // A path leads somewhere in any text.
  let path: [JSONStep] = [.member("a"), .element(Int(bytes.first ?? 0) % 4), .member("b")]
  require(StrictJSON.line(of: path, in: bytes) >= 1, "no line")
}

/// Numbers that RFC 8259 allows and Foundation cannot hold.
private func hasExtremeNumber(_ bytes: [UInt8]) -> Bool {
  bytes.contains { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }
    || bytes.count { (48...57).contains($0) } > 18
}

import ArgumentParser
import Cabinet

/// Ids that callers make, so that a repeat does nothing.
enum RequestID {
  static func validate(_ id: String?) throws {
    guard let id else { return }
    let isKnown = id.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        true
      default: false
      }
    }
    guard isKnown, (1...64).contains(id.utf8.count) else {
      throw ValidationError(
        Phrase(
          "--request-id ждёт от 1 до 64 латинских букв, цифр и знаков -_.",
          "--request-id takes 1 to 64 letters, digits and signs -_. of ASCII"))
    }
  }
}

/// The elements of an array in a text that is known to be sound JSON.
enum JSONElements {
  /// The bytes of each element of the array in a range.
  static func ranges(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var elements: [Range<Int>] = []
    var depth = 0
    var start: Int?
    var end = range.lowerBound
    walk(bytes[range]) { index, isInString in
      let byte = bytes[index]
      if isInString {
        start = start ?? index
        end = index + 1
        return
      }
      switch byte {
      case UInt8(ascii: "]") where depth == 1, UInt8(ascii: ",") where depth == 1:
        if let from = start { elements.append(from..<end) }
        start = nil
        if byte == UInt8(ascii: "]") { depth = 0 }
        return
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        if depth == 1 { return }
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: if isSpace(byte) { return }
      }
      start = start ?? index
      end = index + 1
    }
    return elements
  }

  /// A value without white space outside its strings.
  static func compact(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    walk(bytes) { index, isInString in
      if isInString || !isSpace(bytes[index]) { kept.append(bytes[index]) }
    }
    return kept
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 9 || byte == 10 || byte == 13
  }

  /// Visits every byte; the quotation marks of a string count as in it.
  private static func walk(
    _ bytes: ArraySlice<UInt8>, _ visit: (_ index: Int, _ isInString: Bool) -> Void
  ) {
    var isInString = false
    var isEscaped = false
    for index in bytes.indices {
      let wasInString = isInString
      if isEscaped {
        isEscaped = false
      } else if isInString, bytes[index] == UInt8(ascii: "\\") {
        isEscaped = true
      } else if bytes[index] == UInt8(ascii: "\"") {
        isInString.toggle()
      }
      visit(index, wasInString || isInString)
    }
  }
}

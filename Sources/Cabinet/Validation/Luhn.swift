/// The check digit of ISO/IEC 7812-1, annex B; the same as "M10" of HL7 table 0061.
enum Luhn {
  /// The digit that completes the payload.
  static func control(of payload: some BidirectionalCollection<Int>) -> Int {
    var isDoubled = true
    var sum = 0
    for value in payload.reversed() {
      let weighted = isDoubled ? value * 2 : value
      sum += weighted > 9 ? weighted - 9 : weighted
      isDoubled.toggle()
    }
    return (10 - sum % 10) % 10
  }
}

/// A control sequence, `CSI … final`.
struct ControlSequence: Equatable {
  /// `?`, `>`, `<` or `=` before the parameters.
  var prefix: UInt8?
  /// The parameters; nil where one was left out.
  ///
  /// At most 32 are kept, each at most 65,535.
  var parameters: [Int?] = [nil]
  /// The intermediate bytes before the final one.
  var intermediates: [UInt8] = []

  /// A parameter that counts: 1 where it is left out or 0.
  func count(_ index: Int = 0) -> Int {
    max(1, value(index))
  }

  /// A parameter, 0 where it is left out.
  func value(_ index: Int = 0) -> Int {
    index < parameters.count ? parameters[index] ?? 0 : 0
  }

  mutating func digit(_ byte: UInt8) {
    let last = parameters.count - 1
    parameters[last] = min(65_535, (parameters[last] ?? 0) * 10 + Int(byte - 0x30))
  }

  mutating func separate() {
    if parameters.count < 32 { parameters.append(nil) } else { parameters[31] = nil }
  }
}

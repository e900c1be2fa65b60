extension KeyDecoder {
  /// A control sequence longer than this is no key and no report of ours.
  private static let longestSequence = 64

  /// What an Escape begins; `isSplit` tells that its follower came with a later read.
  func escape(_ input: Input, isSplit: Bool) -> Step {
    guard let second = input[1] else { return .incomplete }
    switch second {
    case UInt8(ascii: "["): return controlSequence(input)
    case UInt8(ascii: "O"): return singleShift(input)
    case 0x1B: return .took(1, .key(.escape))
    default: break
    }
    switch described(input) {
    case .took(let count, let event): return .took(count, event)
    case .incomplete: return .incomplete
    case .entered: break
    }
    if let isString = beginsString(second, input[2]) {
      if isString { return .entered(.skippingString, 2) }
    } else {
      return .incomplete
    }
    if isSplit { return .took(1, .key(.escape)) }
    if second < 0x20 || second == 0x7F { return .took(1, nil) }
    switch input.scalar(at: 1) {
    case .scalar(let scalar, let count) where scalar.value < 0x7F || scalar.value >= 0xA0:
      return .took(1 + count, .key(.alt(Character(scalar))))
    case .incomplete: return .incomplete
    case .scalar, .invalid: return .took(1, .key(.escape))
    }
  }

  /// Whether Escape, `second`, `third` begin a string that runs to a terminator.
  ///
  /// Nil when `third` is wanted to tell; without a likely one it is Alt with a bracket or a letter.
  private func beginsString(_ second: UInt8, _ third: UInt8?) -> Bool? {
    let starts: [UInt8]
    switch second {
    case UInt8(ascii: "]"): starts = Array("0123456789".utf8)
    case UInt8(ascii: "P"): starts = Array("0123456789>$+!=|".utf8)
    case UInt8(ascii: "_"): starts = Array("G".utf8)
    default: return false
    }
    guard let third else { return nil }
    return starts.contains(third)
  }

  /// A sequence of the terminal's description that is neither CSI nor SS3, as on a VT52; `.entered`
  /// stands for none.
  private func described(_ input: Input) -> Step {
    var isPrefix = false
    for (sequence, key) in table {
      let bytes = input.prefix(sequence.count)
      if bytes.elementsEqual(sequence) { return .took(sequence.count, .key(key)) }
      if bytes.count < sequence.count, sequence.starts(with: bytes) { isPrefix = true }
    }
    return isPrefix ? .incomplete : .entered(.keys, 0)
  }

  private func singleShift(_ input: Input) -> Step {
    var index = 2
    while let byte = input[index], (0x30..<0x3C).contains(byte), index < 8 { index += 1 }
    guard let final = input[index] else { return .incomplete }
    guard (0x20..<0x7F).contains(final) else { return .took(index, nil) }
    let sequence = Array(input.prefix(index + 1))
    guard let key = KeySequences.singleShift(final) ?? table[sequence] else {
      return .took(index + 1, nil)
    }
    return .took(index + 1, .key(key))
  }

  private func controlSequence(_ input: Input) -> Step {
    if input[2] == UInt8(ascii: "[") { return consoleFunction(input) }
    var index = 2
    while let byte = input[index] {
      switch byte {
      case UInt8(ascii: "$") where rxvtShifted(input, upTo: index) != nil:
        return .took(index + 1, rxvtShifted(input, upTo: index).map { .key($0) })
      case 0x40..<0x7F:
        return completed(input, final: byte, at: index)
      case 0x20..<0x40:
        index += 1
        if index > Self.longestSequence { return .entered(.skippingSequence, index) }
      default:
        // A control or a letter in the middle: the sequence was broken off before it.
        return .took(index, nil)
      }
    }
    return .incomplete
  }

  /// F1…F5 of the Linux console: `CSI [ A` … `CSI [ E`.
  private func consoleFunction(_ input: Input) -> Step {
    guard let letter = input[3] else { return .incomplete }
    switch letter {
    case UInt8(ascii: "A")...UInt8(ascii: "E"): return .took(4, .key(.function(Int(letter) - 64)))
    case 0x20..<0x7F: return .took(4, nil)
    default: return .took(3, nil)
    }
  }

  /// rxvt ends the keys pressed with Shift by `$`, which elsewhere is in the middle of a report.
  private func rxvtShifted(_ input: Input, upTo index: Int) -> Key? {
    let digits = input.prefix(index).dropFirst(2)
    guard !digits.isEmpty, digits.allSatisfy({ (0x30..<0x3A).contains($0) }) else { return nil }
    return KeySequences.numbered(Parameters(digits)[0])
  }

  private func completed(_ input: Input, final: UInt8, at index: Int) -> Step {
    let sequence = Array(input.prefix(index + 1))
    let length = sequence.count
    let parameters = Parameters(sequence[2..<index])
    switch (final, parameters.prefix) {
    case (UInt8(ascii: "M"), nil), (UInt8(ascii: "m"), nil):
      if let key = table[sequence] { return .took(length, .key(key)) }
      if final == UInt8(ascii: "m") || index > 2 { return .took(length, nil) }
      // The old mouse report: three raw bytes follow. It is never asked for.
      return input[5] == nil ? .incomplete : .took(6, nil)
    case (UInt8(ascii: "M"), UInt8(ascii: "<")), (UInt8(ascii: "m"), UInt8(ascii: "<")):
      let isPress = final == UInt8(ascii: "M")
      return .took(length, parameters.mouse(isPress: isPress).map { .mouse($0) })
    case (UInt8(ascii: "~"), nil) where parameters[0] == 200:
      return .entered(.pasting(PasteBuffer()), length)
    case (_, .some):
      return .took(length, nil)
    case (_, nil):
      if parameters.isRelease { return .took(length, nil) }
      let key = KeySequences.control(final, parameters) ?? table[sequence]
      return .took(length, key.map { .key($0) })
    }
  }
}

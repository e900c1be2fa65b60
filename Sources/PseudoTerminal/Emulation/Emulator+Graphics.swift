import Terminal

extension Emulator {
  /// SGR.
  mutating func setGraphics(_ parameters: [Int]) {
    var rest = parameters[...]
    while let parameter = rest.popFirst() {
      switch parameter {
      case 0: pen.style = .plain
      case 1: pen.style.attributes.insert(.bold)
      case 2: pen.style.attributes.insert(.dim)
      case 4: pen.style.attributes.insert(.underline)
      case 7: pen.style.attributes.insert(.reverse)
      case 22: pen.style.attributes.subtract([.bold, .dim])
      case 24: pen.style.attributes.remove(.underline)
      case 27: pen.style.attributes.remove(.reverse)
      case 30...37: pen.style.foreground = .palette(UInt8(parameter - 30))
      case 38: if let ink = extendedInk(&rest) { pen.style.foreground = ink }
      case 39: pen.style.foreground = .standard
      case 40...47: pen.style.background = .palette(UInt8(parameter - 40))
      case 48: if let ink = extendedInk(&rest) { pen.style.background = ink }
      case 49: pen.style.background = .standard
      case 90...97: pen.style.foreground = .palette(UInt8(parameter - 82))
      case 100...107: pen.style.background = .palette(UInt8(parameter - 92))
      default: break
      }
    }
  }

  /// `5;index` or `2;red;green;blue`; the latter becomes the nearest colour of the palette.
  private func extendedInk(_ rest: inout ArraySlice<Int>) -> Ink? {
    switch rest.popFirst() {
    case 5: return rest.popFirst().flatMap(UInt8.init(exactly:)).map(Ink.palette)
    case 2:
      let channels = rest.prefix(3).map { min($0, 255) }
      rest = rest.dropFirst(3)
      guard channels.count == 3 else { return nil }
      return .palette(NearestColor.index(red: channels[0], green: channels[1], blue: channels[2]))
    default: return nil
    }
  }
}

/// The palette of 256 colours as a space.
enum NearestColor {
  private static let levels = [0, 95, 135, 175, 215, 255]

  /// The index in the cube or the greys that lies nearest.
  static func index(red: Int, green: Int, blue: Int) -> UInt8 {
    let steps = [red, green, blue].map { value in
      levels.indices.min { abs(levels[$0] - value) < abs(levels[$1] - value) } ?? 0
    }
    let cube = steps.map { levels[$0] }
    let grey = min(max((red + green + blue) / 3 - 3, 0) / 10, 23)
    let level = 8 + grey * 10
    func distance(_ other: [Int]) -> Int {
      zip([red, green, blue], other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    return distance([level, level, level]) < distance(cube)
      ? UInt8(232 + grey) : UInt8(16 + 36 * steps[0] + 6 * steps[1] + steps[2])
  }
}

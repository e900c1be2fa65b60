/// The colours that a terminal has, and what stands in for those it lacks.
struct Palette: Hashable, Sendable {
  /// The number of colours: 0, 8, 16, 88 or 256 in the field, and 16,777,216 where any is shown.
  var count: Int

  /// A style in the terms of the terminal: attributes, and colour numbers where −1 is its default.
  struct Look: Hashable, Sendable {
    var attributes: Style.Attributes
    var foreground: Int
    var background: Int
  }

  /// What the terminal can show of a style.
  func look(of style: Style) -> Look {
    var look = Look(attributes: style.attributes, foreground: -1, background: -1)
    guard count >= 8 else { return look }
    switch style.foreground {
    case .standard: break
    case .palette(let index):
      let ansi = count >= 256 ? Int(index) : nearestAnsi(index)
      if ansi < count {
        look.foreground = number(ansi)
      } else if ansi == 8 {
        // Bright black is grey; black on a black terminal would be nothing.
        look.attributes.insert(.dim)
      } else {
        look.foreground = ansi - 8
        look.attributes.insert(.bold)
      }
    }
    if case .palette(let index) = style.background {
      let ansi = count >= 256 ? Int(index) : nearestAnsi(index)
      look.background = ansi < count ? number(ansi) : ansi - 8
    }
    if look.foreground == look.background, look.foreground >= 0,
      style.foreground != style.background
    {
      // Two colours became one: the text must stay readable.
      look.foreground = Self.isDark(look.foreground) ? 7 : 0
    }
    return look
  }

  /// How the terminal knows a colour: by its index, or by its red, green and blue where it shows any.
  ///
  /// The eight lowest numbers are the ANSI colours there, too; black stays next to black.
  private func number(_ index: Int) -> Int {
    guard count > 256, index >= 8 else { return index }
    let (red, green, blue) = index < 16 ? Self.ansi[index] : Self.rgb(UInt8(index))
    return max(red << 16 | green << 8 | blue, 8)
  }

  /// The nearest of the 16 ANSI colours.
  private func nearestAnsi(_ index: UInt8) -> Int {
    if index < 16 { return Int(index) }
    let wanted = Self.rgb(index)
    var best = 0
    var bestDistance = Int.max
    for candidate in 0..<16 {
      let (red, green, blue) = Self.ansi[candidate]
      let distance =
        (wanted.0 - red) * (wanted.0 - red) + (wanted.1 - green) * (wanted.1 - green)
        + (wanted.2 - blue) * (wanted.2 - blue)
      if distance < bestDistance { (best, bestDistance) = (candidate, distance) }
    }
    return best
  }

  private static func isDark(_ color: Int) -> Bool {
    let (red, green, blue) = ansi[min(max(color, 0), 15)]
    return 3 * red + 6 * green + blue < 1275
  }

  /// The colour cube and the greys, as xterm defines them.
  static func rgb(_ index: UInt8) -> (Int, Int, Int) {
    if index >= 232 {
      let grey = 8 + 10 * (Int(index) - 232)
      return (grey, grey, grey)
    }
    let cube = Int(index) - 16
    func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }
    return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
  }

  /// The 16 ANSI colours, as xterm paints them.
  private static let ansi: [(Int, Int, Int)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0),
    (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
    (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]
}

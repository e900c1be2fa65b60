import Terminal

/// The colours of a drawn screen.
public struct SVGPalette: Hashable, Sendable {
  private(set) var paper: String
  let text: String
  let ansi: [String]

  /// Dark text on warm white.
  public static let light = SVGPalette(
    paper: "#fbfaf7", text: "#2b2f36",
    ansi: [
      "#2b2f36", "#b3362b", "#3f7d3a", "#8a6a12", "#2f5fa8", "#85489b", "#1f7a80", "#8a8f98",
      "#5d636d", "#c9503f", "#56944e", "#a6842a", "#4a79c2", "#9d62b3", "#3a949a", "#d9dbe0",
    ])

  /// Light text on slate.
  public static let dark = SVGPalette(
    paper: "#1e222a", text: "#d5d9e0",
    ansi: [
      "#2c313c", "#e0746b", "#8fbf80", "#dcb869", "#7aa7e0", "#c08bd0", "#6fc1c4", "#c2c7d0",
      "#6b7280", "#eb938b", "#a9d19c", "#e8cb8b", "#9bbdea", "#d1a6de", "#92d3d5", "#eef0f4",
    ])

  /// The palette that suits a screen with this colour behind its text.
  static func fitting(_ ground: Ink) -> SVGPalette {
    guard case .palette(let index) = ground else { return .light }
    let isDark = index < 16 ? index != 7 && index != 15 : light.lightness(index) < 128
    return isDark ? .dark : .light
  }

  /// The same with a sheet of this colour, so that the edge of the drawing is the screen's own.
  func laid(on ground: Ink) -> SVGPalette {
    var palette = self
    palette.paper = color(ground) ?? paper
    return palette
  }

  /// How light a colour of the cube or of the greys is, from 0 to 255.
  private func lightness(_ index: UInt8) -> Int {
    let value = Int(color(index).dropFirst(), radix: 16) ?? 0
    let (red, green, blue) = (value >> 16, (value >> 8) & 255, value & 255)
    return (red * 3 + green * 6 + blue) / 10
  }

  /// The colour of an index of the terminal's palette.
  func color(_ index: UInt8) -> String {
    let index = Int(index)
    if index < 16 { return ansi[index] }
    if index >= 232 {
      let level = 8 + (index - 232) * 10
      return SVGPalette.hex(level, level, level)
    }
    let levels = [0, 95, 135, 175, 215, 255]
    let cube = index - 16
    return SVGPalette.hex(levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
  }

  /// The colours of text and paper, exchanged where the style is reversed; no paper where it is the page's own.
  func colors(of style: Style) -> (text: String, paper: String?) {
    let text = color(style.foreground)
    let paper = color(style.background)
    guard style.attributes.contains(.reverse) else { return (text ?? self.text, paper) }
    return (paper ?? self.paper, text ?? self.text)
  }

  private func color(_ ink: Ink) -> String? {
    switch ink {
    case .standard: nil
    case .palette(let index): color(index)
    }
  }

  private static func hex(_ red: Int, _ green: Int, _ blue: Int) -> String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

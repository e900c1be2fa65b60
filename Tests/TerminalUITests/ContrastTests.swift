import Testing

@testable import Terminal
@testable import TerminalUI

/// Every text of every theme can be read: 4.5 : 1 and more (WCAG 2.1, success criterion 1.4.3).
@Suite struct ContrastTests {
  typealias Color = (red: Int, green: Int, blue: Int)

  /// The first sixteen colours as terminals paint them.
  struct Palette16: Sendable, CustomTestStringConvertible {
    var name: String
    var colors: [Int]
    var testDescription: String { name }
  }

  /// xterm's XTerm-col.ad.
  static let xterm = Palette16(
    name: "xterm",
    colors: [
      0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
      0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ])
  /// The Linux console's default_red, default_grn and default_blu (drivers/tty/vt/vt.c), which are the VGA's.
  static let console = Palette16(
    name: "the Linux console",
    colors: [
      0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA,
      0x555555, 0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
    ])

  private func luminance(_ color: Color) -> Double {
    func linear(_ level: Int) -> Double {
      let value = Double(level) / 255
      // exp(2.4 · ln x), by a table-free power: the standard library has none without Foundation.
      return value <= 0.04045 ? value / 12.92 : Self.power((value + 0.055) / 1.055)
    }
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }

  /// x to the power of 2.4 = (x¹²)^(1/5), by Newton's method.
  private static func power(_ base: Double) -> Double {
    var twelfth = 1.0
    for _ in 0..<12 { twelfth *= base }
    var root = 1.0
    for _ in 0..<200 {
      let fourth = root * root * root * root
      root -= (fourth * root - twelfth) / (5 * fourth)
    }
    return root
  }

  private func contrast(_ left: Color, _ right: Color) -> Double {
    let (a, b) = (luminance(left) + 0.05, luminance(right) + 0.05)
    return max(a, b) / min(a, b)
  }

  private func color(_ number: Int, _ palette: Palette16) -> Color {
    if number >= 16 {
      let (red, green, blue) = Palette.rgb(UInt8(number))
      return (red, green, blue)
    }
    let value = palette.colors[number]
    return (value >> 16, value >> 8 & 255, value & 255)
  }

  /// The colours that a terminal paints a style in; bold brightens the first eight, as it does there.
  private func painted(
    _ style: Style, _ theme: Theme, _ depth: ColorDepth, _ palette: Palette16
  ) -> (text: Color, paper: Color)? {
    let count = [ColorDepth.eight: 8, .sixteen: 16, .indexed: 256, .direct: 256][depth] ?? 0
    let look = Palette(count: count).look(of: theme.grounded(style))
    guard look.foreground >= 0, look.background >= 0 else { return nil }
    var text = look.foreground
    if look.attributes.contains(.bold), text < 8 { text += 8 }
    let colors = (color(text, palette), color(look.background, palette))
    return look.attributes.contains(.reverse) ? (colors.1, colors.0) : colors
  }

  /// Every look that the painter can give to a text.
  private func looks(_ theme: Theme) -> [(name: String, style: Style)] {
    var looks: [(String, Style)] = [
      ("focus", theme.style(.focus)), ("covered", theme.style(.covered)),
    ]
    for part in Theme.Part.allCases where part != .focus && part != .covered {
      for tone in Tone.allCases {
        let style = theme.style(tone, in: part)
        looks.append(("\(tone) in \(part)", style))
        looks.append(("\(tone) in \(part), typed", theme.typed(style)))
      }
    }
    return looks
  }

  @Test(arguments: ThemeName.allCases, [xterm, console])
  func everyPairOfEveryThemeCanBeRead(name: ThemeName, palette: Palette16) {
    let least = name == .contrast ? 7.0 : 4.5
    for depth in ColorDepth.allCases {
      let theme = Theme(name, depth)
      for (look, style) in looks(theme) {
        guard name != .monochrome, depth != .none else {
          // The terminal's own two colours, and nothing faint.
          let isPlain = style.foreground == .standard && style.background == .standard
          #expect(isPlain && !style.attributes.contains(.dim), "\(name), \(depth): \(look)")
          continue
        }
        guard let (text, paper) = painted(style, theme, depth, palette) else {
          Issue.record("\(name), \(depth): \(look) leaves a colour to the terminal")
          continue
        }
        let ratio = contrast(text, paper)
        #expect(ratio >= least, "\(name), \(depth), \(palette.name): \(look) has \(ratio)")
        #expect(!style.attributes.contains(.dim), "\(name), \(depth): \(look)")
      }
    }
  }

  @Test func theFormulaIsThatOfTheStandard() {
    #expect(abs(contrast((0, 0, 0), (255, 255, 255)) - 21) < 0.001)
    // Known pairs: #767676 on white has 4.54, #777777 has 4.48.
    #expect(abs(contrast((0x76, 0x76, 0x76), (255, 255, 255)) - 4.54) < 0.01)
    #expect(abs(contrast((0x77, 0x77, 0x77), (255, 255, 255)) - 4.48) < 0.01)
  }

  @Test func atSixteenColoursAndBelowNothingElseIsUsed() {
    for name in ThemeName.allCases {
      for depth in [ColorDepth.eight, .sixteen] {
        let theme = Theme(name, depth)
        for (look, style) in looks(theme) {
          for ink in [style.foreground, style.background] {
            if case .palette(let index) = ink { #expect(index < 16, "\(look)") }
          }
        }
      }
    }
  }

  @Test(arguments: [
    (nil, ThemeName.dark), ("15;0", .dark), ("0;15", .light), ("0;default;7", .light), ("x", .dark),
  ])
  func theUsualThemeFitsThePaper(colors: String?, theme: ThemeName) {
    #expect(ThemeName.fitting(colors) == theme)
  }

  @Test func anyColourIsSentAsWhatItIsWhereItCanBe() {
    let direct = Palette(count: 1 << 24)
    #expect(direct.look(of: Style(foreground: .palette(80))).foreground == 0x5FD7D7)
    #expect(direct.look(of: Style(background: .palette(16))).background == 8)
    #expect(direct.look(of: Style(foreground: .palette(6))).foreground == 6)
  }
}

import Testing

@testable import Terminal

@Suite struct PaletteTests {
  private func inks() -> [Ink] { [.standard] + (UInt8.min...UInt8.max).map { .palette($0) } }

  @Test(arguments: [0, 2, 8, 16, 88, 256])
  func colorsStayWithinTheTerminalAndTextStaysReadable(_ count: Int) {
    let palette = Palette(count: count)
    for foreground in inks() {
      for background in inks() {
        let look = palette.look(of: Style(foreground: foreground, background: background))
        let range = count < 8 ? -1...(-1) : -1...(min(count, 256) - 1)
        guard range.contains(look.foreground), range.contains(look.background) else {
          Issue.record("\(foreground) on \(background) gave \(look)")
          return
        }
        if foreground != background, look.foreground >= 0 {
          guard look.foreground != look.background else {
            Issue.record("\(foreground) on \(background) cannot be read")
            return
          }
        }
      }
    }
  }

  @Test func aFullPaletteIsShownAsItIs() {
    for index in UInt8.min...UInt8.max {
      let style = Style(.bold, foreground: .palette(index), background: .standard)
      let look = Palette(count: 256).look(of: style)
      #expect(look == Palette.Look(attributes: .bold, foreground: Int(index), background: -1))
    }
  }

  @Test(arguments: [(196, 9), (46, 10), (21, 4), (231, 15), (16, 0), (244, 8), (250, 7), (1, 1)])
  func theNearestColorStandsIn(_ index: UInt8, ansi: Int) {
    #expect(Palette(count: 16).look(of: Style(foreground: .palette(index))).foreground == ansi)
  }

  @Test func eightColorsShowBrightOnesAsBoldAndGreyAsFaint() {
    let palette = Palette(count: 8)
    let bright = palette.look(of: Style(foreground: .palette(9)))
    #expect(bright == Palette.Look(attributes: .bold, foreground: 1, background: -1))
    let grey = palette.look(of: Style(foreground: .palette(8)))
    #expect(grey == Palette.Look(attributes: .dim, foreground: -1, background: -1))
  }

  @Test func withoutColorsTheAttributesRemain() {
    let style = Style([.bold, .reverse], foreground: .palette(1), background: .palette(2))
    let look = Palette(count: 0).look(of: style)
    #expect(look == Palette.Look(attributes: [.bold, .reverse], foreground: -1, background: -1))
  }
}

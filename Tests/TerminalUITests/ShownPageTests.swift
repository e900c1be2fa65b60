import Terminal
import Testing

@testable import TerminalUI

@Suite struct ShownPageTests {
  private static let keys: [Key] = [
    .up, .down, .left, .right, .tab, .backTab, .home, .end, .pageUp, .pageDown, .enter, .escape,
    .character(" "), .character("я"), .character("j"), .backspace,
  ]

  /// Walks over the page with everything on it; at each step every key is answered twice.
  @Test func anEventOnTheShownPageMeansWhatItMeansOnTheLayer() {
    let interaction = Interaction(words: .russian)
    let renderer = Renderer(theme: .standard, words: .russian)
    for size in [Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)] {
      var memory = LayerMemory()
      for _ in 0..<40 {
        let page = Everything.page()
        let frame = renderer.frame(
          layers: [Layer(page: page, memory: memory)], actions: Everything.actions, size: size)
        guard let shown = frame.top else {
          Issue.record("a frame of \(size) shows no page")
          return
        }
        let layer = Layer(page: page, memory: frame.memories[0])
        for key in Self.keys {
          let known = interaction.respond(to: .key(key), on: shown)
          let anew = interaction.respond(
            to: .key(key), on: layer, actions: Everything.actions, size: size)
          #expect(known.memory == anew.memory && known.events == anew.events)
          #expect(known.isHandled == anew.isHandled)
        }
        memory = interaction.respond(to: .key(.tab), on: shown).memory
      }
    }
  }

  @Test func aScreenTooSmallShowsNoPage() {
    let frame = Renderer(theme: .standard, words: .russian).frame(
      layers: [Layer(page: Everything.page())], actions: [], size: Size(columns: 20, rows: 5))
    #expect(frame.top == nil)
  }
}

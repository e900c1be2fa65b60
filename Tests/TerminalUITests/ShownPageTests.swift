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
          let known = interaction.respond(
            to: .key(key), on: shown.layer(with: layer.memory), actions: shown.actions, size: size)
          let anew = interaction.respond(
            to: .key(key), on: layer, actions: Everything.actions, size: size)
          #expect(known.memory == anew.memory && known.events == anew.events)
          #expect(known.isHandled == anew.isHandled)
          memory = anew.memory
          let same = renderer.frame(
            layers: [shown.layer(with: memory)], actions: shown.actions, size: size)
          let new = renderer.frame(
            layers: [Layer(page: page, memory: memory)], actions: shown.actions, size: size)
          #expect(same.grid == new.grid && same.memories == new.memories, "\(key)")
        }
        memory =
          interaction.respond(to: .key(.tab), on: layer, actions: shown.actions, size: size).memory
      }
    }
  }

  /// Rows, lines of a notice and buttons say the same wherever the focus is: their lines are made once.
  private static func rows() -> Page {
    var body: [View] = [
      .alert(
        Alert(
          .note, "A notice", lines: [(nil, "of two lines"), ("row.7", "one of which leads on")])),
      .gap,
    ]
    for group in 0..<6 {
      let rows = (0..<5).map { row in
        Row(
          id: row == 2 ? nil : ViewID("row.\(group * 5 + row)"), marker: row == 1 ? "!" : " ",
          title: StyledText("Row \(row) " + String(repeating: "wide ", count: row * 4)),
          details: [.text("detail \(group)")])
      }
      body += [.heading("Group \(group)", note: "5"), .rows(rows), .gap]
    }
    body.append(.buttons([Button(id: "one", "One"), Button(id: "two", "Two")]))
    return Page(path: ["Rows"], body: body)
  }

  /// A walk of many keys, where each frame goes on from the one before, against frames laid out anew.
  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 33, rows: 11)])
  func aWalkShowsWhatPagesLaidOutAnewShow(size: Size) throws {
    let interaction = Interaction(words: .russian)
    let page = Self.rows()
    let themes = [Theme.standard, .monochrome]
    let notices: [StyledText?] = [
      nil, "short", StyledText(String(repeating: "a long notice ", count: 9)),
    ]
    var random: UInt64 = 7
    var frame = Renderer(theme: .standard, words: .russian).frame(
      layers: [Layer(page: page)], actions: [], size: size)
    var keptCanvases = 0
    for step in 0..<400 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let key = Self.keys[Int(random >> 33) % Self.keys.count]
      let notice = notices[Int(random >> 50) % notices.count]
      let renderer = Renderer(theme: themes[Int(random >> 44) % 8 / 7], words: .russian)
      let actions = random >> 47 & 7 == 0 ? Everything.actions : []
      let shown = try #require(frame.top)
      let memory = interaction.respond(
        to: .key(key), on: shown.layer(with: frame.memories[0]), actions: [], size: size
      ).memory
      let new = renderer.frame(
        layers: [Layer(page: page, memory: memory)], actions: actions, message: notice, size: size)
      let layer = shown.layer(with: memory)
      frame = renderer.frame(layers: [layer], actions: actions, message: notice, size: size)
      let (layout, before) = layer.laidOut(size: size, words: .russian)
      if before?.canvas(layout, actions, notice, renderer.theme) != nil { keptCanvases += 1 }
      #expect(frame.grid == new.grid && frame.memories == new.memories, "\(step): \(key)")
    }
    #expect(keptCanvases > 20)
  }

  @Test func aScreenTooSmallShowsNoPage() {
    let frame = Renderer(theme: .standard, words: .russian).frame(
      layers: [Layer(page: Everything.page())], actions: [], size: Size(columns: 20, rows: 5))
    #expect(frame.top == nil)
  }
}

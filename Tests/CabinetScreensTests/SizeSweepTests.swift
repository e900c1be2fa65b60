import Cabinet
import CabinetServices
import Foundation
import Terminal
import Testing

@testable import CabinetScreens
@testable import TerminalUI

/// Every screen in every size of a terminal, 32…200 columns by 10…60 rows.
///
/// A run takes a sample in which every width and every height occurs; `KABINET_SWEEP=full` (make sweep)
/// takes all 8,619 sizes for each screen.
@Suite struct SizeSweepTests {
  static let widths = 32...200
  static let heights = 10...60
  /// Where something changes: the smallest, a phone, the width of the sidebar, the common ones.
  static let edges = [
    Size(columns: 32, rows: 10), Size(columns: 32, rows: 60), Size(columns: 200, rows: 10),
    Size(columns: 40, rows: 20), Size(columns: 71, rows: 24), Size(columns: 72, rows: 24),
    Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 200, rows: 60),
  ]
  static let parts = 2
  static let isFull = ProcessInfo.processInfo.environment["KABINET_SWEEP"] == "full"

  /// The sizes for one of the screens: together the screens see every width and every height.
  static func sizes(_ number: Int) -> [Size] {
    if isFull {
      return widths.flatMap { width in heights.map { Size(columns: width, rows: $0) } }
    }
    let wide = widths.filter { ($0 + number) % 6 == 0 }.map { width in
      Size(columns: width, rows: 10 + (width * 17 + number) % 51)
    }
    let high = heights.filter { ($0 + number) % 6 == 0 }.map { height in
      Size(columns: 32 + (height * 53 + number) % 169, rows: height)
    }
    return edges + wide + high
  }

  private let screens: AllScreens

  init() throws { screens = try AllScreens() }

  private struct Subject {
    var name: String
    /// The page on a very wide terminal, and on another.
    var wide: Page
    var page: Page
    var actions: [Action]
    var words: InterfaceWords

    func page(at size: Size) -> Page { size.columns < Page.veryWide ? page : wide }
  }

  private func subjects() throws -> [Subject] {
    var subjects: [Subject] = []
    for (number, (name, screen)) in try screens.list().enumerated() {
      // Half in each language, so that both are seen in every size.
      for language in Self.isFull ? Language.allCases : [Language.allCases[number % 2]] {
        let context = screens.context(language)
        subjects.append(
          Subject(
            name: "\(name) in \(language)", wide: screen.page(context, columns: Page.veryWide),
            page: screen.view(context),
            actions: screen.actions(context) + GlobalActions.list(context, isRoot: false),
            words: language == .russian ? .russian : .english))
      }
    }
    return subjects
  }

  private func layout(
    _ subject: Subject, _ size: Size, _ memory: LayerMemory = LayerMemory()
  ) -> PageLayout {
    PageLayout(subject.page(at: size), memory: memory, size: size, words: subject.words)
  }

  /// What is wrong in a size; empty where nothing is.
  private func faults(_ subject: Subject, _ size: Size) -> [String] {
    let frame = Renderer(theme: .standard, words: subject.words).frame(
      layers: [Layer(page: subject.page(at: size))], actions: subject.actions, size: size)
    guard let layout = frame.top?.layout else { return ["nothing is shown"] }
    var faults: [String] = []
    for line in layout.flow.lines {
      var end = -1
      for span in line.spans.sorted(by: { $0.column < $1.column }) where !span.text.isEmpty {
        if span.column < end { faults.append("overlaps: \(span.text)") }
        end = span.column + span.text.columns
      }
      if end > layout.width { faults.append("leaves the body: \(line.spans.map(\.text))") }
    }
    if let aside = layout.aside {
      let left = aside.rule + 2
      for line in aside.lines {
        let end = line.spans.map { left + $0.column + $0.text.columns }.max() ?? 0
        if end > size.columns { faults.append("leaves the screen: \(line.spans.map(\.text))") }
      }
      if aside.lines.count > layout.height { faults.append("more lines beside than rows") }
      if layout.origin.column + layout.width > aside.rule {
        faults.append("the rule cuts the body")
      }
    }
    let rows = (0..<size.rows).map { frame.grid.text(row: $0) }
    let hints = rows.last ?? ""
    if !hints.contains(layout.isTyping ? "F1" : "?") { faults.append("no help: \(hints)") }
    if !hints.contains("Esc") { faults.append("no way back: \(hints)") }
    let titles = [subject.page.path.last, subject.page.shortPath?.last].compactMap { $0 }
      .map { $0.prefix { $0 != " " } }
    let top = rows[layout.top...].prefix(3).joined(separator: " ")
    if !titles.contains(where: { top.contains($0.prefix(20)) }) {
      faults.append("no title \(titles)")
    }
    guard let cursor = frame.grid.cursor else { return faults + ["no cursor"] }
    if !(0..<size.columns).contains(cursor.column) || !(0..<size.rows).contains(cursor.row) {
      faults.append("cursor off the screen")
    }
    if !(layout.origin.row..<layout.ruleRow).contains(cursor.row) {
      faults.append("cursor off the body")
    }
    return faults
  }

  /// In parts, so that every processor has one.
  @Test(arguments: 0..<parts) func nothingOverlapsIsCutOrOutOfReach(part: Int) throws {
    for (number, subject) in try subjects().enumerated() where number % Self.parts == part {
      for size in Self.sizes(number) {
        let found = faults(subject, size)
        #expect(found.isEmpty, "\(subject.name) at \(size.columns)×\(size.rows)")
      }
    }
  }

  @Test func tabGoesRoundAndTheFocusIsSeen() throws {
    let sizes = Self.isFull ? Self.edges : [Self.edges[0], Self.edges[3], Self.edges[6]]
    for subject in try subjects() {
      let stops = Focusables(subject.page.body).order
      for size in sizes where !stops.isEmpty {
        var memory = layout(subject, size).memory
        var seen: [ViewID] = []
        for _ in stops {
          memory =
            Interaction(words: subject.words).respond(
              to: .key(.tab), on: Layer(page: subject.page(at: size), memory: memory),
              actions: subject.actions, size: size
            ).memory
          let frame = Renderer(theme: .standard, words: subject.words).frame(
            layers: [Layer(page: subject.page(at: size), memory: memory)], actions: subject.actions,
            size: size)
          memory = frame.memories[0]
          let layout = layout(subject, size, memory)
          let place = "\(subject.name) at \(size.columns)×\(size.rows): \(memory.focus as Any)"
          guard let stop = layout.focusedStop else {
            Issue.record("\(place) has no place")
            continue
          }
          #expect(layout.isShown(stop), "\(place) is not shown")
          let row = layout.origin.row + stop.cursor.row - layout.memory.scroll
          #expect(frame.grid.cursor?.row == row, "\(place) has no cursor")
          let marked = stop.marks.contains { mark in
            let row = layout.origin.row + mark.row - layout.memory.scroll
            let column = layout.origin.column + mark.column
            return (0..<size.rows).contains(row) && (0..<size.columns).contains(column)
              && String(frame.grid[row: row, column: column].character) == mark.sign
          }
          #expect(marked, "\(place) has no mark")
          seen.append(stop.id)
        }
        #expect(Set(seen) == Set(stops), "\(subject.name) traps the focus")
        #expect(seen.count == stops.count)
      }
    }
  }

  @Test func everyWidthAndHeightIsInTheSample() {
    let sizes = (0..<6).flatMap(Self.sizes)
    #expect(Set(sizes.map(\.columns)).isSuperset(of: Self.widths))
    #expect(Set(sizes.map(\.rows)).isSuperset(of: Self.heights))
  }
}

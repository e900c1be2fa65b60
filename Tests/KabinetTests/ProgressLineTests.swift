import Cabinet
import Testing

@testable import kabinet

/// The line that tells how far long work is, and what stops it.
@Suite struct ProgressLineTests {
  /// A world in which time passes by hand.
  private final class World {
    var now = ContinuousClock.now
    var lines: [String] = []
    var isAsked = false

    func line(
      _ language: Language = .russian, as manner: ProgressLine.Manner = .rewritten
    ) -> ProgressLine {
      ProgressLine(
        Phrase("Проверка", "Checking"), language, as: manner,
        ProgressLine.World(
          now: { self.now }, show: { self.lines.append($0) }, isAsked: { self.isAsked }))
    }
  }

  @Test func quickWorkShowsNothing() {
    let world = World()
    let line = world.line()
    for step in 1...5 {
      world.now += .milliseconds(59)
      #expect(line.step(step, nil))
    }
    line.end()
    #expect(world.lines.isEmpty)
  }

  @Test func longWorkTellsHowFarItIsAndTakesTheLineAway() {
    let world = World()
    let line = world.line()
    world.now += .milliseconds(300)
    #expect(line.step(12_345, nil))
    world.now += .milliseconds(49)
    #expect(line.step(12_400, nil))
    world.now += .milliseconds(1)
    #expect(line.step(1, 3))
    line.end()
    #expect(
      world.lines == [
        "Проверка: 12\u{A0}345 · Ctrl+C остановит", "Проверка: 33\u{A0}% · Ctrl+C остановит", "",
      ])
    #expect(world.lines.allSatisfy { $0.count < 40 })
  }

  @Test func linesThatAreReadAloudAreFewAndStay() {
    let world = World()
    let line = world.line(as: .told)
    for step in 1...200 {
      world.now += .milliseconds(50)
      #expect(line.step(step, 200))
    }
    line.end()
    #expect(
      world.lines == [
        "Проверка: 3\u{A0}% · Ctrl+C остановит", "Проверка: 53\u{A0}% · Ctrl+C остановит",
      ])
  }

  @Test func whoAskedTooLateForAStepIsHeardAtTheEnd() {
    let world = World()
    let line = world.line()
    world.isAsked = true
    #expect(line.step(1, 2))
    #expect(!line.goesOn)
    #expect(world.lines.isEmpty)
  }

  @Test(arguments: Language.allCases)
  func whoAsksStopsItBetweenTwoSteps(language: Language) {
    let world = World()
    let line = world.line(language)
    world.now += .seconds(1)
    #expect(line.step(1, 2))
    world.isAsked = true
    world.now += .seconds(1)
    #expect(!line.step(2, 2))
    #expect(world.lines.count == 2 && world.lines.last == "")
  }
}

import Terminal

/// Turns the frames of a played tape into a recording, in the tape's own time.
struct TapeRecorder {
  /// True between `Hide` and `Show`: frames are left out and no time passes.
  var isHidden = false
  private var writer: CastWriter
  private var time = 0
  private var shown: CellGrid?

  init(size: Size) {
    writer = CastWriter(size: size)
  }

  var text: String { writer.text }

  mutating func pass(milliseconds: Int) {
    if !isHidden { time += milliseconds }
  }

  mutating func resize(to size: Size) {
    writer.add(.resize(size), at: time)
    shown = nil
  }

  mutating func record(_ screen: CellGrid) {
    guard !isHidden else { return }
    let frame = ANSIRendering.frame(screen, after: shown)
    if !frame.isEmpty { writer.add(.output(frame), at: time) }
    shown = screen
  }
}

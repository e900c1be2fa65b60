import Cabinet
import CabinetServices
import Terminal
import TerminalUI

extension CabinetApp {
  /// What a frame showed: whoever only moves the focus sees the same pages again, and nobody makes them anew.
  ///
  /// It is let go by every event but such a move, by every effect and by what other sessions write. A screen whose
  /// page changes with the focus says so (`Screen.focusUse`).
  struct Drawn {
    /// What pages are made of beside the screens: with another moment or language they are other pages.
    struct Grounds: Equatable {
      var now: Timestamp
      var events: Int
      var language: Language
      var size: Size
    }

    var grounds: Grounds
    /// The pages below the top one.
    var lower: [Page]
    /// The top layer as it was laid out.
    var top: ShownPage

    /// The layers shown, with what is remembered of each now.
    func layers(with memories: [LayerMemory]) -> [Layer] {
      zip(lower, memories).map { Layer(page: $0, memory: $1) }
        + memories.suffix(1).map { top.layer(with: $0) }
    }
  }

  /// The grounds of a frame drawn now.
  var grounds: Drawn.Grounds {
    Drawn.Grounds(now: session.now, events: session.eventCount, language: language, size: size)
  }
}

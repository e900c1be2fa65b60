import Cabinet
import CabinetServices
import TerminalUI

/// A service in a list.
enum ServiceRow {
  /// Makes the row; a favourite bears its sign.
  ///
  /// - Parameters:
  ///   - marks: the parts of the shown title that answer a query.
  ///   - note: what stands beside the title in place of the price and the term.
  static func make(
    _ service: ServiceBrief, marks: (String) -> [Range<String.Index>] = { _ in [] },
    note: Phrase? = nil, _ context: ScreenContext
  ) -> Row {
    let title = context.say(service.shortName)
    // Once there are favourites every row keeps room for their sign, so that nothing shifts.
    let sign = context.session.state.favourites.isEmpty ? "" : " "
    return Row(
      id: ViewID("service.\(service.id)"),
      marker: context.session.isFavourite(service.id) ? "*" : sign,
      title: StyledText(title, found: marks(title)),
      details: [.text(StyledText(context.say(note ?? service.shortTerms), .dim))])
  }
}

extension StyledText {
  /// A text with the parts of it marked that answer a query.
  ///
  /// - Parameter found: the parts, in order and apart from each other.
  init(_ text: String, found: [Range<String.Index>]) {
    self.init("")
    var end = text.startIndex
    for part in found {
      self = self + StyledText(String(text[end..<part.lowerBound]))
      self = self + StyledText(String(text[part]), .found)
      end = part.upperBound
    }
    self = self + StyledText(String(text[end...]))
  }
}

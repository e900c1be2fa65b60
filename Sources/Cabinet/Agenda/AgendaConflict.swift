/// Two appointments that can't both be kept.
public struct AgendaConflict: Sendable, Equatable {
  /// Why they can't.
  public enum Reason: Sendable, Equatable {
    /// They overlap.
    case overlap
    /// The way from one to the other takes longer than the time between; the minutes between.
    case tooClose(minutes: Int)
  }

  /// The one that begins first.
  public var first: AgendaItem
  /// The one that begins later, or at the same time.
  public var second: AgendaItem
  /// Why they can't both be kept.
  public var reason: Reason

  /// Minutes that the way between two places of the city is taken to need, where the resident set no other; [K?] a
  /// decision of this cabinet.
  public static let wayMinutes = 45

  /// The conflicts among items, in the order of time.
  ///
  /// Only appointments count. Nobody has to travel to a meeting without a place, nor between two of the same place.
  /// - Complexity: linear in the items of one day, for each of them.
  public static func all(among items: [AgendaItem], wayMinutes: Int = wayMinutes)
    -> [AgendaConflict]
  {
    let timed = items.compactMap { item -> (item: AgendaItem, start: Timestamp, end: Timestamp)? in
      guard item.kind == .appointment, case .time(let start, let end) = item.when else {
        return nil
      }
      return (item, start, end)
    }.sorted { $0.start != $1.start ? $0.start < $1.start : $0.item.id < $1.item.id }
    var conflicts: [AgendaConflict] = []
    for (index, one) in timed.enumerated() {
      for other in timed[(index + 1)...] {
        let between = (other.start.seconds - one.end.seconds) / 60
        guard between < wayMinutes else { break }
        if other.start < one.end {
          conflicts.append(.init(first: one.item, second: other.item, reason: .overlap))
        } else if one.item.isElsewhere(than: other.item) {
          conflicts.append(
            .init(first: one.item, second: other.item, reason: .tooClose(minutes: between)))
        }
      }
    }
    return conflicts
  }
}

extension AgendaItem {
  fileprivate func isElsewhere(than other: AgendaItem) -> Bool {
    !address.isEmpty && !other.address.isEmpty && address != other.address
  }
}

import Cabinet
import CabinetServices
import TerminalUI

/// Free times laid out as a week: a column for each day, rows for parts of the day.
struct SlotGrid {
  /// A part of the day and how many lines it takes at most.
  private struct Part {
    var title: Phrase
    var hours: Range<Int>
    var lines: Int
  }

  private static let parts = [
    Part(title: BookingWords.morning, hours: 0..<12, lines: 4),
    Part(title: BookingWords.day, hours: 12..<17, lines: 4),
    Part(title: BookingWords.evening, hours: 17..<24, lines: 3),
  ]

  let slots: [SlotID]
  let days: [Day]

  /// The first time of the days shown.
  var first: SlotID? { days.lazy.compactMap { day in slots.first { $0.at.day == day } }.first }

  /// The grid; a time that several doctors have stands there once.
  func table(_ context: ScreenContext) -> Table {
    var rows: [[Table.Cell]] = []
    for part in Self.parts {
      let columns = days.map { times(of: part, on: $0) }
      let count = min(part.lines, columns.map(\.count).max() ?? 0)
      for line in 0..<count {
        let title = line == 0 ? context.say(part.title) : ""
        rows.append(
          [Table.Cell(StyledText(title, .dim))]
            + zip(days, columns).map { day, times in
              cell(times, line: line, of: count, day: day, part: part, context)
            })
      }
    }
    return Table(
      label: context.say(BookingWords.freeTimes),
      columns: [""]
        + days.map { "\(DateWords.weekday($0, context.language))\u{A0}\($0.dayOfMonth)" },
      rows: rows, readsByColumn: true)
  }

  private func cell(
    _ times: [SlotID], line: Int, of count: Int, day: Day, part: Part, _ context: ScreenContext
  ) -> Table.Cell {
    guard times.indices.contains(line) else {
      return Table.Cell(StyledText(line == 0 ? "–" : "", .dim))
    }
    if line == count - 1, times.count > count {
      let more = times.count - line
      return Table.Cell(
        id: ViewID("day.\(day)#\(part.hours.lowerBound)"), StyledText("+\(more)", .accent),
        spoken: context.say(BookingWords.moreTimes(more)))
    }
    return Table.Cell(
      id: ViewID("slot.\(times[line])"), StyledText(String(times[line].at.clock.prefix(5))))
  }

  private func times(of part: Part, on day: Day) -> [SlotID] {
    var seen: Set<Timestamp> = []
    return slots.filter {
      $0.at.day == day && part.hours.contains($0.at.time.hour) && seen.insert($0.at).inserted
    }
  }
}

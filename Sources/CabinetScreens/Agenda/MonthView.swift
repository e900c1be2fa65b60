import Cabinet
import TerminalUI

/// A month as a table of weeks; a star marks the days on which something is.
struct MonthView {
  let month: MonthGrid
  let today: Day
  let chosen: Day?
  let items: [AgendaItem]

  func table(_ context: ScreenContext) -> View {
    let counts = Dictionary(grouping: items, by: \.day)
    let rows = month.weeks.map { week in
      week.map { day -> Table.Cell in
        guard let day else { return Table.Cell("") }
        let some = counts[day] ?? []
        let number = day.dayOfMonth < 10 ? " \(day.dayOfMonth)" : "\(day.dayOfMonth)"
        guard !some.isEmpty else {
          return Table.Cell(StyledText(number + (day == today ? "." : " "), .dim))
        }
        let isUrgent = some.contains { $0.needsResident && $0.day <= today.adding(days: 3) }
        return Table.Cell(
          id: ViewID("day.\(day)"),
          StyledText(number + (isUrgent ? "!" : "*"), day == chosen ? .accent : .strong))
      }
    }
    var table = Table(
      label: AgendaWords.title(of: month, context.language),
      columns: AgendaWords.weekdays.map { context.say($0) }, rows: rows)
    // The list below names each day that bears a sign.
    table.isRepeated = true
    return .table(table)
  }
}

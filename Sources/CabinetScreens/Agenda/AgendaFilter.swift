import Cabinet

/// Whose items are shown.
enum AgendaFilter: Equatable {
  case everybody
  case resident
  case member(String)

  /// True for an item that is shown.
  func contains(_ item: AgendaItem) -> Bool {
    switch self {
    case .everybody: true
    case .resident: item.member == nil
    case .member(let id): item.member == id
    }
  }

  /// The next one in the round: everybody, the resident, each member.
  func next(among items: [AgendaItem]) -> AgendaFilter {
    let members = Set(items.compactMap(\.member)).sorted().map(AgendaFilter.member)
    let round = [.everybody, .resident] + members
    let place = round.firstIndex(of: self) ?? -1
    return round[(place + 1) % round.count]
  }

  /// What it is called.
  func title(_ items: [AgendaItem]) -> Phrase {
    switch self {
    case .everybody: return AgendaWords.everybody
    case .resident: return AgendaWords.onlyMe
    case .member(let id):
      let name = items.first { $0.member == id }?.memberName ?? id
      return Phrase(name, name)
    }
  }
}

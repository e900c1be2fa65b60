import Cabinet

extension CabinetSession {
  /// The services that the resident keeps at hand, the one added last first.
  public var favourites: [ServiceBrief] {
    state.favourites.reversed().compactMap { directory.service($0) }
  }

  /// True of a service among the favourites.
  public func isFavourite(_ service: String) -> Bool { state.favourites.contains(service) }

  /// Keeps a service among the favourites, or no longer; a repeat does nothing.
  ///
  /// - Throws: ``CabinetFailure``; nothing is changed then.
  public func setFavourite(_ service: String, _ isFavourite: Bool) throws(CabinetFailure) {
    try commit { state in
      guard state.favourites.contains(service) != isFavourite else { return nil }
      return .favourite(isFavourite ? .added(service: service) : .removed(service: service))
    }
  }

  /// The services opened last and those applied for, the latest first; at most eight.
  ///
  /// What was applied for follows from the journal; what was opened is a convenience that
  /// ``saveSnapshot(after:)`` keeps and that a killed session loses (docs/decisions).
  public var recentServices: [ServiceBrief] {
    let drafts = state.drafts.filter { !$0.isDiscarded }.map { ($0.service, $0.savedAt) }
    let applications = state.summaries.map { ($0.service, $0.submittedAt) }
    return opened.merged(with: drafts + applications).compactMap { directory.service($0) }
  }

  /// Remembers that the card of a service was opened; nothing is written.
  public func noteOpened(_ service: String) {
    opened.note(service, at: now)
  }
}

/// The services whose cards were opened, the latest first.
struct OpenedServices: Codable, Equatable {
  /// How many are kept.
  static let most = 8

  private struct Visit: Codable, Equatable {
    var service: String
    var at: Timestamp
  }

  private var visits: [Visit] = []

  /// Puts a service first.
  mutating func note(_ service: String, at moment: Timestamp) {
    visits.removeAll { $0.service == service }
    visits.insert(Visit(service: service, at: moment), at: 0)
    if visits.count > Self.most { visits.removeLast() }
  }

  /// These and others by time, the latest first, each once; of one moment those opened come first.
  func merged(with others: [(service: String, at: Timestamp)]) -> [String] {
    let all = visits.map { ($0.service, $0.at) } + others
    let sorted = all.enumerated().sorted { left, right in
      left.element.1 != right.element.1
        ? left.element.1 > right.element.1 : left.offset < right.offset
    }
    var services: [String] = []
    for (service, _) in sorted.map(\.element) where !services.contains(service) {
      services.append(service)
      if services.count == Self.most { break }
    }
    return services
  }
}

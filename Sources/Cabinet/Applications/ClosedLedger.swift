/// What a list needs to know of an application.
public struct ApplicationSummary: Sendable, Equatable, Identifiable {
  /// The application's id.
  public var id: String
  /// The ЕНО.
  public var number: String
  /// The service.
  public var service: String
  /// The title, in both languages.
  public var name: Phrase
  /// The group in which it is listed.
  public var phase: Phase
  /// The last status.
  public var status: Status
  /// When it was sent.
  public var submittedAt: Timestamp
  /// When its status last changed.
  public var changedAt: Timestamp

  /// Sums up an application.
  public init(_ application: Application) {
    id = application.id
    number = application.number
    service = application.submission.service
    name = application.submission.shortName
    phase = application.phase
    status = application.status
    submittedAt = application.submittedAt
    changedAt = application.lastEvent.at
  }

  fileprivate init?(line: Substring) {
    let parts = line.split(separator: ClosedLedger.fieldEnd, omittingEmptySubsequences: false)
    guard parts.count == 9, let phase = Phase(rawValue: String(parts[3])),
      let status = Int(parts[4]).flatMap({ Status(rawValue: $0) }),
      let submitted = Int(parts[5]), let changed = Int(parts[6])
    else { return nil }
    id = String(parts[0])
    number = String(parts[1])
    service = String(parts[2])
    self.phase = phase
    self.status = status
    submittedAt = Timestamp(seconds: submitted)
    changedAt = Timestamp(seconds: changed)
    name = Phrase(String(parts[7]), String(parts[8]))
  }

  fileprivate var line: String {
    func clean(_ text: String) -> String {
      text.filter { $0 != ClosedLedger.fieldEnd && $0 != ClosedLedger.lineEnd }
    }
    return [
      id, number, service, phase.rawValue, String(status.rawValue), String(submittedAt.seconds),
      String(changedAt.seconds), clean(name.ru), clean(name.en),
    ].joined(separator: String(ClosedLedger.fieldEnd))
  }
}

/// The applications that were decided long ago, a line of text each.
///
/// They are kept as one text, because the first frame must not wait for two thousand of them to be
/// decoded; whoever lists them reads the lines, whoever opens one folds its events from the journal.
public struct ClosedLedger: Codable, Sendable, Equatable {
  private var lines: String
  // Signs that JSON writes as they are: escapes such as \t made a ledger twice as slow to read.
  fileprivate static let fieldEnd: Character = "\u{241F}"
  fileprivate static let lineEnd: Character = "\u{241E}"

  /// The number of applications in the ledger.
  public private(set) var count: Int

  /// Makes an empty ledger.
  public init() {
    lines = ""
    count = 0
  }

  /// Adds an application at the end.
  public mutating func append(_ summary: ApplicationSummary) {
    lines += summary.line + String(Self.lineEnd)
    count += 1
  }

  /// The summaries, oldest first; linear in their number.
  public var summaries: [ApplicationSummary] {
    lines.split(separator: Self.lineEnd).compactMap { ApplicationSummary(line: $0) }
  }

  /// Tells whether the ledger holds an application; linear in the length of the text.
  public func contains(_ id: String) -> Bool {
    guard count > 0 else { return false }
    let start = id + String(Self.fieldEnd)
    return lines.hasPrefix(start) || lines.utf8.contains(String(Self.lineEnd) + start)
  }

  /// Removes an application that came to life again, by a complaint.
  public mutating func remove(_ id: String) {
    let kept = lines.split(separator: Self.lineEnd)
      .filter { !$0.hasPrefix(id + String(Self.fieldEnd)) }
    lines = kept.map { $0 + String(Self.lineEnd) }.joined()
    count = kept.count
  }
}

extension String.UTF8View {
  /// Tells whether a text occurs that begins with a sign it does not repeat.
  fileprivate func contains(_ text: String) -> Bool {
    let needle = Array(text.utf8)
    var matched = 0
    for byte in self {
      if byte == needle[matched] {
        matched += 1
        if matched == needle.count { return true }
      } else {
        matched = byte == needle[0] ? 1 : 0
      }
    }
    return false
  }
}

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

  fileprivate init?(line: Substring.UTF8View) {
    let parts = line.split(
      separator: LedgerText.fieldEnd, maxSplits: 9, omittingEmptySubsequences: false)
    guard parts.count == 9, let phase = Phase(rawValue: LedgerText.read(parts[3])),
      let status = Int(LedgerText.read(parts[4])).flatMap({ Status(rawValue: $0) }),
      let submitted = Int(LedgerText.read(parts[5])), let changed = Int(LedgerText.read(parts[6]))
    else { return nil }
    id = LedgerText.read(parts[0])
    number = LedgerText.read(parts[1])
    service = LedgerText.read(parts[2])
    self.phase = phase
    self.status = status
    submittedAt = Timestamp(seconds: submitted)
    changedAt = Timestamp(seconds: changed)
    name = Phrase(LedgerText.read(parts[7]), LedgerText.read(parts[8]))
  }

  fileprivate var line: String {
    [
      id, number, service, phase.rawValue, String(status.rawValue), String(submittedAt.seconds),
      String(changedAt.seconds), name.ru, name.en,
    ].map(LedgerText.written).joined(separator: "|")
  }
}

/// The applications that were decided long ago, a line of text each.
///
/// They are kept as one text, because the first frame must not wait for two thousand of them to be
/// decoded; whoever lists them reads the lines, whoever opens one folds its events from the journal.
public struct ClosedLedger: Codable, Sendable, Equatable {
  private var text: String
  /// The number of applications in the ledger.
  public private(set) var count: Int

  /// Makes an empty ledger.
  public init() {
    text = ""
    count = 0
  }

  /// Adds an application at the end.
  public mutating func append(_ summary: ApplicationSummary) {
    text += summary.line + "~"
    count += 1
  }

  /// The summaries, oldest first; linear in their number.
  public var summaries: [ApplicationSummary] {
    lines.compactMap { ApplicationSummary(line: $0) }
  }

  /// Tells whether the ledger holds an application; linear in the length of the text.
  public func contains(_ id: String) -> Bool {
    let needle = Array(("~" + LedgerText.written(id) + "|").utf8)
    // The text begins as if a line had just ended.
    var matched = 1
    for byte in text.utf8 {
      if byte == needle[matched] {
        matched += 1
        if matched == needle.count { return true }
      } else {
        matched = byte == needle[0] ? 1 : 0
      }
    }
    return false
  }

  /// Removes an application that came to life again, by a complaint.
  public mutating func remove(_ id: String) {
    let beginning = Array((LedgerText.written(id) + "|").utf8)
    let kept = lines.filter { !$0.starts(with: beginning) }
    count = kept.count
    text = kept.map { Substring($0) + "~" }.joined()
  }

  private var lines: [Substring.UTF8View] { text.utf8.split(separator: LedgerText.lineEnd) }
}

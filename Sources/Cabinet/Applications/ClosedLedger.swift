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
    let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
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
    func clean(_ text: String) -> String { text.filter { $0 != "\t" && $0 != "\n" } }
    return [
      id, number, service, phase.rawValue, String(status.rawValue), String(submittedAt.seconds),
      String(changedAt.seconds), clean(name.ru), clean(name.en),
    ].joined(separator: "\t")
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
    text += summary.line + "\n"
    count += 1
  }

  /// The summaries, oldest first; linear in their number.
  public var summaries: [ApplicationSummary] {
    text.split(separator: "\n").compactMap { ApplicationSummary(line: $0) }
  }

  /// Tells whether the ledger holds an application; linear in the length of the text.
  public func contains(_ id: String) -> Bool {
    guard count > 0 else { return false }
    return text.hasPrefix(id + "\t") || text.utf8.containsLine(beginning: id)
  }

  /// Removes an application that came to life again, by a complaint.
  public mutating func remove(_ id: String) {
    let kept = text.split(separator: "\n").filter { !$0.hasPrefix(id + "\t") }
    text = kept.map { $0 + "\n" }.joined()
    count = kept.count
  }
}

extension String.UTF8View {
  fileprivate func containsLine(beginning id: String) -> Bool {
    let needle = Array(("\n" + id + "\t").utf8)
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

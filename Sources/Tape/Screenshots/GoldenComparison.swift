/// How a picture compares with the one kept.
public enum GoldenOutcome: Hashable, Sendable {
  /// They are the same.
  case matched
  /// It is to be written; someone should look at it, so the run counts as failed once.
  case recorded
  /// They differ, in these lines.
  case differed(String)
}

/// Decides about one golden screen.
public struct GoldenComparison: Hashable, Sendable {
  /// What is to be done.
  public let outcome: GoldenOutcome

  /// Compares a picture with the one kept, nil where there is none.
  public init(kept: String?, shown: String, isUpdating: Bool) {
    if kept == shown {
      outcome = .matched
    } else if let kept, !isUpdating {
      outcome = .differed(GoldenComparison.difference(from: kept, to: shown))
    } else {
      outcome = .recorded
    }
  }

  /// The lines that differ, `−` kept and `+` shown, each with its number; at most `limit` of them.
  static func difference(from kept: String, to shown: String, limit: Int = 40) -> String {
    let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let new = shown.split(separator: "\n", omittingEmptySubsequences: false)
    var changes: [(line: Int, order: Int, text: String)] = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, let line, _): changes.append((offset, 0, "− \(offset + 1): \(line)"))
      case .insert(let offset, let line, _): changes.append((offset, 1, "+ \(offset + 1): \(line)"))
      }
    }
    changes.sort { ($0.line, $0.order) < ($1.line, $1.order) }
    let lines = changes.prefix(limit).map(\.text)
    let rest = changes.count - lines.count
    return (rest > 0 ? lines + ["… \(rest)"] : lines).joined(separator: "\n")
  }
}

public import Cabinet

/// What a check of a whole store found.
public struct StoreReport: Hashable, Sendable {
  /// The streams read.
  public internal(set) var streams = 0
  /// The records verified.
  public internal(set) var records = 0
  /// The bytes of journals read.
  public internal(set) var bytes = 0
  /// The attachments verified.
  public internal(set) var attachments = 0
  /// What is wrong, in the order of the streams' paths.
  public internal(set) var findings: [Finding] = []

  /// Whether nothing that was confirmed is damaged.
  public var isSound: Bool { !findings.contains { $0.kind.isDamage } }

  /// One thing that is not as it should be.
  public struct Finding: Hashable, Sendable {
    /// What it is.
    public let kind: Kind
    /// Where it is.
    public let stream: Stream
    /// The line of the journal; nil where it lies elsewhere.
    public let line: Int?

    /// What a finding can be.
    public enum Kind: Hashable, Sendable {
      /// A journal is damaged before its end; what follows can't be trusted.
      case damagedJournal(StoreError.Damage)
      /// A fragment of an unfinished write ends the journal; the next write sets it aside.
      case tornTail(size: Int)
      /// A snapshot is broken; it is rebuilt from the journal.
      case brokenSnapshot
      /// A whole snapshot knows a record that the journal does not have.
      case snapshotAhead
      /// An attachment is not what its name says.
      case damagedAttachment(String)
      /// Something can't be read at all.
      case unreadable(StoreError)

      /// Whether something that was confirmed is lost or in doubt.
      public var isDamage: Bool {
        switch self {
        case .damagedJournal, .snapshotAhead, .damagedAttachment, .unreadable: true
        case .tornTail, .brokenSnapshot: false
        }
      }
    }
  }
}

extension StoreReport.Finding {
  /// The finding for people.
  public var phrase: Phrase {
    switch kind {
    case .damagedJournal(let damage):
      StoreError.damaged(stream, line: line ?? 0, damage).phrase
    case .tornTail(let size):
      Phrase(
        "Журнал \(stream.path): в конце обрывок неподтверждённой записи (\(size) Б). "
          + "Подтверждённое цело; обрывок будет отложен при следующей записи.",
        "Journal \(stream.path): a fragment of an unconfirmed record (\(size) B) at the end. "
          + "What was confirmed is whole; the next write sets the fragment aside.")
    case .brokenSnapshot:
      Phrase(
        "Снимок \(stream.path) не читается. Журнал цел; снимок будет построен заново.",
        "The snapshot of \(stream.path) can't be read. The journal is whole; "
          + "the snapshot will be rebuilt.")
    case .snapshotAhead:
      Phrase(
        "Снимок \(stream.path) помнит запись, которой нет в журнале: журнал потерял конец "
          + "или подменён. Верните журнал из резервной копии.",
        "The snapshot of \(stream.path) knows a record that the journal lacks: the journal lost "
          + "its end or was replaced. Restore the journal from a backup.")
    case .damagedAttachment(let name): StoreError.damagedAttachment(name).phrase
    case .unreadable(let error): error.phrase
    }
  }
}

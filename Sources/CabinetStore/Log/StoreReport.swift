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
  /// What is wrong or worth knowing, in the order of the streams' paths.
  public internal(set) var findings: [Finding] = []

  /// Whether nothing that was confirmed is damaged.
  public var isSound: Bool { !findings.contains { $0.kind.isDamage } }

  /// Adds what an inspector found.
  public mutating func add(
    _ kind: Finding.Kind, in stream: Stream, at place: StoreError.Place? = nil
  ) {
    findings.append(Finding(kind: kind, stream: stream, place: place))
  }

  /// One thing that is not as it should be.
  public struct Finding: Hashable, Sendable {
    /// What it is.
    public let kind: Kind
    /// Where it is.
    public let stream: Stream
    /// The place in the journal; nil where it lies elsewhere.
    public let place: StoreError.Place?

    /// The line of the file; nil where it lies elsewhere.
    public var line: Int? { place?.line }

    /// What a finding can be.
    public enum Kind: Hashable, Sendable {
      /// A record is damaged; what follows it hangs on nothing.
      case damagedRecord(StoreError.Damage)
      /// A file of the journal is missing between others.
      case missingFile(String)
      /// A fragment of an unfinished write ends the journal; the next write sets it aside.
      case tornTail(size: Int)
      /// A snapshot is broken; it is rebuilt from the journal.
      case brokenSnapshot
      /// A whole snapshot knows a record that the journal does not have.
      case snapshotAhead
      /// A whole snapshot is not what the records before it come to.
      case wrongSnapshot
      /// An attachment is not what its name says.
      case damagedAttachment(String)
      /// A record names an attachment that is not there.
      case missingAttachment(String)
      /// An attachment that no record names: its record was never confirmed.
      case orphanAttachment(String)
      /// A whole record says what cannot have happened, or what this program can't read.
      case contradiction(Phrase)
      /// An account can't be read, or its login is that of another one.
      case brokenAccount(Phrase)
      /// A cabinet that no login opens.
      case cabinetWithoutAccount
      /// An appointment that its resident does not see: their cabinet is missing, or has never heard of
      /// the register.
      case unseenBooking(id: String, resident: String)
      /// Something can't be read at all.
      case unreadable(StoreError)

      /// Whether something that was confirmed is lost or in doubt.
      public var isDamage: Bool {
        switch self {
        case .damagedRecord, .missingFile, .snapshotAhead, .wrongSnapshot, .damagedAttachment,
          .missingAttachment, .contradiction, .brokenAccount, .unreadable:
          true
        case .tornTail, .brokenSnapshot, .orphanAttachment, .cabinetWithoutAccount, .unseenBooking:
          false
        }
      }

      /// The kind for machines; it stays.
      public var code: String {
        switch self {
        case .damagedRecord: "damagedRecord"
        case .missingFile: "missingFile"
        case .tornTail: "tornTail"
        case .brokenSnapshot: "brokenSnapshot"
        case .snapshotAhead: "snapshotAhead"
        case .wrongSnapshot: "wrongSnapshot"
        case .damagedAttachment: "damagedAttachment"
        case .missingAttachment: "missingAttachment"
        case .orphanAttachment: "orphanAttachment"
        case .contradiction: "contradiction"
        case .brokenAccount: "brokenAccount"
        case .cabinetWithoutAccount: "cabinetWithoutAccount"
        case .unseenBooking: "unseenBooking"
        case .unreadable: "unreadable"
        }
      }
    }
  }
}

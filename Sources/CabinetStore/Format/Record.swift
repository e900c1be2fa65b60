public import Cabinet

/// Who caused an event.
public enum Actor: String, Hashable, Sendable, CaseIterable {
  /// The resident, at a keyboard.
  case resident
  /// An employee of an agency, or its regulation.
  case office
  /// A term that ran out.
  case clock
}

/// What a use case asks the store to keep.
public struct NewRecord: Hashable, Sendable {
  /// The moment of the event.
  public var at: Timestamp
  /// Who caused it.
  public var actor: Actor
  /// The event: one JSON object in UTF-8 without line breaks, at most ``Record/maximumEventSize``.
  public var event: [UInt8]

  /// Makes a record that has no place in a stream yet.
  public init(at: Timestamp, actor: Actor, event: [UInt8]) {
    self.at = at
    self.actor = actor
    self.event = event
  }
}

/// A kept event with its place in the stream.
public struct Record: Hashable, Sendable {
  /// The largest event in bytes.
  ///
  /// Files belong into attachments.
  public static let maximumEventSize = 1 << 20

  /// The place in the stream, from 1, without gaps.
  ///
  /// Order records by it, never by time.
  public let seq: Int
  /// The moment of the event.
  public let at: Timestamp
  /// Who caused it.
  public let actor: Actor
  /// The event: one JSON object, byte for byte as it was given.
  public let event: [UInt8]
  /// The hash of the record before; of the first one, the stream's ``Stream/origin``.
  public let previousHash: ChainHash
  /// The hash of this record.
  public let hash: ChainHash
}

/// The last record of a stream, or its beginning.
public struct Head: Hashable, Sendable {
  /// The number of the last record; 0 in an empty stream.
  public let seq: Int
  /// The hash of the last record; the stream's ``Stream/origin`` in an empty one.
  public let hash: ChainHash

  /// Names a place in a stream.
  public init(seq: Int, hash: ChainHash) {
    self.seq = seq
    self.hash = hash
  }
}

extension NewRecord {
  /// Refuses what could not be read back.
  func validate() throws(StoreError) {
    if event.count > Record.maximumEventSize { throw .invalidContent(.tooLarge) }
    if !JSONText.isObjectOnOneLine(event) { throw .invalidContent(.notObject) }
    // From 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z.
    if !(-62_135_596_800...253_402_300_799).contains(at.seconds) {
      throw .invalidContent(.momentOutOfRange)
    }
  }
}

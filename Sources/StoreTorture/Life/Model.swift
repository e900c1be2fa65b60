import CabinetStore

/// What a store must still know, kept by someone who only listens to what it says.
struct Model {
  /// What became of an attempt to add a record.
  enum Fate {
    /// The store said that it has it.
    case confirmed
    /// The store said that it does not.
    case refused
    /// The store did not live to tell, or said that the disk did not.
    case unclear
  }

  /// An attempt to add a record.
  struct Attempt {
    let event: [UInt8]
    var fate: Fate
  }

  static let streams: [CabinetStore.Stream] = [.resident("anna"), .city("vets"), .accounts]

  /// True once the store confirmed anything, and so exists.
  var isMade = false
  private(set) var attempts: [CabinetStore.Stream: [Attempt]] = [:]
  /// The bodies of snapshots that were attempted.
  var snapshots: Set<[UInt8]> = []
  /// The record up to which a snapshot was confirmed.
  var snapshotSeq: [CabinetStore.Stream: Int] = [:]
  /// The attachments confirmed, with their names.
  var attachments: [CabinetStore.Stream: [String: [UInt8]]] = [:]
  private var count = 0

  /// A number that no attempt had before.
  mutating func next() -> Int {
    count += 1
    return count
  }

  /// Notes an attempt; gives its place.
  mutating func attempt(_ event: [UInt8], in stream: CabinetStore.Stream) -> Int {
    attempts[stream, default: []].append(Attempt(event: event, fate: .unclear))
    return attempts[stream, default: []].count - 1
  }

  /// Notes what became of an attempt.
  mutating func settle(_ place: Int, in stream: CabinetStore.Stream, _ fate: Fate) {
    attempts[stream]?[place].fate = fate
    if fate == .confirmed { isMade = true }
  }

  /// What is wrong with the events that a stream is said to have; nil where nothing is.
  ///
  /// Those confirmed must be there, those refused must not, and all in the order of the attempts.
  ///
  /// - Parameter earlier: what was known when the reading began; what others did since, may or may
  ///   not be there.
  func complaint(
    about events: [[UInt8]], in stream: CabinetStore.Stream, since earlier: Model? = nil
  ) -> String? {
    var index = 0
    let known = (earlier ?? self).attempts[stream] ?? []
    for (place, attempt) in (attempts[stream] ?? []).enumerated() {
      let isThere = index < events.count && events[index] == attempt.event
      if isThere { index += 1 }
      switch place < known.count ? known[place].fate : .unclear {
      case .confirmed where !isThere:
        return "\(stream): the confirmed record \(text(attempt.event)) is lost"
      case .refused where isThere:
        return "\(stream): the refused record \(text(attempt.event)) is there"
      default: break
      }
    }
    return index == events.count
      ? nil : "\(stream): \(text(events[index])) is there twice, or out of order, or never was"
  }

  /// Takes what a stream is known to have, on the disk, for confirmed and the rest for refused.
  mutating func settle(_ events: [[UInt8]], in stream: CabinetStore.Stream) {
    var index = 0
    for place in attempts[stream, default: []].indices {
      let isThere = index < events.count && events[index] == attempts[stream]?[place].event
      if isThere { index += 1 }
      settle(place, in: stream, isThere ? .confirmed : .refused)
    }
  }

  /// Takes records that a commit handed out for confirmed.
  mutating func confirm(_ events: [[UInt8]], in stream: CabinetStore.Stream) {
    guard !events.isEmpty else { return }
    let known = Set(events)
    for place in attempts[stream, default: []].indices {
      if let attempt = attempts[stream]?[place], attempt.fate == .unclear,
        known.contains(attempt.event)
      {
        settle(place, in: stream, .confirmed)
      }
    }
  }

  private func text(_ event: [UInt8]) -> String {
    String(decoding: event.prefix(40), as: UTF8.self)
  }
}

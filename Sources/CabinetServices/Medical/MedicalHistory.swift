import Cabinet
import CabinetStore
import FoundationEssentials

/// One entry of the history of a medical card: who did what, when.
public struct MedicalHistoryEntry: Sendable, Equatable {
  /// When.
  public var at: Timestamp
  /// The number of the journal's record that proves it.
  public var record: Int
  /// What.
  public var event: MedicalEvent
}

extension CabinetSession {
  /// All that happened around the medical cards, the latest first, as the journal tells it.
  ///
  /// - Complexity: reads the whole journal.
  public func medicalHistory() throws(CabinetFailure) -> [MedicalHistoryEntry] {
    let records: [Record]
    do { records = try log.read(stream, from: 1) } catch { throw .store(error) }
    let sign = Array(#""kind":"medical""#.utf8)
    return records.reversed().compactMap { record in
      guard record.event.contains(sign),
        let event = try? JSONDecoder().decode(CabinetEvent.self, from: Data(record.event)),
        case .medical(let event) = event
      else { return nil }
      return MedicalHistoryEntry(at: record.at, record: record.seq, event: event)
    }
  }
}

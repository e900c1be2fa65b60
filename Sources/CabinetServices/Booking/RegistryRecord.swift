import Cabinet
import CabinetStore
import FoundationEssentials

/// The events of a register as the records of its stream hold them.
enum RegistryRecord {
  /// The appointment that some records of a register tell of, by their numbers.
  static func booking(
    _ numbers: [Int], in name: String, of log: any EventLog
  ) throws(CabinetFailure) -> Booking {
    var events: [RegistryEvent] = []
    for number in numbers {
      let record: Record?
      do { record = try log.record(numbered: number, of: .city(name)) } catch {
        throw .store(error)
      }
      guard let record else { throw unreadable(number) }
      events.append(try event(of: record))
    }
    guard let booking = Booking.folded(events) else { throw unreadable(numbers.first ?? 0) }
    return booking
  }

  /// The event of a record; refused where this version does not know it.
  static func event(of record: Record) throws(CabinetFailure) -> RegistryEvent {
    if let event = RegistryEvent(written: record.event) { return event }
    guard let event = try? JSONDecoder().decode(RegistryEvent.self, from: Data(record.event))
    else { throw unreadable(record.seq) }
    return event
  }

  /// An event as a record holds it: JSON with sorted names.
  static func encode(_ event: RegistryEvent) throws(CabinetFailure) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do { return Array(try encoder.encode(event)) } catch {
      throw .notPossible(
        Phrase("Событие не записать как JSON: \(error)", "The event is no JSON: \(error)"))
    }
  }

  /// The failure of a record that is not what it should be.
  static func unreadable(_ record: Int) -> CabinetFailure {
    .journalContradicts(
      Phrase("запись \(record) не читается", "record \(record) cannot be read"))
  }
}

import Foundation
import Testing

@testable import Cabinet

/// The quick reading of a register's journal reads what a decoder reads, or declines.
@Suite struct RegistryEventReadingTests {
  private typealias Sample = RegistrySamples

  private static var events: [RegistryEvent] {
    var visit = Sample.hold("b1", Sample.slot(60), kind: .vetHome)
    visit.details = ["question": "Почему «так»? 100 % — 5 ₽", "referral": "p:r1"]
    var online = Sample.hold("b2", Sample.slot(90), kind: .vetOnline)
    online.talon.floor = nil
    online.offerOf = "w1"
    online.heldUntil = nil
    online.history = Sample.marks(.recorded, reason: 2) + Sample.marks(.informed)
    return [
      .held(visit, releasing: []), .held(online, releasing: ["b0", "b9"]), .released(booking: "b1"),
      .confirmed(booking: "b1", details: [:], Sample.marks(.recorded)),
      .confirmed(booking: "b1", details: ["link": "https://video.example.ru/b1"], []),
      .moved(booking: "b1", visit.talon, Sample.marks(.moved)),
      .marked(booking: "b1", Sample.marks(.cancelled)), .waitingEnded(request: "w1"),
      .offered(request: "w1", online),
    ]
  }

  private static func written(_ event: RegistryEvent) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(event))
  }

  @Test func readsWhatThisProgramWrites() throws {
    for event in Self.events {
      #expect(RegistryEvent(written: try Self.written(event)) == event)
    }
  }

  @Test func leavesWhatItDoesNotKnowToTheDecoder() throws {
    var quoted = Sample.hold("b1", Sample.slot(60))
    quoted.details["question"] = "\"Зачем?\"\n"
    let request = WaitingRequest(
      id: "w1", kind: .doctor, resident: "anna", subject: BookingSubject(id: "self", name: "А"),
      speciality: "dentist", title: Phrase("С", "D"), since: Samples.moment)
    for event in [RegistryEvent.held(quoted, releasing: []), .waitingBegan(request)] {
      #expect(RegistryEvent(written: try Self.written(event)) == nil)
    }
  }

  /// A text that was damaged in any place is read as the decoder reads it, or not at all.
  @Test func readsNothingThatADecoderReadsOtherwise() throws {
    var chance = SystemlessGenerator(state: 5)
    var read = 0
    for event in Self.events {
      let bytes = try Self.written(event)
      for index in bytes.indices {
        for byte in [UInt8.random(in: 0...255, using: &chance), 34, 44, 48, 92, 125] {
          var damaged = bytes
          if byte == 44 { damaged.remove(at: index) } else { damaged[index] = byte }
          guard let found = RegistryEvent(written: damaged) else { continue }
          read += 1
          let decoded = try? JSONDecoder().decode(RegistryEvent.self, from: Data(damaged))
          #expect(found == decoded, "\(String(decoding: damaged, as: UTF8.self))")
        }
      }
    }
    #expect(read > 100)
  }
}

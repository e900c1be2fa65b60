import Cabinet
import CabinetStore
import FoundationEssentials

/// A long life in the cabinet: what the demonstration's resident has sent, many times over.
struct History {
  /// How many applications are added.
  var applications: Int
  /// How often the office asks another agency about each, which takes two events.
  var requests = 0

  /// Adds granted applications, each a copy of the first one in the store, by the store's own commits.
  func write(to folder: String, files: any FileSystem = PosixFileSystem()) throws {
    let log = try FileEventLog(folder, files: files)
    for stream in try log.streams() {
      guard case .resident = stream else { continue }
      let records = try log.read(stream, from: 1)
      guard let model = records.lazy.compactMap({ submission(in: $0) }).first else { continue }
      var last = records.last?.seq ?? 0
      for index in 0..<applications {
        for (event, moment) in events(of: index, model) {
          let new = NewRecord(
            at: moment, actor: .office, event: Array(try JSONEncoder().encode(event)))
          last = try log.append(stream, expecting: last, new).seq
        }
      }
    }
  }

  private func submission(in record: Record) -> Submission? {
    let event = try? JSONDecoder().decode(CabinetEvent.self, from: Data(record.event))
    if case .applicationSubmitted(let submission) = event { return submission }
    return nil
  }

  /// What happens to one application, from the sending to the result.
  private func events(of index: Int, _ model: Submission) -> [(CabinetEvent, Timestamp)] {
    // From 1 January 2017, two a day.
    let start = Timestamp(seconds: 1_483_228_800 + index * 43_200)
    var submission = model
    submission.id = "history-\(index)"
    submission.number = "0001-9000001-067101-\(1_000_000 + index)/20"
    var moment = start
    var events = [(CabinetEvent.applicationSubmitted(submission), moment)]
    let asking = Array(repeating: [Status.requestSent, .requestAnswered], count: requests)
    for status in [.delivered, .registered] + asking.joined() + [.granted] {
      moment = moment.adding(seconds: 3600)
      events.append(
        (
          .statusChanged(
            application: submission.id, StatusEvent(status, at: moment, by: .office)), moment
        ))
    }
    return events
  }
}

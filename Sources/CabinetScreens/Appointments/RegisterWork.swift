import Cabinet
import CabinetServices
import TerminalUI

/// Reading the register of an institution that nobody here has turned to, a piece at a time; changes nothing.
struct RegisterWork: Work {
  let registry: String
  private var done = 0

  init(registry: String) { self.registry = registry }

  let title = BookingWords.readingRegister

  var progress: (done: Int, total: Int?, words: Phrase) {
    (
      done, nil,
      Phrase(
        "прочитано записей: \(InterfaceWords.russian.grouped(done))",
        "records read: \(InterfaceWords.english.grouped(done))")
    )
  }

  mutating func step(_ session: CabinetSession) throws(CabinetFailure) -> Outcome? {
    guard let done = try session.readOn(register: registry) else { return .booking(.registerRead) }
    self.done = done
    return nil
  }

  mutating func stop(_ session: CabinetSession) throws(CabinetFailure) -> (
    kept: Phrase, outcome: Outcome
  ) {
    (BookingWords.readingStopped, .booking(.readingStopped))
  }
}

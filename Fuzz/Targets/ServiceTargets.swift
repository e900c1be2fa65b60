import Cabinet
import CabinetScreens
import CabinetStore
import FoundationEssentials
import Terminal
import TerminalUI

@testable import CabinetServices

/// The import of answers: what is wrong is told, and what is taken is an answer of the form.
func answerImport(_ bytes: [UInt8]) {
  guard let session = try? Cabinets.visitor(fixtures: "/nowhere", clock: fixedClock) else {
    fatalError("no session")
  }
  var fault: JSONFault?
  do { try StrictJSON.check(bytes) } catch { fault = error }
  do {
    let (answers, problems) = try session.answersWithProblems(fromJSON: bytes, for: form)
    require(fault == nil, "taken, though it is no strict JSON")
    require(answers.keys.allSatisfy { form.field($0) != nil }, "an answer to nothing")
    for problem in problems { require(!problem.reason.ru.isEmpty, "no reason") }
    _ = form.problems(answers, profile: Profile(), today: session.today)
    _ = session.questions(of: form, in: answers)
    for (id, answer) in answers { _ = form.field(id)?.shown(answer, .russian) }
  } catch {
    require(!error.phrase.ru.isEmpty && !error.phrase.en.isEmpty, "no words")
    if let fault {
      require(error.phrase.en.contains("line \(fault.line), column \(fault.column)"), "no place")
    }
  }
}

private let fixedClock = CabinetClock.fixed(CabinetClock.demonstrationStart)

/// One field of every type but files, which would be looked for on the disk.
private let form = Form(
  version: 1,
  steps: [
    FormStep(
      id: "step", title: "Шаг", titleEn: "Step",
      fields: FieldType.allCases.filter { $0 != .attachment }.map { type in
        FormField(
          id: type.rawValue, type: type, title: type.rawValue, titleEn: type.rawValue,
          required: true,
          options: [.choice, .multiChoice].contains(type)
            ? [.init(id: "a", title: "А", titleEn: "A")] : nil)
      })
  ])

/// The reader of the catalogue: files cut at zeros; what is damaged is named, the rest can be shown,
/// found and checked.
func catalogue(_ bytes: [UInt8]) {
  let parts = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
  let names = ["shared.json", "a.json", "b.json"].prefix(parts.count)
  let catalogue = CatalogueFiles.read(Array(names)) { name in
    names.firstIndex(of: name).map { Array(parts[$0]) }
  }
  for damage in catalogue.damages {
    require(!damage.reason.ru.isEmpty && !damage.reason.en.isEmpty, "no reason")
    require(damage.line ?? 1 >= 1, "no such line")
  }
  for (name, part) in zip(names, parts) where !StrictJSON.isValid(Array(part)) {
    require(catalogue.damages.contains { $0.file == name }, "\(name) is no JSON, and no damage")
  }
  require(
    Set(catalogue.services.map(\.id)).count == catalogue.services.count, "an id that is there twice"
  )
  guard !catalogue.services.isEmpty else { return }
  _ = CatalogueCheck(catalogue, today: CabinetClock.demonstrationStart.day).findings()
  let search = ServiceSearch(catalogue, vocabulary: .none)
  _ = search.matches("охота")
  guard let session = try? Cabinets.visitor(fixtures: "/nowhere", clock: fixedClock) else { return }
  session.use(CatalogueShelf(catalogue))
  for service in catalogue.services.prefix(3) {
    for line in PlainScreens(session: session, language: .russian).card(of: service.id) {
      require(
        !line.unicodeScalars.contains { $0.value < 32 || $0 == "\u{202E}" }, "a control passes")
    }
  }
}

/// A cabinet whose journal holds these lines as events, with a chain that holds: it opens or says why
/// not.
///
/// What opens can be shown, worked on by the office, kept as a snapshot and opened from it. A line behind
/// an S is the body of a snapshot.
func cabinet(_ bytes: [UInt8]) {
  let log = MemoryEventLog()
  let resident = "fuzz"
  for line in bytes.split(separator: 10).prefix(16) {
    if line.first == UInt8(ascii: "S"), let head = try? log.head(of: .resident(resident)) {
      try? log.saveSnapshot(
        Snapshot(head: head, body: Array(line.dropFirst())), of: .resident(resident))
      continue
    }
    let record = NewRecord(
      at: CabinetClock.demonstrationStart, actor: .resident, event: Array(line))
    guard let head = try? log.head(of: .resident(resident)) else { fatalError("no head") }
    do { _ = try log.append(.resident(resident), expecting: head.seq, record) } catch {
      require(
        !StrictJSON.isValid(Array(line), limits: JSONLimits(depth: 100)) || line.first != 0x7B
          || line.last != 0x7D || line.contains(13), "an object is refused")
    }
  }
  func open() -> CabinetSession? {
    do {
      return try CabinetSession(
        log: log, resident: resident, ordinal: 1, isDemonstration: true, fixtures: "/nowhere",
        clock: fixedClock)
    } catch {
      require(!error.phrase.ru.isEmpty && !error.phrase.en.isEmpty, "no words")
      return nil
    }
  }
  guard let session = open() else { return }
  show(session)
  _ = try? session.runOffice(until: session.now)
  session.saveSnapshot()
  guard let again = open() else {
    fatalError("it opens from its journal and not from its snapshot")
  }
  require(again.eventCount == session.eventCount, "the snapshot lost events")
  require(again.state.drafts == session.state.drafts, "the snapshot changed the drafts")
  require(again.state.profile == session.state.profile, "the snapshot changed the profile")
}

private func show(_ session: CabinetSession) {
  for language in Language.allCases {
    for line in PlainScreens(session: session, language: language).home {
      require(
        !line.unicodeScalars.contains { $0.value < 32 || $0 == "\u{202E}" }, "a control passes")
    }
    for application in session.state.applications.prefix(2) {
      _ = session.record(of: application, language: language)
    }
  }
  let app = CabinetApp(
    session: session, language: .russian, size: Size(columns: 60, rows: 20))
  for key in "\u{D}13580" {
    _ = app.frame()
    app.handle(.key(key == "\u{D}" ? .enter : .character(key)))
    require(
      !app.frame().text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" }, "a control passes")
  }
}

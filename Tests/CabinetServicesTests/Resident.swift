import CabinetStore
import Testing

@testable import Cabinet
@testable import CabinetServices

/// A resident at a small catalogue of the test's own, whose clock the test sets.
enum Resident {
  static let start = CabinetClock.demonstrationStart

  /// Asks for a kind, which decides what becomes of the application: `good` is granted, `bad` is
  /// refused registration, `no` is refused, `ask` is asked about.
  static let service = make("sample-service", formVersion: 1)
  static let catalogue = Catalogue(
    services: [service], agencies: [], categories: [], lifeSituations: [])

  static func make(_ id: String, formVersion: Int, question: String = "Вид") -> Service {
    func kind(_ value: String) -> Condition { .test(.field("kind"), .equals(value)) }
    func field(_ id: String, _ type: FieldType, required: Bool = true) -> FormField {
      FormField(id: id, type: type, title: id, titleEn: id, required: required)
    }
    var name = field("surname", .text)
    name.prefill = "profile.surname"
    var choice = field("kind", .choice)
    choice.title = question
    choice.options = ["good", "bad", "no", "ask"].map { .init(id: $0, title: $0, titleEn: $0) }
    var hidden = field("why", .text)
    hidden.when = kind("no")
    let form = Form(
      version: formVersion,
      steps: [
        FormStep(
          id: "s", title: "Шаг", titleEn: "Step",
          fields: [
            name, choice, hidden, field("sum", .money, required: false),
            field("child", .child, required: false), field("file", .attachment, required: false),
            field("truthful", .flag),
          ])
      ])
    return Service(
      id: id, title: "Образцовая услуга", titleEn: "Sample service", shortTitle: nil, summary: "",
      summaryEn: "", category: "", lifeSituations: [], keywords: [], agency: "",
      kind: .application, audience: Audience(who: [], rules: []), results: [],
      term: Term(value: 5, unit: .workingDays), fee: Fee(kind: .free, amount: nil, note: nil),
      documents: [], acceptanceRefusals: [Ground(code: "1030.4", title: "Неверно")],
      suspensions: [], refusals: [Ground(code: "1080.1", title: "Нет права")],
      appeal: Appeal(to: [], note: nil), legalActs: [], steps: [], form: form,
      regulation: Regulation(
        formCode: "010101",
        acceptance: [.init(when: kind("bad"), ground: "1030.4", note: "Вид не тот.")],
        requests: [],
        clarifications: [
          .init(when: kind("ask"), fields: ["kind"], text: "Уточните вид.", days: 3)
        ], suspension: nil,
        refusal: [.init(when: kind("no"), ground: "1080.1", note: "Отказ.")], grant: "Дано."),
      updated: start.day, basis: "")
  }

  static func session(
    _ log: any EventLog = MemoryEventLog(), at moment: Timestamp = start,
    isDemonstration: Bool = false, catalogue: Catalogue = catalogue, seed: UInt64 = 1
  ) throws -> CabinetSession {
    let session = try CabinetSession(
      log: log, resident: "anna", ordinal: 1, isDemonstration: isDemonstration,
      fixtures: "", clock: .fixed(moment), ids: IDSource(seed: seed))
    session.use(CatalogueShelf(catalogue))
    return session
  }

  static func answers(_ kind: String) -> [String: Answer] {
    ["surname": .text("Синтетическая"), "kind": .text(kind), "truthful": .flag(true)]
  }

  /// Files an application of a kind.
  @discardableResult
  static func apply(
    _ session: CabinetSession, kind: String = "good", id: String = "a1",
    more: [String: Answer] = [:]
  ) throws -> Application {
    var draft = try session.beginDraft(for: service, id: id)
    draft.answers.merge(answers(kind).merging(more) { $1 }) { $1 }
    try session.save(draft)
    return try session.submit(draft: id)
  }

  static func days(_ count: Int) -> Timestamp { start.adding(seconds: count * 86_400) }
}

extension CabinetSession {
  /// Expects a failure that leaves the cabinet as it was.
  func expectFailure(
    _ body: () throws -> Void, _ location: SourceLocation = #_sourceLocation
  ) -> CabinetFailure? {
    let before = (state, eventCount)
    var failure: CabinetFailure?
    do {
      try body()
      Issue.record("nothing failed", sourceLocation: location)
    } catch let error as CabinetFailure {
      failure = error
      #expect(!error.phrase.ru.isEmpty && !error.phrase.en.isEmpty, sourceLocation: location)
    } catch {
      Issue.record(error, sourceLocation: location)
    }
    #expect(state == before.0 && eventCount == before.1, sourceLocation: location)
    return failure
  }
}

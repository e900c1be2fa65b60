import CabinetStore
import Testing

@testable import Cabinet
@testable import CabinetServices

@Suite struct DraftTests {
  @Test func aDraftBeginsWithWhatTheProfileKnows() throws {
    let session = try Resident.session()
    try session.save(
      Profile(
        values: ["surname": "Синтетическая", "name": "Анна"],
        objects: [.init(id: "child-1", kind: .child, facts: ["name": "Пётр"])]))
    let draft = try session.beginDraft(for: Resident.service)
    #expect(draft.answers == ["surname": .text("Синтетическая")], "an optional child is not chosen")
    #expect(draft.questions == ["surname": "surname"])
    #expect(session.state.draft(draft.id) == draft)
    #expect(draft.id.hasPrefix("a") && draft.id.utf8.count == 9)
  }

  @Test func anOnlyChildThatIsAskedForIsChosen() throws {
    let session = try Resident.session()
    var form = Resident.service.form
    form.steps[0].fields[4].required = true
    var profile = Profile(objects: [.init(id: "child-1", kind: .child, facts: ["name": "Пётр"])])
    try session.save(profile)
    #expect(session.prefilled(form)["child"] == profile.objects[0].answer)
    profile.objects.append(.init(id: "child-2", kind: .child, facts: [:]))
    try session.save(profile)
    #expect(session.prefilled(form)["child"] == nil)
  }

  @Test func beginningTwiceWithOneIdBeginsOnce() throws {
    let session = try Resident.session()
    let first = try session.beginDraft(for: Resident.service, id: "a1")
    let count = session.eventCount
    #expect(try session.beginDraft(for: Resident.service, id: "a1") == first)
    #expect(session.eventCount == count)
  }

  @Test func savedBinnedRestoredErased() throws {
    let session = try Resident.session()
    var draft = try session.beginDraft(for: Resident.service, id: "a1")
    draft.answers["kind"] = .text("неведомо")
    draft.step = 1
    try session.save(draft)
    #expect(session.state.draft("a1")?.answers["kind"] == .text("неведомо"), "kept as typed")
    try session.discard(draft: "a1")
    #expect(session.state.draft("a1") == nil)
    try session.restore(draft: "a1")
    #expect(session.state.draft("a1")?.step == 1)
    try session.erase(draft: "a1")
    #expect(session.expectFailure { try session.restore(draft: "a1") } == .noSuchDraft("a1"))
    #expect(session.expectFailure { try session.discard(draft: "a1") } == .noSuchDraft("a1"))
    #expect(session.expectFailure { try session.erase(draft: "a1") } == .noSuchDraft("a1"))
  }

  @Test func aLateSaveDoesNotBringBackWhatWasSent() throws {
    let log = MemoryEventLog()
    let session = try Resident.session(log)
    let other = try Resident.session(log)
    let stale = try other.beginDraft(for: Resident.service, id: "a1")
    try Resident.apply(session)
    #expect(throws: CabinetFailure.self) { try other.save(stale) }
    #expect(throws: CabinetFailure.self) { try session.beginDraft(for: Resident.service, id: "a1") }
    #expect(try Resident.session(log).state.drafts.isEmpty)
  }

  @Test func changedQuestionsAreNamedWhenTheFormGrew() throws {
    let session = try Resident.session()
    var draft = try session.beginDraft(for: Resident.service, id: "a1")
    draft.answers = Resident.answers("good")
    draft.questions = session.questions(of: Resident.service.form, in: draft.answers)
    #expect(session.changedQuestions(of: draft, in: Resident.service.form) == [])
    var form = Resident.make("sample-service", formVersion: 2, question: "Какой вид").form
    #expect(
      session.changedQuestions(of: draft, in: form) == [
        ChangedQuestion(field: "kind", old: "Вид", new: "Какой вид")
      ])
    form.steps[0].fields.removeAll { $0.id == "surname" }
    #expect(
      session.changedQuestions(of: draft, in: form).last
        == ChangedQuestion(field: "surname", old: "surname", new: nil))
  }

  @Test func services() throws {
    let session = try Resident.session()
    #expect(try session.service("sample-service") == Resident.service)
    #expect(
      session.expectFailure { _ = try session.service("sample-servise") }
        == .noSuchService("sample-servise", nearest: ["sample-service"]))
    #expect(
      session.expectFailure { _ = try session.service("") } == .noSuchService("", nearest: []))
  }
}

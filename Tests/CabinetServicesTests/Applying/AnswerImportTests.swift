import CabinetStore
import Testing

@testable import Cabinet
@testable import CabinetServices

@Suite struct AnswerImportTests {
  private func read(_ text: String, _ session: CabinetSession? = nil) throws -> [String: Answer] {
    try (try session ?? Resident.session()).answers(
      fromJSON: Array(text.utf8), for: Resident.service.form)
  }

  @Test func valuesTakeTheKindOfTheirFields() throws {
    let session = try Resident.session()
    let child = Profile.Object(id: "child-1", kind: .child, facts: ["name": "Пётр"])
    try session.save(Profile(objects: [child]))
    #expect(
      try read(
        #"{"surname":"А","kind":true,"sum":1500.5,"child":"child-1","truthful":"да","why":null}"#,
        session) == [
          "surname": .text("А"), "kind": .text("true"), "sum": .text("1500.5"),
          "child": child.answer, "truthful": .flag(true),
        ])
    #expect(try read(#"{"truthful":"no"}"#) == ["truthful": .flag(false)])
    #expect(try read(#"{"truthful":"maybe","child":"nobody"}"#).count == 2)
    #expect(try read("{}").isEmpty)
  }

  @Test func filesAreReadAndForeignHashesRefused() throws {
    let session = try Resident.session()
    let folder = try Fixtures.Folder()
    let path = try folder.write(AttachTests.png, to: "a.png")
    let answers = try read(#"{"file":"\#(path)"}"#, session)
    let file = try #require(answers["file"]?.attachments.first)
    #expect(file.kind == "png")
    let known = #"{"file":{"files":[{"hash":"\#(file.hash)","name":"b","kind":"pdf","size":1}]}}"#
    let again = try #require(try read(known, session)["file"]?.attachments.first)
    #expect(again.kind == "png" && again.size == file.size && again.name == "b")
    let foreign = #"{"file":{"files":[{"hash":"00","name":"b","kind":"pdf","size":1}]}}"#
    guard case .fileRefused("b", _)? = session.expectFailure({ _ = try read(foreign, session) })
    else {
      Issue.record("it was taken")
      return
    }
  }

  @Test func strangersAreNamedWithWhatThereIs() throws {
    let session = try Resident.session()
    #expect(
      session.expectFailure { _ = try read(#"{"b":"1","a":"2","kind":"good"}"#, session) }
        == .noSuchFields(["a", "b"], known: Resident.service.form.fields.map(\.id)))
  }

  @Test(arguments: ["", "[]", "7", "{", #"{"kind"}"#, "\u{FEFF}\u{0}", "null"])
  func whatIsNoObjectIsRefused(text: String) throws {
    let session = try Resident.session()
    let failure = session.expectFailure { _ = try read(text, session) }
    #expect(failure?.phrase.ru.contains("не читаются как JSON") == true)
  }

  @Test(arguments: [#"{"kind":{"a":1}}"#, #"{"kind":[1]}"#])
  func theFieldAtFaultIsNamed(text: String) throws {
    let session = try Resident.session()
    let failure = session.expectFailure { _ = try read(text, session) }
    #expect(failure?.phrase.ru.contains("«kind»") == true)
  }
}

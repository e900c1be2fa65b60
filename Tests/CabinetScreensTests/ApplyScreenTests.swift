import Cabinet
import CabinetServices
import CabinetStore
import TerminalUI
import Testing

@testable import CabinetScreens

/// Filling in a form, by the events of its page.
@Suite struct ApplyScreenTests {
  private let screens: AllScreens

  init() throws { screens = try AllScreens() }

  private func begin() throws -> ApplyScreen {
    let service = try screens.session.service("hunting-licence")
    return ApplyScreen(draft: try screens.session.beginDraft(for: service, id: "a1"))
  }

  private func text(_ screen: some Screen) -> String {
    LinearReader(words: .russian).lines(screen.view(screens.context())).joined(separator: "\n")
  }

  private func savedDraft(_ effects: [Effect]) -> Draft? {
    for case .saveDraft(let draft) in effects { return draft }
    return nil
  }

  @Test func leavingAFieldSavesItsAnswerEvenARefusedOne() throws {
    var screen = try begin()
    let context = screens.context()
    #expect(savedDraft(screen.update(.textChanged("f.snils", "112-233-445 96"), context)) == nil)
    let draft = savedDraft(screen.update(.textCommitted("f.snils"), context))
    #expect(draft?.answers["snils"] == .text("112-233-445 96"))
    #expect(text(screen).contains("контрольное число 96, а должно быть 95"))
  }

  @Test func goingOnIsRefusedAndGoingBackNever() throws {
    var screen = try begin()
    let context = screens.context()
    _ = screen.update(.textChanged("f.phone", ""), context)
    _ = screen.update(.activated("next"), context)
    #expect(text(screen).contains("Исправьте 1"))
    _ = screen.update(.textChanged("f.phone", "+79000000001"), context)
    _ = screen.update(.activated("next"), context)
    #expect(text(screen).contains("Место рождения"))
    _ = screen.update(.textChanged("f.birthPlace", ""), context)
    let draft = savedDraft(screen.update(.activated("previous"), context))
    #expect(draft?.step == 0)
    #expect(draft?.answers["birthPlace"] == nil)
  }

  @Test func aKeptDraftOpensAtWhatIsLeftOfItsStep() throws {
    let context = screens.context()
    var draft = try screens.session.beginDraft(
      for: try screens.session.service("hunting-licence"), id: "a3")
    var asked: [ViewID?] = []
    var said: [Phrase] = []
    for change: [String: String] in [
      ["snils": "112-233-445 96"], ["snils": "112-233-445 95", "phone": ""],
      ["phone": "+79000000001"],
    ] {
      for (field, text) in change { draft.answers[field] = .text(text) }
      let screen = ApplyScreen(resuming: draft, context)
      asked.append(screen.view(context).initialFocus)
      for case .notify(let phrase) in screen.opened() { said.append(phrase) }
    }
    #expect(asked == ["f.snils", "f.phone", "next"])
    #expect(
      said.map(\.ru) == [
        "Исправьте ответ: «СНИЛС».", "Ещё без ответа: «Телефон».", "На этом шаге всё заполнено.",
      ])
    // What is wrong is told beside it at once, and the next step begins at its beginning.
    draft.answers["snils"] = .text("112-233-445 96")
    #expect(text(ApplyScreen(resuming: draft, context)).contains("контрольное число 96"))
    draft.answers["snils"] = .text("112-233-445 95")
    var screen = ApplyScreen(resuming: draft, context)
    _ = screen.update(.activated("next"), context)
    #expect(screen.view(context).initialFocus == "f.birthPlace")
  }

  @Test func whatMeansTheSameAsTheProfileIsFromIt() throws {
    let context = screens.context()
    let form = try screens.session.service("hunting-licence").form
    let field = try #require(form.fields.first { $0.type == .date && $0.prefill != nil })
    let typed = field.typed(try #require(screens.session.profileValue(for: field)))
    for (answer, isOfProfile) in [
      (typed, true), (typed + " ", true), (typed.replacing(".", with: "/"), true), ("", false),
      ("01.02.1903", false),
    ] {
      let page = FormPage(answers: [field.id: .text(answer)])
      guard case .field(let view)? = page.views(of: [field], context).last else {
        Issue.record("no field")
        return
      }
      #expect((view.note == "из ваших данных") == isOfProfile, "\(answer)")
    }
  }

  @Test func aDraftOfAnOlderFormShowsTheOldQuestionBesideTheNew() throws {
    let service = try screens.session.service("hunting-licence")
    var draft = try screens.session.beginDraft(for: service, id: "a2")
    draft.formVersion = service.form.version - 1
    draft.questions["surname"] = "Ваша фамилия"
    draft.questions["height"] = "Рост"
    let text = text(ApplyScreen(draft: draft))
    #expect(text.contains("«Ваша фамилия»") && text.contains("«Фамилия»"))
    #expect(text.contains("«Рост»") && text.contains("больше не спрашивают"))
  }

  @Test func aFailureToSaveIsLoud() throws {
    var screen = try begin()
    _ = screen.finished(.failed(.store(.noSpace(path: "journal"))), screens.context())
    #expect(screen.view(screens.context()).status.contains("НЕ СОХРАНЕНО"))
  }

  @Test func filesCanBeAddedAndTakenAway() throws {
    var screen = try begin()
    let context = screens.context()
    for _ in 0..<2 { _ = screen.update(.activated("next"), context) }
    _ = screen.update(.toggled("f.minimum", true), context)
    _ = screen.update(.chosen("f.oldLicence", ["no"]), context)
    _ = screen.update(.activated("next"), context)
    let file = Attachment(hash: "h", name: "x.png", kind: "png", size: 5)
    _ = screen.finished(.attached(file, field: "photo"), context)
    #expect(text(screen).contains("x.png"))
    let draft = savedDraft(screen.update(.activated("remove.photo/0"), context))
    #expect(draft?.answers["photo"] == nil)
  }
}

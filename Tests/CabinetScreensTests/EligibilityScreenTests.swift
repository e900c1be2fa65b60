import Cabinet
import CabinetServices
import TerminalUI
import Testing

@testable import CabinetScreens

@Suite struct EligibilityScreenTests {
  private let screens: AllScreens
  private var context: ScreenContext { screens.context() }

  init() throws { screens = try AllScreens() }

  private func text(_ page: Page) -> String {
    LinearReader(words: .russian).lines(page).joined(separator: "\n")
      .replacing("\u{A0}", with: " ")
  }

  @Test func aLifeSituationTellsFirstWhatOneCanGet() throws {
    let page = ServiceListScreen(.situation("child-born")).view(context)
    guard case .list(let list)? = page.body.last else {
      Issue.record("no list")
      return
    }
    let rows = (0..<list.count).map(list.row)
    let session = screens.session
    let verdicts = try rows.map { row in
      let id = try #require(row.id?.rawValue.split(separator: ".").last.map(String.init))
      return session.assess(try session.service(id)).verdict
    }
    #expect(verdicts.map(\.place) == verdicts.map(\.place).sorted())
    #expect(Set(verdicts).isSuperset(of: [.yes, .unknown, .no]))
    for (row, verdict) in zip(rows, verdicts) {
      guard case .text(let words)? = row.details.first else {
        Issue.record("no words")
        continue
      }
      let told = [EligibilityWords.verdict(verdict), EligibilityWords.forAll].map(context.say)
      #expect(told.contains { words.plain.hasPrefix($0) })
      #expect(words.plain != told[1] || verdict == .yes)
    }
  }

  @Test func anAnswerIsKeptForTheSessionAndOffered() throws {
    var screen = ScreenerScreen(service: "tree-planting-request")
    let effects = screen.update(.chosen("q.registeredInMoscow", ["false"]), context)
    guard case .eligibility(.remember(let answer, let path, let thing))? = effects.first else {
      Issue.record("nothing is remembered")
      return
    }
    #expect(answer == .text("false") && path.text == "registeredInMoscow" && thing == nil)
    screens.session.remember(answer, of: path, thing: thing)
    let told = text(screen.view(context))
    #expect(told.contains("Пока вы не подходите"))
    #expect(told.contains("после регистрации по месту жительства в Москве"))
    #expect(told.contains("ваш ответ"))
    guard case .saveProfile(let profile)? = screen.update(.activated("keep"), context).first else {
      Issue.record("nothing is saved")
      return
    }
    #expect(profile.values["registeredInMoscow"] == "false")
  }

  @Test func theFormIsReachedThroughAWarningWhereTheRulesSpeakAgainst() throws {
    var card = ServiceScreen(id: "kindergarten-enrolment")
    guard case .push(let warning)? = card.update(.activated("apply"), context).first,
      var warning = warning as? EligibilityWarningScreen
    else {
      Issue.record("no warning")
      return
    }
    #expect(text(warning.view(context)).contains("Пётр: 7 лет"))
    let on = warning.update(.activated("anyway"), context)
    guard case .pop? = on.first, case .beginDraft(let service)? = on.last else {
      Issue.record("one cannot go on")
      return
    }
    #expect(service == "kindergarten-enrolment")
    var sound = ServiceScreen(id: "hunting-licence")
    guard case .beginDraft? = sound.update(.activated("apply"), context).first else {
      Issue.record("a warning without need")
      return
    }
  }

  @Test func anAnswerThatCannotBeIsRefusedAndNotKept() throws {
    var screen = ScreenerScreen(service: "kindergarten-enrolment")
    _ = screen.update(.textChanged("q.child.birthDate", "31.02.2020"), context)
    #expect(screen.update(.textCommitted("q.child.birthDate"), context).isEmpty)
    #expect(text(screen.view(context)).contains("31.02.2020"))
    #expect(screens.session.screened.isEmpty)
  }

  @Test(arguments: [
    (NearestChange(day: Day(2021, 1, 15), acts: []), "завтра, 15 января"),
    (NearestChange(day: Day(2021, 3, 4), acts: []), "через 1 месяц и 18 дней, с 4 марта"),
    (NearestChange(day: Day(2022, 3, 4), acts: []), "через 1 год и 1 месяц, с 4 марта 2022"),
    (
      NearestChange(
        day: nil, acts: [.init(value: "true", title: "после регистрации", titleEn: "later")]),
      "после регистрации"
    ),
    (
      NearestChange(
        day: Day(2021, 3, 4),
        acts: [.init(value: "true", title: "после регистрации", titleEn: "later")]),
      "через 1 месяц и 18 дней, с 4 марта; после регистрации"
    ),
  ])
  func theNearestChangeIsToldInWords(_ change: NearestChange, _ words: String) {
    let today = Day(2021, 1, 14) ?? Day(ordinal: 0)
    let told = EligibilityWords.nearest(change, today: today)
    #expect(told.ru.replacing("\u{A0}", with: " ") == words)
    #expect(told.en != told.ru)
  }
}

import Testing

@testable import Cabinet

@Suite struct FoldTests {
  private let at = Samples.moment

  private func state(_ applications: [Application] = [], drafts: [String] = []) -> CabinetState {
    var state = CabinetState()
    state.applications = applications
    state.drafts = drafts.map { Draft(id: $0, service: Samples.service(), savedAt: at) }
    return state
  }

  /// Expects that the event is refused and leaves the state as it was.
  private func expectRefusal(
    _ event: CabinetEvent, _ refusal: FoldRefusal, in before: CabinetState,
    _ location: SourceLocation = #_sourceLocation
  ) {
    var state = before
    #expect(throws: refusal, sourceLocation: location) { try state.apply(event, at: at) }
    #expect(state == before, sourceLocation: location)
  }

  @Test func draftsAreSavedBinnedRestoredAndErased() throws {
    var state = CabinetState()
    var draft = Draft(id: "a1", service: Samples.service(), savedAt: Timestamp(seconds: 0))
    try state.apply(.draftSaved(draft), at: at)
    #expect(state.draft("a1")?.savedAt == at, "the moment is that of the record")
    draft.step = 2
    try state.apply(.draftSaved(draft), at: at.adding(seconds: 60))
    #expect(state.drafts.count == 1 && state.draft("a1")?.step == 2)
    try state.apply(.draftDiscarded(draft: "a1"), at: at)
    #expect(state.draft("a1") == nil && state.drafts.count == 1)
    try state.apply(.draftRestored(draft: "a1"), at: at)
    #expect(state.draft("a1")?.step == 2)
    try state.apply(.draftErased(draft: "a1"), at: at)
    #expect(state == CabinetState())
    for event: CabinetEvent in [
      .draftDiscarded(draft: "a1"), .draftRestored(draft: "a1"), .draftErased(draft: "a1"),
    ] {
      expectRefusal(event, .noSuchDraft("a1"), in: state)
    }
  }

  @Test func aDraftIsKeptForNinetyDaysFromItsLastSaving() {
    let draft = Draft(id: "a1", service: Samples.service(), savedAt: at)
    #expect(draft.keptUntil.description == "2021-04-14")
  }

  @Test func aSubmissionTakesThePlaceOfItsDraft() throws {
    var state = state(drafts: ["a1", "a2"])
    try state.apply(.applicationSubmitted(Samples.submission()), at: at)
    #expect(state.drafts.map(\.id) == ["a2"])
    #expect(state.submittedCount == 1)
    let application = try #require(state.application("a1"))
    #expect(application.status == .submitted && application.submittedAt == at)
    #expect(application.answers == ["name": .text("Анна")])
    expectRefusal(.applicationSubmitted(Samples.submission()), .alreadySubmitted("a1"), in: state)
    let late = Draft(id: "a1", service: Samples.service(), savedAt: at)
    expectRefusal(.draftSaved(late), .alreadySubmitted("a1"), in: state)
    state.compact(keeping: 0)
    expectRefusal(.applicationSubmitted(Samples.submission()), .alreadySubmitted("a1"), in: state)
  }

  @Test func aSubmissionInTheLedgerIsKnownToo() throws {
    var state = state([Samples.application(through: [.delivered, .registrationRefused])])
    state.compact(keeping: 0)
    #expect(state.applications.isEmpty && state.closed.count == 1)
    expectRefusal(.applicationSubmitted(Samples.submission()), .alreadySubmitted("a1"), in: state)
    let late = Draft(id: "a1", service: Samples.service(), savedAt: at)
    expectRefusal(.draftSaved(late), .alreadySubmitted("a1"), in: state)
  }

  @Test func statusesFollowTheMachine() throws {
    var state = state([Samples.application()])
    let delivered = StatusEvent(.delivered, at: at, by: .office)
    try state.apply(.statusChanged(application: "a1", delivered), at: at)
    #expect(state.application("a1")?.history.map(\.code) == [.submitted, .delivered])
    expectRefusal(
      .statusChanged(application: "a1", StatusEvent(.granted, at: at, by: .office)),
      .statusNotAllowed(application: "a1", from: .delivered, to: .granted), in: state)
    expectRefusal(
      .statusChanged(application: "x", delivered), .noSuchApplication("x"), in: state)
  }

  @Test func controlStatusesNeverFollowAFinalOne() {
    let state = state([Samples.application(through: [.delivered, .registrationRefused])])
    expectRefusal(
      .statusChanged(
        application: "a1", StatusEvent(.withdrawalAvailable, at: at, by: .office)),
      .statusNotAllowed(
        application: "a1", from: .registrationRefused, to: .withdrawalAvailable), in: state)
  }

  @Test func repliesAreKeptUntilTheyAreSent() throws {
    var state = state([
      Samples.application(through: [.delivered, .registered, .clarificationRequested])
    ])
    try state.apply(.replySaved(application: "a1", answers: ["name": .text("А")]), at: at)
    #expect(state.application("a1")?.reply == .init(answers: ["name": .text("А")], savedAt: at))
    #expect(state.application("a1")?.answers == ["name": .text("Анна")])
    try state.apply(.replySaved(application: "a1", answers: [:]), at: at)
    #expect(state.application("a1")?.reply == nil)
    try state.apply(.replySaved(application: "a1", answers: ["name": .text("А")]), at: at)
    let given = StatusEvent(.clarificationGiven, at: at, by: .resident)
    try state.apply(
      .clarificationGiven(
        application: "a1", answers: ["name": .text("Б"), "more": .flag(true)], given), at: at)
    let application = try #require(state.application("a1"))
    #expect(application.answers == ["name": .text("Б"), "more": .flag(true)])
    #expect(application.submission.answers == ["name": .text("Анна")], "what was sent stays")
    #expect(application.reply == nil && application.status == .clarificationGiven)
    expectRefusal(
      .clarificationGiven(application: "a1", answers: [:], given),
      .statusNotAllowed(application: "a1", from: .clarificationGiven, to: .clarificationGiven),
      in: state)
    expectRefusal(.replySaved(application: "x", answers: [:]), .noSuchApplication("x"), in: state)
  }

  @Test func aReplyCannotDecideTheMatter() {
    let state = state([Samples.application(through: [.delivered, .registered])])
    expectRefusal(
      .clarificationGiven(
        application: "a1", answers: [:], StatusEvent(.granted, at: at, by: .resident)),
      .statusNotAllowed(application: "a1", from: .registered, to: .granted), in: state)
  }

  @Test func complaintsAreOpenOneAtATimeAndDecidedOnce() throws {
    var state = state([Samples.application(through: [.delivered, .registrationRefused])])
    func complaint(_ id: String) -> Complaint {
      Complaint(id: id, subject: .acceptance, text: "нет", filedAt: at, due: Samples.today)
    }
    try state.apply(.complaintFiled(application: "a1", complaint("c1")), at: at)
    expectRefusal(
      .complaintFiled(application: "a1", complaint("c2")), .complaintOpen(application: "a1"),
      in: state)
    let later = at.adding(seconds: 5)
    try state.apply(
      .complaintDecided(application: "a1", complaint: "c1", outcome: .rejected, note: "да"),
      at: later)
    let decided = try #require(state.application("a1")?.complaints.first)
    #expect(decided.outcome == .rejected && decided.note == "да" && decided.decidedAt == later)
    for id in ["c1", "c9"] {
      expectRefusal(
        .complaintDecided(application: "a1", complaint: id, outcome: .satisfied, note: ""),
        .noSuchComplaint(id), in: state)
    }
    expectRefusal(
      .complaintFiled(application: "x", complaint("c3")), .noSuchApplication("x"), in: state)
  }

  @Test func theClockNeverRunsBack() throws {
    var state = CabinetState()
    try state.apply(.clockAdvanced(to: at), at: at)
    try state.apply(.clockAdvanced(to: at.adding(seconds: -1)), at: at)
    #expect(state.clock == at)
    try state.apply(.profileChanged(Profile(values: ["name": "А"])), at: at)
    #expect(state.profile["name"] == "А")
  }

  @Test func anApplicationThatComesBackTakesItsPlace() throws {
    var state = CabinetState()
    for index in 1...4 {
      var application = Samples.application(
        "a\(index)", through: [.delivered, .registrationRefused])
      application.submittedAt = at.adding(seconds: index)
      state.applications.append(application)
    }
    let before = state
    state.compact(keeping: 1)
    #expect(state.applications.map(\.id) == ["a4"])
    for id in ["a2", "a3", "a1"] { state.revive(try #require(before.application(id))) }
    #expect(state == before)
  }

  @Test func compactingKeepsWhatIsOpen() {
    var state = CabinetState()
    for index in 1...6 {
      state.applications.append(
        Samples.application(
          "a\(index)",
          through: index.isMultiple(of: 2)
            ? [.delivered, .registered] : [.delivered, .registrationRefused]))
    }
    let all = Set(state.summaries.map(\.id))
    state.compact(keeping: 1)
    #expect(state.applications.map(\.id) == ["a2", "a4", "a5", "a6"])
    #expect(state.closed.summaries.map(\.id) == ["a1", "a3"])
    #expect(Set(state.summaries.map(\.id)) == all)
    let once = state
    state.compact(keeping: 1)
    #expect(state == once)
  }
}

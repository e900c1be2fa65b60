import Cabinet
import CabinetStore
import Testing

@testable import CabinetServices

/// The medical card of the demonstration's resident, as its use cases give it.
@Suite struct MedicalCardUseTests {
  private func demonstration() throws -> CabinetSession {
    try Demonstration.open(MemoryEventLog(), fixtures: Fixtures.folder, ids: IDSource(seed: 1))
  }

  @Test func accessFollowsFromAGrantedApplication() throws {
    let session = try demonstration()
    let patients = try session.medicalPatients()
    #expect(patients.map(\.id) == ["me", "child-1"])
    guard case .granted(_, _, .everything) = patients[0].access else {
      Issue.record("no access: \(patients[0].access)")
      return
    }
    #expect(patients[1].access == .none)
    let failure = session.expectFailure { _ = try session.medicalCard(of: patients[1]) }
    #expect(failure?.exitCode == 5)
  }

  @Test func aChildsCardIsOpenedByItsOwnApplicationAndOnlyInTheScopeAskedFor() throws {
    let session = try demonstration()
    let service = try session.service(MedicalPatient.childAccessService)
    var draft = try session.beginDraft(for: service, id: "achild")
    let child = try #require(session.state.profile.objects(.child).first)
    let given: [String: Answer] = [
      "child": child.answer, "relation": .text("parent"), "childOms": .text("7756020813000022"),
      "clinic": .text("38"), "sections": .text("vaccines"), "notify": .text("no"),
      "secrecy": .flag(true), "truthful": .flag(true),
    ]
    draft.answers.merge(given) { $1 }
    try session.save(draft)
    try session.submit(draft: "achild")
    let requested = try session.medicalPatient("child-1")
    guard case .requested = requested.access else {
      Issue.record("not requested: \(requested.access)")
      return
    }
    try session.advanceClock(to: session.now.adding(seconds: 10 * 86_400))
    let card = try session.medicalCard(of: try session.medicalPatient("child-1"))
    #expect(Set(card.documents.map(\.kind)) == [.vaccination, .examination])
    let due = try session.vaccinationsDue(card, of: try session.medicalPatient("child-1"))
    #expect(due.first { $0.vaccine.id == "diphtheria" }?.dose == 5)
    #expect(due.first { $0.vaccine.id == "diphtheria" }?.standing == .overdue)
  }

  @Test func aChildOfFifteenOpensTheCardAlone() throws {
    let session = try demonstration()
    var profile = session.state.profile
    profile.objects.append(
      .init(
        id: "child-2", kind: .child,
        facts: ["name": "Ольга", "surname": "Синтетическая", "birthDate": "2006-01-14"]))
    profile.objects.append(
      .init(
        id: "child-3", kind: .child,
        facts: ["name": "Иван", "surname": "Синтетический", "birthDate": "2006-01-15"]))
    try session.save(profile)
    #expect(try session.medicalPatient("child-2").access == .ofAge)
    #expect(try session.medicalPatient("child-3").access == .none)
  }

  @Test func everyOpeningIsInTheHistory() throws {
    let session = try demonstration()
    let me = try session.medicalPatient("me")
    let document = try session.openMedicalDocument("exam-20201228", of: me)
    #expect(document.diagnosis?.code == "I10")
    _ = try session.openMedicalDocument("exam-20201228", of: me)
    let history = try session.medicalHistory()
    #expect(
      history.map(\.event)
        == Array(
          repeating: .cardOpened(child: nil, document: "exam-20201228"), count: 2))
    let failure = session.expectFailure {
      _ = try session.openMedicalDocument("exam-2020122", of: me)
    }
    #expect(failure?.exitCode == 4)
    #expect(failure?.phrase.ru.contains("exam-20201228") == true)
  }

  @Test func whereTheHistoryCannotBeWrittenNothingIsShown() throws {
    let log = FailingLog(failing: .max)
    let session = try Demonstration.open(log, fixtures: Fixtures.folder, ids: IDSource(seed: 1))
    let me = try session.medicalPatient("me")
    log.failAt = log.writes + 1
    #expect(throws: CabinetFailure.self) {
      _ = try session.openMedicalDocument("exam-20201228", of: me)
    }
  }

  @Test func aDoctorOpensACardOnceByItsCode() throws {
    let session = try demonstration()
    let code = try session.issueAccessCode(for: try session.medicalPatient("me"))
    #expect(code.digits.count == AccessCode.length && code.digits.allSatisfy(\.isNumber))
    let spaced = code.digits.prefix(4) + " " + code.digits.suffix(4)
    let opened = try session.openCard(byCode: String(spaced), doctor: "Врач-Синтетический")
    #expect(opened.patient.id == "me" && !opened.card.documents.isEmpty)
    #expect(throws: CabinetFailure.self) {
      _ = try session.openCard(byCode: code.digits, doctor: "другой врач")
    }
    #expect(
      try session.medicalHistory().map(\.event).prefix(2) == [
        .codeRefused(by: "другой врач"), .codeUsed(code: code.id, by: "Врач-Синтетический"),
      ])
  }

  @Test func theClockBringsNewDocuments() throws {
    let session = try demonstration()
    let me = try session.medicalPatient("me")
    let before = try session.medicalCard(of: me).documents.count
    try session.advanceClock(to: session.now.adding(seconds: 7 * 86_400))
    let after = try session.medicalCard(of: me).documents
    #expect(after.count == before + 2)
    #expect(after.allSatisfy { $0.day <= session.today })
  }

  @Test func aPolicyWithAnotherBirthDateFindsNothing() throws {
    let session = try demonstration()
    var me = try session.medicalPatient("me")
    me.access = .granted(
      oms: "7756020845000016", birthDate: try #require(Day(1979, 3, 5)), .everything)
    let failure = session.expectFailure { _ = try session.medicalCard(of: me) }
    #expect(failure?.exitCode == 4)
  }

  @Test func aCardThatCannotBeReadIsNamed() throws {
    let folder = try Fixtures.Folder()
    let session = try CabinetSession(
      log: MemoryEventLog(), resident: "anna", ordinal: 1, isDemonstration: true,
      fixtures: folder.path, clock: .fixed(Resident.start))
    let patient = MedicalPatient(
      child: nil, name: Phrase("Вы", "You"), birthDate: nil,
      access: .granted(oms: "1", birthDate: session.today, .everything))
    let failure = session.expectFailure { _ = try session.medicalCard(of: patient) }
    #expect(failure?.phrase.ru.contains("medical.json") == true)
  }
}

import CabinetStore
import Foundation
import Testing

@testable import Cabinet
@testable import CabinetServices

@Suite struct EligibilityTests {
  private static let people: [(String, Profile)] = [
    ("nobody", Profile()),
    (
      "Muscovite",
      Profile(
        values: [
          "birthDate": "1979-03-04", "citizenship": "RU", "registeredInMoscow": "true", "sex": "f",
          "oms": "7756020845000016", "snils": "112-233-445 95",
        ],
        objects: [
          .init(id: "c1", kind: .child, facts: ["name": "Пётр", "birthDate": "2013-09-02"]),
          .init(id: "c2", kind: .child, facts: ["name": "Вера", "birthDate": "2020-11-02"]),
          .init(id: "p1", kind: .pet, facts: ["name": "Буся", "species": "кошка"]),
          .init(id: "v1", kind: .vehicle, facts: ["plate": "А123ВС77"]),
          .init(id: "h1", kind: .home, facts: ["kind": "own"]),
        ])
    ),
    (
      "teenager",
      Profile(values: ["birthDate": "2005-02-28", "citizenship": "RU", "sex": "m"])
    ),
    (
      "foreigner",
      Profile(values: [
        "birthDate": "1990-12-31", "citizenship": "other", "registeredInMoscow": "false",
      ])
    ),
    ("leapling", Profile(values: ["birthDate": "2004-02-29", "registeredInMoscow": "true"])),
    (
      "old", Profile(values: ["birthDate": "1940-05-09", "sex": "f", "registeredInMoscow": "true"])
    ),
  ]

  /// What holds of every rule of the catalogue, for several people and days.
  @Test(arguments: ["2021-01-14", "2022-02-28", "2024-02-29"])
  func everyRuleOfTheCatalogueIsJudgedSoundly(date: String) throws {
    let today = try #require(Day(date))
    let catalogue = Fixtures.catalogue
    for (name, profile) in Self.people {
      for service in catalogue.services {
        let knowledge = Knowledge(profile: profile)
        let told = service.audience.assess(
          knowledge, today: today, questions: catalogue.question)
        let holds = told.reasons.map(\.holds)
        switch told.verdict {
        case .yes: #expect(holds.allSatisfy { $0 == true }, "\(name), \(service.id)")
        case .unknown:
          #expect(!holds.contains(false), "\(name), \(service.id)")
          #expect(!told.missing.isEmpty || holds.isEmpty, "\(name), \(service.id)")
        case .no: #expect(holds.contains(false), "\(name), \(service.id)")
        case .notYet:
          #expect(holds.contains(false), "\(name), \(service.id)")
          try expectChangeHelps(told, service, knowledge, today)
        }
        for path in told.missing {
          #expect(catalogue.question(path) != nil, "\(service.id): \(path.text)")
        }
      }
    }
  }

  /// After the change that is told no rule fails, and on the day before it some still does.
  private func expectChangeHelps(
    _ told: Assessment, _ service: Service, _ knowledge: Knowledge, _ today: Day
  ) throws {
    let change = try #require(told.nearest)
    var changed = knowledge
    changed.things = told.things
    let paths = Condition.all(service.audience.rules.map(\.condition)).paths
    for act in change.acts {
      let path = try #require(
        paths.first { Fixtures.catalogue.question($0)?.acts?.contains(act) ?? false })
      changed = changed.answering(path, .text(act.value))
    }
    func fails(_ day: Day) -> Bool {
      service.audience.rules.contains { $0.condition.truth(changed, on: day) == false }
    }
    #expect(!fails(change.day ?? today), "\(service.id)")
    if let day = change.day { #expect(fails(day.adding(days: -1)), "\(service.id)") }
  }

  @Test func muchOfTheCatalogueCarriesRulesThatTellPeopleApart() {
    let telling = Fixtures.catalogue.services.filter { service in
      let verdicts = Self.people.map { person in
        service.audience.assess(
          Knowledge(profile: person.1), today: Resident.start.day,
          questions: Fixtures.catalogue.question
        ).verdict
      }
      return Set(verdicts).count > 1
    }
    #expect(telling.count >= 120, "\(telling.count)")
  }

  @Test func answersLastForTheSessionAndReachTheProfileOnRequestAlone() throws {
    let log = MemoryEventLog()
    let session = try Resident.session(log, catalogue: Fixtures.catalogue)
    let service = try session.service("tree-planting-request")
    #expect(session.assess(service).verdict == .unknown)
    session.remember(.text("1979-03-04"), of: FactPath("birthDate"), thing: nil)
    session.remember(.text("true"), of: FactPath("registeredInMoscow"), thing: nil)
    session.remember(.text("true"), of: FactPath("oms"), thing: nil)
    session.remember(.text("true"), of: FactPath("unemployed"), thing: nil)
    #expect(session.assess(service).verdict == .yes)
    #expect(session.state.profile == Profile())
    #expect(try Resident.session(log, catalogue: Fixtures.catalogue).screened.isEmpty)
    let offer = session.profileWithAnswers()
    #expect(offer.saved.map(\.id) == ["birthDate", "registeredInMoscow"])
    try session.save(offer.profile)
    #expect(
      session.state.profile.values == ["birthDate": "1979-03-04", "registeredInMoscow": "true"])
    #expect(session.profileWithAnswers().saved.isEmpty)
  }

  @Test func anAnswerAboutAChildIsSavedWithThatChild() throws {
    let session = try Resident.session(catalogue: Fixtures.catalogue)
    try session.save(
      Profile(objects: [.init(id: "c1", kind: .child, facts: ["name": "Пётр"])]))
    let service = try session.service("child-polyclinic-attachment")
    #expect(session.assess(service).missing == [FactPath("child.birthDate")])
    session.remember(.text("2015-01-01"), of: FactPath("child.birthDate"), thing: "c1")
    #expect(session.assess(service).verdict == .yes)
    let saved = session.profileWithAnswers().profile
    #expect(saved.objects[0].facts == ["name": "Пётр", "birthDate": "2015-01-01"])
  }

  @Test func whatWasGrantedHereIsKnown() throws {
    var permit = Resident.service
    permit.id = "permit"
    var change = Resident.make("change", formVersion: 1)
    change.audience.rules = [
      EligibilityRule(
        title: "есть разрешение", titleEn: "has a permit",
        condition: .test(.profile("permit"), .equals("true")))
    ]
    let question = ScreenerQuestion(
      id: "permit", type: .choice, title: "Есть?", titleEn: "Any?", label: "разрешение",
      labelEn: "permit", granted: ["sample-service"])
    let catalogue = Catalogue(
      services: [Resident.service, change], agencies: [], categories: [], lifeSituations: [],
      questions: [question])
    let session = try Resident.session(catalogue: catalogue)
    #expect(session.assess(change).verdict == .unknown)
    let application = try Resident.apply(session)
    #expect(session.assess(change).verdict == .unknown)
    _ = try session.runOffice(until: Resident.days(30))
    #expect(session.assess(change).verdict == .yes)
    #expect(
      session.assess(change).reasons[0].facts.map(\.fact.source)
        == [.application(application.number)])
  }

  @Test func aReaderMakesNoStoreAndReadsTheOneThatIsThere() throws {
    let folder = try Fixtures.Folder()
    let visitor = try Cabinets.reader(
      folder: folder.path + "/none", fixtures: Fixtures.folder, clock: .fixed(Resident.start))
    #expect(visitor.resident == "visitor")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    #expect(throws: CabinetFailure.self) {
      try Cabinets.reader(
        folder: folder.path + "/none", login: "anna", fixtures: Fixtures.folder)
    }
    let own = try Cabinets.open(
      folder: folder.path + "/store", fixtures: Fixtures.folder, clock: .fixed(Resident.start))
    try own.save(Profile(values: ["birthDate": "1979-03-04"]))
    let reader = try Cabinets.reader(folder: folder.path + "/store", fixtures: Fixtures.folder)
    #expect(reader.state.profile.values["birthDate"] == "1979-03-04")
    #expect(throws: CabinetFailure.self) { try reader.save(Profile()) }
  }
}

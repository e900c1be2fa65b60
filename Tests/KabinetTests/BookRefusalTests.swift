import Foundation
import Testing

/// Bad input to `kabinet book`: what is told, and that nothing changes.
@Suite struct BookRefusalTests {
  private let program: Program

  init() throws { program = try Program.demonstration() }

  /// Expects a refusal that says what was kept, in the language asked for, and leaves the registers alone.
  private func refuse(
    _ words: [String], saying parts: [String], _ location: SourceLocation = #_sourceLocation
  ) throws {
    let before = try program.files().filter { $0.key.hasPrefix("city/") }
    for (language, part) in zip(["ru", "en"], parts) {
      let words = (words + ["--lang", language]).map { "'\($0)'" }.joined(separator: " ")
      let outcome = try program.bash("\"$kabinet\" book \(words)")
      #expect(outcome.code == 1 && outcome.out.isEmpty, sourceLocation: location)
      #expect(outcome.err.contains(part), "\(outcome.err)", sourceLocation: location)
      let kept =
        language == "ru"
        ? ["Ничего не изменилось", "Запись не сделана", "Запись не изменилась"]
        : ["Nothing was changed", "Nothing was booked", "It was not changed"]
      #expect(
        kept.contains { outcome.err.contains($0) }, "\(outcome.err)", sourceLocation: location)
    }
    let after = try program.files().filter { $0.key.hasPrefix("city/") }
    #expect(before == after, sourceLocation: location)
  }

  @Test func aTimeThatIsPast() throws {
    try refuse(
      ["doctor", "--slot", "doctor-068.07.202101131600.20"],
      saying: ["Это время уже прошло", "This time is past"])
  }

  @Test func aTimeThatVanished() throws {
    // A Sunday, a time between two, and a specialist who left.
    for slot in ["07.202101171600", "07.202101151607", "77.202101151600"] {
      try refuse(
        ["doctor", "--slot", "doctor-068.\(slot).20"],
        saying: ["оно изменилось или исчезло", "it changed or vanished"])
    }
  }

  @Test func aTimeThatIsTooFar() throws {
    try refuse(
      ["doctor", "--slot", "doctor-068.07.202103011600.20"],
      saying: ["Расписание открыто до 27.01.2021", "The schedule is open until 27.01.2021"])
  }

  @Test func aClockThatWasMovedBack() throws {
    let free = try program.run("book", "doctor", "--list", "--speciality", "surgeon", "--json")
      .objects().compactMap { $0["id"] as? String }
    let (first, other) = (try #require(free.first), try #require(free.last))
    #expect(try program.run("book", "doctor", "--slot", first, "--request-id", "r1").code == 0)
    for words in [
      ["--cancel", "r1"], ["--move", "r1", "--slot", other], ["--cancel", "btherapist"],
    ] {
      try refuse(
        ["doctor", "--now", "2021-01-14T09:58:00+03:00"] + words,
        saying: ["время переведено назад", "time was moved backwards"])
    }
  }

  @Test func aSpecialityOfAnotherInstitution() throws {
    try refuse(
      ["doctor", "--wait", "--speciality", "dgi-housing"],
      saying: ["Здесь есть: therapist", "There are: therapist"])
    // A doctor is no consultation, for which neither policy nor referral would be asked.
    try refuse(
      [
        "consultation", "--question", "Можно ли мне к врачу?", "--slot",
        "doctor-068.07.202101201000.20",
      ],
      saying: ["а не «Консультация ДГИ»", "not for “City Property consultation”"])
  }

  @Test func aMoveToATimeOfAnotherKind() throws {
    let surgeon = try program.run("book", "doctor", "--list", "--speciality", "surgeon", "--json")
      .objects().compactMap { $0["id"] as? String }
    let therapist = try program.run(
      "book", "doctor", "--list", "--speciality", "therapist", "--json"
    ).objects().compactMap { $0["id"] as? String }
    let other = try #require(surgeon.first)
    let long = try #require(therapist.first).replacing(/20$/, with: "40")
    try refuse(
      ["doctor", "--move", "btherapist", "--slot", other],
      saying: ["к специалисту другого профиля", "a specialist of another speciality"])
    try refuse(
      ["doctor", "--move", "btherapist", "--slot", long],
      saying: ["это время — другой длины", "this time is of another length"])
    // What fits instead is offered beside it.
    let told = try program.run("book", "doctor", "--move", "btherapist", "--slot", other).err
    #expect(therapist.contains { told.contains($0) } && !surgeon.contains { told.contains($0) })
    let office = try program.run(
      "office", "move", "btherapist", "--slot", "vet-cao.01.202101201000.30")
    #expect(office.code == 1 && office.err.contains("Это время другого учреждения"))
  }

  @Test func aMoveToWhereItCannotBe() throws {
    for slot in ["vet-cao.01.202101201000.30", "doctor-220.01.202101201000.20"] {
      try refuse(
        ["doctor", "--move", "btherapist", "--slot", slot],
        saying: ["Сюда эту запись перенести нельзя", "It cannot be moved there"])
    }
  }

  @Test func aVisitIsMovedToAnotherClinicAndOnce() throws {
    func times(_ clinic: String) throws -> [String] {
      try program.run("book", "vet", "--list", "--clinic", clinic, "--json").objects()
        .compactMap { $0["id"] as? String }
    }
    let first = try #require(times("vet-cao").dropFirst(9).first)
    let target = try #require(times("vet-uzao").dropFirst(9).first)
    _ = try program.run("book", "vet", "--slot", first, "--request-id", "v1")
    let moved = try program.run("book", "vet", "--move", "v1", "--slot", target, "--json")
    #expect(try moved.object()["slot"] as? String == target)
    let again = try program.run("book", "vet", "--move", "v1", "--slot", target, "--json")
    #expect(again.code == 0 && again.out == moved.out)
    let standing = try program.run("book", "vet", "--appointments", "--json").objects()
      .filter { $0["status"] as? Int == 1050 }
    #expect(standing.compactMap { $0["slot"] as? String } == [target])
    #expect(try times("vet-cao").contains(first))
    #expect(try program.run("check").code == 0)
  }
}

import Foundation
import Testing

/// `kabinet book`, as scripts use it.
@Suite struct BookCommandTests {
  private let program: Program

  init() throws { program = try Program.demonstration() }

  @Test func aTimeIsListedBookedMovedAndCancelled() throws {
    let listed = try program.run("book", "doctor", "--list", "--speciality", "surgeon", "--json")
    let slots = try listed.objects()
    #expect(listed.code == 0 && slots.count > 3)
    for key in ["id", "at", "place", "specialist", "speciality"] {
      #expect(slots.allSatisfy { $0[key] is String })
    }
    let ids = slots.compactMap { $0["id"] as? String }
    let booked = try program.run("book", "doctor", "--slot", ids[0], "--request-id", "r1", "--json")
    let booking = try booked.object()
    #expect(booked.code == 0)
    #expect(booking["id"] as? String == "r1" && booking["status"] as? Int == 1050)
    #expect(booking["at"] as? String == slots[0]["at"] as? String)
    let number = try #require(booking["number"] as? String)
    let again = try program.run("book", "doctor", "--slot", ids[0], "--request-id", "r1", "--json")
    #expect(again.code == 0 && again.out == booked.out)
    let moved = try program.run(
      "book", "doctor", "--move", number, "--slot", ids[1], "--json")
    #expect(try moved.object()["at"] as? String == slots[1]["at"] as? String)
    #expect(try moved.object()["status"] as? Int == 1053)
    let cancelled = try program.run("book", "doctor", "--cancel", "r1", "--json")
    #expect(try cancelled.object()["status"] as? Int == 1090)
    let free = try program.run("book", "doctor", "--list", "--speciality", "surgeon", "--json")
    #expect(free.out == listed.out)
  }

  @Test func anIdStandsForOneTimeOnly() throws {
    let ids = try program.run("book", "doctor", "--list", "--speciality", "surgeon", "--json")
      .objects().compactMap { $0["id"] as? String }
    #expect(
      try program.run("book", "doctor", "--slot", ids[0], "--request-id", "r1").code == 0)
    let other = try program.run("book", "doctor", "--slot", ids[1], "--request-id", "r1")
    #expect(other.code == 1 && other.out.isEmpty && other.err.contains("r1"))
    #expect(try program.run("book", "doctor", "--move", "r1", "--slot", ids[1]).code == 0)
    // The first order, sent once more after the move, is done already.
    let repeated = try program.run("book", "doctor", "--slot", ids[0], "--request-id", "r1")
    #expect(repeated.code == 0, "\(repeated.err)")
  }

  @Test func whatIsInTheWayIsTold() throws {
    let talks = try program.run("book", "consultation", "--list", "--json").objects()
    let visits = try program.run("book", "doctor", "--list", "--speciality", "surgeon", "--json")
      .objects()
    let (talk, visit) = try #require(
      talks.lazy.compactMap { talk in
        visits.first { $0["at"] as? String == talk["at"] as? String }.map { (talk, $0) }
      }.first)
    let alone = try program.run(
      "book", "consultation", "--slot", try #require(talk["id"] as? String), "--question",
      "Whose room is it?", "--lang", "en")
    #expect(alone.code == 0 && alone.err.isEmpty, "\(alone.err)")
    let second = try program.run(
      "book", "doctor", "--slot", try #require(visit["id"] as? String), "--lang", "en")
    #expect(second.code == 0 && second.err.contains("in its way"), "\(second.err)")
  }

  @Test func whatAClerkTypesMovesNoCursor() throws {
    let told = try program.run(
      "office", "cancel", "btherapist", "--note", "a\u{1B}[31mred", "--json")
    #expect(told.code == 0 && told.out.contains("a\u{FFFD}[31mred") && !told.out.contains("u001b"))
  }

  @Test func theClockOfACabinetNeverGoesBack() throws {
    #expect(try program.run("office", "run", "--until", "2021-01-20").code == 0)
    let told = try program.run("applications", "--now", "2020-01-01T00:00:00+03:00", "--lang", "en")
    #expect(told.code == 0 && told.err.contains("never goes back"))
  }

  @Test func refusalsSayWhyAndChangeNothing() throws {
    let before = try program.files()
    let attempts: [([String], Int32)] = [
      (["book", "doctor", "--slot", "nonsense"], 1),
      (["book", "doctor", "--slot", "doctor-068.01.202101130900.20"], 1),
      (["book", "doctor", "--slot", "doctor-068.01.202101190907.20"], 1),
      (["book", "doctor", "--cancel", "none"], 4), (["book", "doctor"], 2),
      (["book", "doctor", "--list", "--wait"], 2), (["book", "doctor", "--move", "x"], 2),
      (["book", "doctor", "--list", "--for", "nobody"], 1),
      (["book", "doctor", "--list", "--clinic", "doctor-220"], 1),
      (["book", "consultation", "--slot", "consultation-dgi.06.202101141100.30"], 1),
      (["book", "vet", "--online", "--home", "--list"], 2),
      (["book", "doctor", "--come", "btherapist"], 1),
      (["book", "vet", "--cancel", "btherapist"], 1),
      (["book", "consultation", "--move", "btherapist", "--slot", "nonsense"], 1),
      (["book", "vet", "--list", "--service", "nonsense"], 1),
      (["book", "vet", "--list", "--service", "examination", "--service", "abdomen"], 1),
      (["book", "vet", "--list", "--speciality", "therapist"], 1),
      (["book", "consultation", "--list", "--speciality", "nonsense"], 1),
      (["book", "vet", "--slot", "doctor-068.07.202101151600.20"], 1),
      (["book", "doctor", "--slot", "vet-cao.01.202101151100.30"], 1),
      (["book", "vet", "--list", "--day", "2021-01-13"], 1),
      (["book", "vet", "--list", "--day", "2021-01-28"], 1),
      (["book", "vet", "--pay", "bvet", "--card", "4111111111111111"], 1),
      (["book", "vet", "--refund", "bvet", "--card", "4111111111111111"], 1),
      (["calendar", "--way", "241"], 2),
    ]
    for (words, code) in attempts {
      let outcome = try program.bash(
        "\"$kabinet\" " + words.map { "'\($0)'" }.joined(separator: " "))
      #expect(outcome.code == code, "\(words): \(outcome.err)")
      #expect(outcome.out.isEmpty && outcome.err.count > 20, "\(words)")
    }
    let after = try program.files()
    #expect(
      before.filter { $0.key.hasPrefix("city/") } == after.filter { $0.key.hasPrefix("city/") })
  }

  @Test func theSecondSpecialistOfAKindIsRefusedWithTheFirstNamed() throws {
    let slots = try program.run("book", "doctor", "--list", "--speciality", "therapist", "--json")
      .objects()
    let id = try #require(slots.first?["id"] as? String)
    let outcome = try program.run("book", "doctor", "--slot", id, "--lang", "ru")
    #expect(outcome.code == 1 && outcome.err.contains("068-04-1901-0940"))
  }

  @Test func aVetOnTheScreenIsPaid() throws {
    let slots = try program.run("book", "vet", "--online", "--list", "--limit", "1", "--json")
      .objects()
    let id = try #require(slots.first?["id"] as? String)
    let booked = try program.run(
      "book", "vet", "--online", "--slot", id, "--request-id", "v1", "--json"
    ).object()
    #expect(booked["payUntil"] is String && booked["price"] as? Int == 90_000)
    let refused = try program.run("book", "vet", "--pay", "v1", "--card", "2200000000020002")
    #expect(refused.code == 1)
    let paid = try program.run(
      "book", "vet", "--pay", "v1", "--card", "4111111111111111", "--json")
    #expect(try paid.object()["payUntil"] is NSNull)
  }

  @Test func institutionsDecideByHand() throws {
    let listed = try program.run("office", "appointments", "--json").objects()
    #expect(listed.compactMap { $0["id"] as? String } == ["btherapist"])
    let free = try program.run("book", "doctor", "--list", "--speciality", "therapist", "--json")
      .objects()
    let slot = try #require(free.first?["id"] as? String)
    let moved = try program.run(
      "office", "move", "btherapist", "--slot", slot, "--note", "Ремонт.", "--json"
    ).object()
    #expect(moved["status"] as? Int == 8021 && moved["statusCode"] as? String == "8021.1")
    #expect(moved["slot"] as? String == slot && moved["canMove"] as? Bool == true)
    #expect((moved["notice"] as? String)?.contains("Ремонт. Новое время") == true)
    let cancelled = try program.run("office", "cancel", "btherapist", "--json").object()
    #expect(cancelled["status"] as? Int == 1095 && cancelled["canCancel"] as? Bool == false)
    for words in [
      ["office", "cancel", "btherapist"], ["office", "fail", "btherapist"],
      ["office", "move", "btherapist", "--slot", slot],
      ["office", "move", "btherapist", "--slot", "nonsense"],
    ] {
      let outcome = try program.bash("\"$kabinet\" " + words.joined(separator: " "))
      #expect(outcome.code == 1 && outcome.out.isEmpty && outcome.err.count > 20, "\(words)")
    }
    #expect(try program.run("office", "cancel", "none").code == 4)
    let unpaid = try program.run("office", "fail", "btherapist", "--lang", "ru")
    #expect(
      unpaid.err.contains("«Отменено учреждением» не может стать «Не состоялось, деньги вернут»"))
    #expect(try program.run("office", "move", "btherapist").code == 2)
    #expect(
      try program.run("--lang", "ru").out.contains("Отменено учреждением · Участковый терапевт"))
    let empty = try program.run("office", "appointments", "--json").objects()
    #expect(empty.isEmpty)
  }

  @Test func whatWasPaidIsRefundedOnce() throws {
    let slots = try program.run("book", "vet", "--online", "--list", "--limit", "1", "--json")
      .objects()
    let id = try #require(slots.first?["id"] as? String)
    _ = try program.run("book", "vet", "--online", "--slot", id, "--request-id", "v1")
    #expect(
      try program.run("book", "vet", "--refund", "v1", "--card", "4111111111111111").code == 1)
    _ = try program.run("book", "vet", "--pay", "v1", "--card", "4111111111111111")
    let ended = try program.run("office", "cancel", "v1", "--json").object()
    #expect(ended["statusCode"] as? String == "8021.2" && ended["awaitsRefund"] as? Bool == true)
    let history = try #require(ended["history"] as? [[String: Any]])
    #expect(history.compactMap { $0["code"] as? Int } == [1050, 8031, 1080, 8021])
    #expect(
      history.compactMap { $0["statusCode"] as? String } == [
        "1050.2", "8031.1", "1080.4", "8021.2",
      ])
    #expect(
      try program.run("book", "vet", "--refund", "v1", "--card", "2200000000010003").code == 1)
    #expect(try program.run("book", "vet", "--refund", "v1").code == 2)
    let told = try program.run(
      "book", "vet", "--refund", "v1", "--card", "4111111111111111", "--json")
    #expect(try told.object()["statusCode"] as? String == "8031.4")
    let again = try program.run(
      "book", "vet", "--refund", "v1", "--card", "4111111111111111", "--json")
    #expect(again.code == 0 && again.out == told.out)
    #expect(try program.run("check").code == 0)
  }

  @Test func theHomeScreenTellsOfTheAppointment() throws {
    let home = try program.run("--lang", "ru")
    #expect(home.out.contains("Участковый терапевт") && home.out.contains("ГП № 68"))
  }
}

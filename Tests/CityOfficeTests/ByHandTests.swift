import Testing

@testable import Cabinet
@testable import CityOffice

@Suite struct ByHandTests {
  private let matter = Case()
  private let now = Case.moment("2021-01-14T12:00:00+03:00")

  private func codes(_ order: OfficeOrder, on application: Application) -> [StatusEvent] {
    matter.desk.carryOut(order, on: application, service: matter.service, at: now)
  }

  @Test func acceptingDeliversRegistersAndOpensWithdrawal() {
    let events = codes(.accept, on: matter.application())
    #expect(events.map(\.code) == [.delivered, .registered, .withdrawalAvailable])
    #expect(events[1].due?.description == "2021-01-21")
    #expect(events.allSatisfy { $0.at == now && $0.by == .office })
  }

  @Test func refusingPicksTheKindByRegistration() throws {
    let fresh = matter.application()
    #expect(codes(.refuse(ground: nil, note: ""), on: fresh).map(\.fullCode) == ["1040", "1030.1"])
    let registered = try matter.run(until: now)
    let refusal = codes(.refuse(ground: nil, note: "нет права"), on: registered)
    #expect(refusal.map(\.fullCode) == ["1080.1"])
    #expect(refusal[0].note == "Нет права. нет права")
    #expect(
      codes(.refuse(ground: "1080.3", note: ""), on: registered).map(\.note) == ["Нет сведений"])
  }

  @Test func questionsAndStopsNameTheirLastDays() throws {
    let registered = try matter.run(until: now)
    let ask = codes(.ask(text: "Что?", fields: ["kind"], days: 3), on: registered)
    #expect(ask.map(\.code) == [.clarificationRequested] && ask[0].fields == ["kind"])
    #expect(ask[0].due?.description == "2021-01-19" && ask[0].note == "Что?")
    let stop = codes(.suspend(text: "Ждём.", days: 10), on: registered)
    #expect(stop.map(\.code) == [.suspended] && stop[0].due?.description == "2021-01-28")
    for days in [Int.min, .max] {
      #expect(codes(.ask(text: "", fields: [], days: days), on: registered).count == 1)
      #expect(codes(.suspend(text: "", days: days), on: registered).count == 1)
    }
  }

  @Test func grantingSaysWhatTheRegulationSays() throws {
    let registered = try matter.run(until: now)
    #expect(codes(.grant(note: ""), on: registered).map(\.note) == ["Услуга оказана."])
    #expect(codes(.grant(note: "Дано"), on: registered).map(\.fullCode) == ["1075.1"])
  }

  @Test func theOfficeGoesOnFromWhereAHandStopped() throws {
    var application = try matter.run(until: now)
    application.history += codes(.suspend(text: "Ждём.", days: 10), on: application)
    let decided = try matter.run(application)
    #expect(decided.status == .granted)
    #expect(decided.codes.contains("1160.1"))
  }
}

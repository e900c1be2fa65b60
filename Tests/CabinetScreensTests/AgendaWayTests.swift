import Cabinet
import CabinetServices
import TerminalUI
import Testing

@testable import CabinetScreens

/// The warning of appointments that are too close to each other, by the way that the resident set.
@Suite struct AgendaWayTests {
  @Test func theWarningFollowsTheSettingAndNamesIt() throws {
    let screens = try AllScreens()
    let session = screens.session
    let therapist = try session.booking("btherapist")
    let near = ["surgeon", "ophthalmologist", "otolaryngologist", "urologist", "gynaecologist"]
      .lazy.compactMap { speciality -> (String, SlotOffer, Int)? in
        let question = SlotQuestion(kind: .doctor, speciality: speciality)
        let slots = (try? session.slots(question, in: "doctor-068")) ?? []
        return slots.lazy.compactMap { slot -> (String, SlotOffer, Int)? in
          let between = (slot.at.seconds - therapist.end.seconds) / 60
          guard slot.at >= therapist.end, (1...200).contains(between),
            let talon = session.talon(slot, kind: .doctor),
            talon.address != therapist.talon.address
          else { return nil }
          return (speciality, SlotOffer(slot: slot, talon: talon), between)
        }.first
      }.first
    let (speciality, offer, between) = try #require(near)
    let request = BookingRequest(
      kind: .doctor, subject: therapist.subject, speciality: speciality)
    try session.confirm(try session.hold(offer.slot, request).id)
    for way in [between - 1, between, between + 1, 240] {
      var context = screens.context()
      context.fittings.preferences.wayMinutes = way
      let page = AgendaScreen(today: context.today).view(context)
      let alert = page.body.lazy.compactMap { view -> Alert? in
        if case .alert(let alert) = view { alert } else { nil }
      }.first
      #expect((alert != nil) == (way > between), "\(way) of \(between)")
      let line = alert?.lines.first?.text.plain ?? ""
      #expect(alert == nil || line.hasSuffix("на дорогу нужно около \(way)"), "\(line)")
    }
  }

  @Test func theSettingOffersWhatWasWrittenByHandToo() throws {
    var context = try AllScreens().context()
    context.fittings.preferences.wayMinutes = 37
    let page = SettingsScreen().view(context)
    let choice = try #require(
      page.body.lazy.compactMap { view -> Choice? in
        if case .choice(let choice) = view, choice.id == "way" { choice } else { nil }
      }.first)
    #expect(choice.options.map(\.value) == ["15", "30", "37", "45", "60", "90"])
    #expect(choice.selected == ["37"])
    var screen = SettingsScreen()
    guard case .desk(.way(60))? = screen.update(.chosen("way", ["60"]), context).first else {
      Issue.record("the choice is lost")
      return
    }
  }
}

import Cabinet
import CabinetServices
import TerminalUI
import Testing

@testable import CabinetScreens

/// The card of a service, read as a resident reads it.
@Suite struct ServiceCardTests {
  private let screens: AllScreens

  init() throws { screens = try AllScreens() }

  private func text(_ screen: some Screen, _ language: Language = .russian) -> String {
    let words: InterfaceWords = language == .russian ? .russian : .english
    return LinearReader(words: words, mostRows: 500)
      .lines(screen.view(screens.context(language))).joined(separator: "\n")
  }

  @Test func theChecklistNamesWhatTheCabinetHolds() {
    let card = text(ServiceScreen(id: "hunting-licence"))
    #expect(card.contains("[есть] Паспорт гражданина РФ — 0000 123456, из ваших данных"))
    #expect(card.contains("[есть] СНИЛС — 112-233-445 95"))
    #expect(card.contains("[нет] Две фотографии"))
    #expect(card.contains("[сами] Сведения об отсутствии непогашенной судимости"))
    #expect(card.contains("уже есть 2 · запросит ведомство 1 · за вами 1"))
    let child = text(ServicePartScreen(id: "kindergarten-enrolment", part: .documents))
    #expect(child.contains("Синтетический Пётр"))
  }

  @Test func everyBlockOfEveryCardCanBeRead() throws {
    let services = screens.session.catalogue.services
    for service in services where service.id.utf8.reduce(0, { $0 + Int($1) }) % 12 == 0 {
      let card = text(ServiceScreen(id: service.id, isWhole: true))
      var said = service.audience.who + service.documents.map(\.title)
      said += (service.acceptanceRefusals + service.refusals).map(\.title)
      said += service.suspensions.map(\.title) + service.results.map(\.title)
      said += service.steps.map(\.title) + service.appeal.to + service.legalActs.map(\.title)
      said += [service.basis, service.updated.russian, service.summary]
      said += [service.fee.note, service.term.note, service.appeal.note].compactMap { $0 }
      for text in said { #expect(card.contains(text), "\(service.id): \(text)") }
    }
  }

  @Test func thePartsFollowEachOtherAndEachTellsWhereOneIs() {
    let context = screens.context()
    var card = ServiceScreen(id: "hunting-licence")
    guard
      case .push(var part as ServicePartScreen)? =
        card.update(.actionInvoked(CardActions.next), context).first
    else {
      Issue.record("the card has no next part")
      return
    }
    var seen = [part.part]
    while case .replace(let next as ServicePartScreen)? =
      part.update(.activated("next"), context).first
    {
      part = next
      seen.append(part.part)
    }
    #expect(seen == CardPart.allCases)
    #expect(text(part).contains("10 из 10"))
    for part in CardPart.allCases {
      var contents = CardContentsScreen(id: "hunting-licence", current: .acts)
      let effects = contents.update(.activated(ViewID("part.\(part.rawValue)")), context)
      guard case .replace(let screen as ServicePartScreen)? = effects.last else {
        Issue.record("\(part) is not in the contents")
        continue
      }
      #expect(screen.part == part)
    }
  }

  @Test func englishSaysWhatItHasAndWhereItIsRussian() {
    let part = text(ServicePartScreen(id: "hunting-licence", part: .acceptance), .english)
    #expect(part.contains("Documents are no longer valid") && !part.contains("Russian only"))
    let basis = text(ServicePartScreen(id: "hunting-licence", part: .about), .english)
    #expect(basis.contains("in Russian only"))
  }

  @Test func theStarKeepsAServiceAndTakesItAway() throws {
    let context = screens.context()
    var card = ServiceScreen(id: "hunting-licence")
    for isFavourite in [true, false] {
      guard
        case .favourite(.set(let service, let wanted))? =
          card.update(.actionInvoked(FavouriteKey.id), context).first
      else {
        Issue.record("the star does nothing")
        return
      }
      #expect(service == "hunting-licence" && wanted == isFavourite)
      try context.session.setFavourite(service, wanted)
    }
    var services = ServicesScreen(query: "охотничий билет")
    guard
      case .favourite(.set(let service, true))? =
        services.update(.actionInvoked(FavouriteKey.id), context).first
    else {
      Issue.record("the star does nothing in the list")
      return
    }
    #expect(service == "hunting-licence")
  }
}

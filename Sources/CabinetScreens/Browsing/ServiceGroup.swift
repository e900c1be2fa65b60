import Cabinet
import CabinetServices
import TerminalUI

/// Services that belong together: by theme, by life situation, by agency, by the resident's own use.
enum ServiceGroup: Hashable {
  case category(String), situation(String), agency(String)
  case favourites, recent

  /// What it is called.
  func title(_ context: ScreenContext) -> String {
    let directory = context.session.directory
    let name =
      switch self {
      case .category(let id): directory.category(id)
      case .agency(let id): directory.agency(id)
      case .situation(let id):
        directory.lifeSituations.first { $0.id == id }?.name ?? Phrase(id, id)
      case .favourites: BrowseWords.favourites
      case .recent: BrowseWords.recent
      }
    return context.say(name)
  }

  /// Its services: by title, or in the order of use.
  func services(_ context: ScreenContext) -> [ServiceBrief] {
    switch self {
    case .favourites: return context.session.favourites
    case .recent: return context.session.recentServices
    case .category, .situation, .agency:
      let services = Alphabet.sorted(context.session.directory.services.filter(holds)) {
        context.say($0.shortName)
      }
      return isJudged ? EligibleServices.sorted(services, context) : services
    }
  }

  /// True where each service is told with what the rules say of the resident.
  private var isJudged: Bool { if case .situation = self { true } else { false } }

  /// What stands beside a service in place of the price and the term; nil for these.
  func note(on service: ServiceBrief, _ context: ScreenContext) -> Phrase? {
    isJudged ? EligibleServices.note(on: service, context) : nil
  }

  private func holds(_ service: ServiceBrief) -> Bool {
    switch self {
    case .category(let id): service.category == id
    case .situation(let id): service.lifeSituations.contains(id)
    case .agency(let id): service.agency == id
    case .favourites, .recent: false
    }
  }

  /// What to say where nothing belongs to it.
  var emptyText: Phrase {
    switch self {
    case .favourites: BrowseWords.noFavourites
    case .recent: BrowseWords.noRecent
    case .category, .situation, .agency: FollowWords.nothingLike
    }
  }
}

/// Words of the ways into the catalogue.
enum BrowseWords {
  static let favourites = Phrase("Избранное", "Favourites")
  static let recent = Phrase("Недавние", "Recently used")
  static let isFavourite = Phrase("избранное", "favourite")
  static let isRecent = Phrase("недавно", "recent")
  static let noFavourites = Phrase(
    "Здесь будут услуги, которые вы отметите клавишей * в списке или на карточке.",
    "Services that you mark with * in a list or on a card will stand here.")
  static let noRecent = Phrase(
    "Здесь будут услуги, которые вы открывали или подавали.",
    "Services that you opened or applied for will stand here.")
  static let added = Phrase(
    "В избранном. Ещё раз * — убрать.", "Among the favourites. * removes it.")
  static let removed = Phrase("Убрано из избранного.", "Removed from the favourites.")
  static let chooseService = Phrase(
    "Встаньте на услугу, чтобы добавить её в избранное.",
    "Stand on a service to add it to the favourites.")
  static let themes = Plural("тема", "темы", "тем", en: "theme", "themes")
  static let situations = Plural(
    "ситуация", "ситуации", "ситуаций", en: "situation", "situations")
  static let agencies = Plural("ведомство", "ведомства", "ведомств", en: "agency", "agencies")
}

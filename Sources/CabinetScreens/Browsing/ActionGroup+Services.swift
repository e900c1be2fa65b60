import Cabinet
import Terminal
import TerminalUI

extension ActionGroup {
  /// Finding a service, keeping one at hand, and reading its card.
  static let services = ActionGroup(
    place: Section.services.title,
    entries: [
      ActionEntry(
        FavouriteKey.id, Phrase("в избранное", "favourite"),
        Phrase(
          "Добавить услугу в избранное или убрать оттуда.",
          "Add the service to the favourites, or remove it."),
        // The sign is text while one types, so there is a key with Ctrl too.
        keys: [.character("*"), .control("b")], hintOrder: 3)
    ]
      + zip(BrowseScreen.Axis.allCases, 5...).map { way, key in
        ActionEntry(
          way.action, way.title.lowercased, way.sentence, keys: [.function(key)])
      } + [
        ActionEntry(
          ServicesScreen.favourites, BrowseWords.favourites.lowercased,
          Phrase("Показать избранные услуги.", "Show the favourite services."),
          keys: [.function(8)])
      ] + CardActions.entries)
}

extension Phrase {
  /// The same words without capitals, for a hint.
  var lowercased: Phrase { Phrase(ru.lowercased(), en.lowercased()) }
}

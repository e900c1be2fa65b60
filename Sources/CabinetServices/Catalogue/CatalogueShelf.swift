import Cabinet

/// The catalogue as a session uses it: the list at once, a card when it is opened, all of them only
/// for who needs all.
///
/// What was read stays, so that a screen may ask in every frame.
public final class CatalogueShelf {
  private let fixtures: String
  private var loadedDirectory: ServiceDirectory?
  private var loadedSearch: ServiceSearch?
  private var loadedLists: Result<SharedLists, Catalogue.Damage>?
  private var loadedCatalogue: Catalogue?
  private var loadedJudgement: CatalogueJudgement?
  private var cards: [String: Result<Service, Catalogue.Damage>] = [:]

  /// Makes the shelf of a catalogue; nothing is read yet.
  ///
  /// - Parameter fixtures: the folder of the files that the program ships with.
  public init(fixtures: String) { self.fixtures = fixtures }

  /// Makes the shelf of a catalogue that is there already.
  init(_ catalogue: Catalogue) {
    fixtures = ""
    loadedCatalogue = catalogue
    loadedDirectory = ServiceDirectory(catalogue)
  }

  /// The services without their cards.
  public var directory: ServiceDirectory {
    if let loadedDirectory { return loadedDirectory }
    let directory = ServiceDirectory.load(fixtures + "/catalogue")
    loadedDirectory = directory
    return directory
  }

  /// The search of the services.
  public var search: ServiceSearch {
    if let loadedSearch { return loadedSearch }
    let search = ServiceSearch(directory, vocabulary: .load(fixtures: fixtures))
    loadedSearch = search
    return search
  }

  /// By what the catalogue judges who may apply, and itself; nothing where its file is broken, which the
  /// damages tell.
  var judgement: CatalogueJudgement {
    if let loadedJudgement { return loadedJudgement }
    let judgement =
      loadedCatalogue.map {
        CatalogueJudgement(questions: $0.questions, selfAssessment: $0.selfAssessment)
      } ?? (try? directory.judgement()) ?? .none
    loadedJudgement = judgement
    return judgement
  }

  /// All cards, decoded.
  public var catalogue: Catalogue {
    if let loadedCatalogue { return loadedCatalogue }
    let catalogue = directory.whole()
    loadedCatalogue = catalogue
    return catalogue
  }

  /// What is known to be wrong with the catalogue; what is wrong within cards only once they were opened.
  public var damages: [Catalogue.Damage] {
    if let loadedCatalogue { return loadedCatalogue.damages }
    var damages = directory.damages
    for id in cards.keys.sorted() {
      if case .failure(let damage)? = cards[id], !damages.contains(damage) {
        damages.append(damage)
      }
    }
    return damages
  }

  /// The card of a service; nil where there is no such service.
  ///
  /// - Throws: what is wrong with the card.
  public func card(_ id: String) throws(Catalogue.Damage) -> Service? {
    if let card = loadedCatalogue?.service(id) { return card }
    if let card = cards[id] { return try card.get() }
    guard directory.service(id) != nil else { return nil }
    let card = read(id)
    cards[id] = card
    return try card.get()
  }

  private func read(_ id: String) -> Result<Service, Catalogue.Damage> {
    do {
      return .success(try decode(id))
    } catch {
      // The files may have been changed since the list was read: look where the card stands now.
      loadedDirectory = nil
      loadedSearch = nil
      loadedLists = nil
      loadedJudgement = nil
      return Result { () throws(Catalogue.Damage) in try decode(id) }
    }
  }

  private func decode(_ id: String) throws(Catalogue.Damage) -> Service {
    var lists = SharedLists.none
    var damage: Catalogue.Damage?
    do { lists = try sharedLists.get() } catch { damage = error }
    do throws(Catalogue.Damage) {
      guard let card = try directory.card(id, lists: lists), card.id == id else {
        throw Catalogue.Damage(
          file: CatalogueFiles.shared, line: nil, key: id,
          reason: Phrase("такой услуги больше нет", "the service is gone"))
      }
      return card
    } catch {
      // A card that lacks its lists is not at fault itself.
      throw damage ?? error
    }
  }

  private var sharedLists: Result<SharedLists, Catalogue.Damage> {
    if let loadedLists { return loadedLists }
    let directory = directory
    let lists = Result { () throws(Catalogue.Damage) in try directory.lists() }
    loadedLists = lists
    return lists
  }
}

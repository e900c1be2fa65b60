import Cabinet
import Testing

@testable import CabinetServices

@Suite struct RankingTests {
  private func order(
    _ query: String, _ titles: [(String, [String])], _ vocabulary: SearchVocabulary = .none
  ) -> [String] {
    let catalogue = SearchFixture.catalogue(titles.map { (title: $0.0, keywords: $0.1) })
    return ServiceSearch(catalogue, vocabulary: vocabulary).matches(query).map(\.service.title)
  }

  @Test func surerWaysGoFirst() {
    let found = order(
      "билет", [("Билетёр", []), ("Билеты", []), ("Билет", []), ("Прочее", ["билет музейный"])])
    #expect(found.first == "Билет")
    #expect(found.firstIndex(of: "Билеты") ?? 9 < found.firstIndex(of: "Билетёр") ?? 0)
  }

  @Test func theWholeTitleGoesBeforeAPartOfOne() {
    let found = order(
      "охотничий билет",
      [("Проверка охотничьего билета и пошлины", []), ("Охотничий билет", []), ("Билет", [])])
    #expect(found.first == "Охотничий билет")
    #expect(found.last == "Билет")
  }

  @Test func titlesGoBeforeKeywordsAndRareWordsBeforeCommonOnes() {
    #expect(order("архив", [("Справка", ["архив"]), ("Архив", [])]).first == "Архив")
    let found = order(
      "справка тройня",
      [("Справка один", []), ("Справка два", []), ("Справка три", []), ("Выплата: тройня", [])])
    #expect(found.first == "Выплата: тройня")
  }

  @Test func aWordThatFitsNothingOnlyLowersTheScore() {
    let titles = [("Охотничий билет", [String]()), ("Прочее", [])]
    #expect(order("охотничий билет", titles) == ["Охотничий билет"])
    #expect(order("охотничий абырвалг билет", titles) == ["Охотничий билет"])
    #expect(order("абырвалг", titles) == [])
  }

  @Test func stopWordsNeitherBlockNorLead() {
    let vocabulary = SearchVocabulary(
      synonyms: [], stopWords: ["как", "получить"], popular: [])
    let titles = [("Как получить выписку", [String]()), ("Паспорт", []), ("Прочее", [])]
    #expect(order("как получить паспорт", titles, vocabulary).first == "Паспорт")
    #expect(order("как получить", titles, vocabulary).first == "Как получить выписку")
  }

  @Test func synonymsAreWordsOfTheServicesThatTheyMean() {
    let vocabulary = SearchVocabulary(
      synonyms: [.init(say: "садик", mean: ["детский сад"])], stopWords: [], popular: [])
    let titles = [("Запись в детский сад", [String]()), ("Детская карта", []), ("Сад камней", [])]
    for query in ["садик", "садика", "садек", "cflbr", "sadik"] {
      #expect(order(query, titles, vocabulary).first == "Запись в детский сад", "\(query)")
    }
    #expect(order("садик", titles, .none).first != "Запись в детский сад")
  }

  @Test func useDecidesBetweenEquals() {
    let titles = [("Справка", [String]()), ("Справка", [])]
    let catalogue = SearchFixture.catalogue(titles.map { (title: $0.0, keywords: $0.1) })
    let vocabulary = SearchVocabulary(synonyms: [], stopWords: [], popular: ["n1"])
    let found = ServiceSearch(catalogue, vocabulary: vocabulary).matches("справка")
    #expect(found.map(\.service.id) == ["n1", "n0"])
    #expect(ServiceSearch(catalogue).matches("справка").map(\.service.id) == ["n0", "n1"])
  }

  @Test func whoAsksForAThingGetsItBeforeItsChangeOrItsEnd() {
    var vocabulary = SearchVocabulary.none
    vocabulary.variants = [["отмена", "отменить"], ["дубликат", "потерял"]]
    let titles = [
      ("Отмена разрешения на парковку", [String]()), ("Дубликат разрешения на парковку", []),
      ("Разрешение на парковку для жителя", []),
    ]
    let base = "Разрешение на парковку для жителя"
    #expect(order("разрешение на парковку", titles, vocabulary).first == base)
    #expect(order("отменить разрешение", titles, vocabulary).first == titles[0].0)
    #expect(order("потерял дубликат разрешения", titles, vocabulary).first == titles[1].0)
  }

  @Test func wordsMayBeWrittenTogetherOrApart() {
    let titles = [("Водительское удостоверение", [String]()), ("Госуслуги", []), ("Прочее", [])]
    #expect(order("водительскоеудостоверение", titles).first == titles[0].0)
    #expect(order("гос услуги", titles).first == "Госуслуги")
    #expect(order("водительское удостоверение", titles).first == titles[0].0)
  }

  @Test func verbsInLatinLettersLoseTheirSoftSign() {
    let titles = [("Запись в загс", [String]()), ("Прочее", ["записаться"])]
    #expect(order("zapisatsya", titles).contains("Прочее"))
    #expect(order("zapisat", titles).isEmpty == false)
  }

  @Test func typosHaveTheirBounds() {
    let titles = [("Дом", [String]()), ("Загс", []), ("Паспорт", []), ("Перепланировка", [])]
    #expect(order("дос ", titles) == [])
    #expect(order("загз", titles) == ["Загс"])
    #expect(order("пасопрт", titles) == ["Паспорт"])
    #expect(order("пусторт ", titles) == [])
    #expect(order("пирепланеровка", titles) == ["Перепланировка"])
    #expect(order("пирипланеровка ", titles) == [])
  }
}

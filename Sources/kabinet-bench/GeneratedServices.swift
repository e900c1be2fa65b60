import Cabinet

/// Services made up in any number from those of the catalogue, always the same.
enum GeneratedServices {
  private static let syllables = [
    "ка", "ро", "мит", "во", "сле", "ни", "пар", "го", "ду", "ша", "льск", "бе", "тра", "юн", "чи",
    "зам", "по", "лек", "вид", "жен", "сто", "фе", "ря", "кос", "мы", "дор", "ла", "нов", "ще",
    "ги",
  ]

  /// Each holds the words of two services, a name out of 20,000 made-up words, and a number.
  static func make(_ count: Int, from services: [Service]) -> [Service] {
    guard !services.isEmpty else { return [] }
    var state: UInt64 = 20210114
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let names = (0..<20_000).map { _ in
      (0..<2 + next(3)).map { _ in syllables[next(syllables.count)] }.joined()
    }
    return (0..<count).map { number in
      var service = services[next(services.count)]
      let other = services[next(services.count)]
      let name = names[next(names.count)]
      service.id += "-\(number)"
      service.title += " «\(name)» \(number % 1000)"
      service.shortTitle = service.shortTitle.map { $0 + " «\(name)»" }
      service.keywords += [other.shortTitle ?? other.title, names[next(names.count)]]
      return service
    }
  }
}

import Cabinet

/// A service found, with how well it fits.
public struct ServiceMatch: Sendable, Equatable {
  /// The service.
  public var service: Service
  /// How well it fits: the greater, the better; 0 where nothing was asked.
  public var score: Int
}

/// The catalogue prepared for questions: words folded once, then compared as prefixes.
///
/// The letter ё equals е; a query typed in the wrong keyboard layout is tried in the other one.
public struct ServiceSearch: Sendable {
  private struct Entry: Sendable {
    var words: [(text: String, weight: Int)]
    var title: String
  }

  private let services: [Service]
  private let entries: [Entry]

  /// Prepares a catalogue; linear in its text.
  public init(_ catalogue: Catalogue) {
    services = catalogue.services.sorted { $0.title < $1.title }
    entries = services.map { service in
      let sources: [(String, Int)] = [
        (service.shortTitle ?? "", 12), (service.title, 10),
        (service.keywords.joined(separator: " "), 8), (service.titleEn, 8),
        (service.id, 6), (catalogue.category(service.category).ru, 3),
        (service.lifeSituations.joined(separator: " "), 3),
        (service.summary, 2), (catalogue.agency(service.agency).ru, 1),
      ]
      return Entry(
        words: sources.flatMap { text, weight in
          ServiceSearch.words(text).map { ($0, weight) }
        },
        title: ServiceSearch.fold(service.shortTitle ?? service.title))
    }
  }

  /// The services that fit a query, best first; all by title for an empty one.
  public func matches(_ query: String) -> [ServiceMatch] {
    guard !query.allSatisfy(\.isWhitespace) else {
      return services.map { ServiceMatch(service: $0, score: 0) }
    }
    let query = String(query.prefix(200))
    let found = ranked(ServiceSearch.words(query))
    if !found.isEmpty { return found }
    // The signs of one layout are letters of the other: words are parted after the change.
    return ranked(ServiceSearch.words(KeyboardLayout.swapped(query)))
  }

  private func ranked(_ words: [String]) -> [ServiceMatch] {
    let words = words.prefix(12)
    guard !words.isEmpty else { return [] }
    var found: [ServiceMatch] = []
    for (service, entry) in zip(services, entries) {
      var score = 0
      for word in words {
        let best =
          entry.words.lazy.map { candidate -> Int in
            if candidate.text == word { return candidate.weight * 3 }
            if candidate.text.hasPrefix(word) { return candidate.weight * 2 }
            let stem = word.dropLast(word.count > 6 ? 2 : word.count > 4 ? 1 : 0)
            return word.count > 4 && candidate.text.hasPrefix(stem) ? candidate.weight : 0
          }.max() ?? 0
        guard best > 0 else {
          score = 0
          break
        }
        score += best
      }
      guard score > 0 else { continue }
      if entry.title.hasPrefix(words.joined(separator: " ")) { score += 20 }
      // Who types a whole name means it.
      let names = [service.id, service.title, service.shortTitle ?? ""].map(Self.words)
      if names.contains(where: { $0.elementsEqual(words) }) { score += 500 }
      found.append(ServiceMatch(service: service, score: score))
    }
    return found.sorted {
      if $0.score != $1.score { return $0.score > $1.score }
      // Of two that fit as well, the shorter title is the plainer service.
      let lengths = ($0.service.title.utf8.count, $1.service.title.utf8.count)
      return lengths.0 != lengths.1 ? lengths.0 < lengths.1 : $0.service.title < $1.service.title
    }
  }

  static func words(_ text: String) -> [String] {
    fold(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  static func fold(_ text: String) -> String {
    String(text.lowercased().map { $0 == "ё" ? "е" : $0 })
  }
}

/// The letters of the two keyboard layouts, key by key.
public enum KeyboardLayout {
  private static let latin = Array(
    "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~")
  private static let cyrillic = Array(
    "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ")

  /// The text as if the other layout had been on.
  public static func swapped(_ text: String) -> String {
    String(
      text.map { letter in
        if let index = latin.firstIndex(of: letter) { return cyrillic[index] }
        if let index = cyrillic.firstIndex(of: letter) { return latin[index] }
        return letter
      })
  }
}

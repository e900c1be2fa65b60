import Cabinet
import Foundation

@testable import CabinetServices

/// The catalogue that the program ships with, and what people search for in it.
enum SearchFixture {
  static let folder: String = {
    var parts = #filePath.split(separator: "/").map(String.init)
    while let last = parts.popLast(), last != "Tests" {}
    return "/" + parts.joined(separator: "/") + "/Fixtures"
  }()
  static let catalogue = CatalogueFiles.load(folder + "/catalogue")
  static let vocabulary = SearchVocabulary.load(fixtures: folder)
  static let search = ServiceSearch(catalogue, vocabulary: vocabulary)

  struct Query {
    var text: String
    var expected: [String]
    var kind: String
  }

  static let queries: [Query] = {
    let file = (try? String(contentsOfFile: folder + "/search/queries.tsv", encoding: .utf8)) ?? ""
    return file.split(separator: "\n").map { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Query(
        text: parts[0], expected: parts[1].split(separator: ",").map(String.init),
        kind: parts.last ?? "")
    }
  }()

  /// The ids found, best first.
  static func ids(_ query: String) -> [String] { search.matches(query).map(\.service.id) }

  /// A catalogue of services that differ in their titles and keywords alone.
  static func catalogue(_ titles: [(title: String, keywords: [String])]) -> Catalogue {
    guard let pattern = catalogue.services.first else {
      return Catalogue(services: [], agencies: [], categories: [], lifeSituations: [])
    }
    let services = titles.enumerated().map { number, text in
      var service = pattern
      service.id = "n\(number)"
      service.title = text.title
      service.shortTitle = nil
      service.titleEn = ""
      service.summary = ""
      service.summaryEn = ""
      service.lifeSituations = []
      service.keywords = text.keywords
      return service
    }
    return Catalogue(services: services, agencies: [], categories: [], lifeSituations: [])
  }

  /// A word in the letters of the index.
  static func folded(_ word: String) -> FoldedWord {
    FoldedText.words(word.unicodeScalars).first ?? []
  }
}

import Cabinet

/// The services by which a part of any other is done: visits, payments, the rating.
public struct ServiceLinks: Sendable {
  /// What one does to get each service.
  let kinds: [String: Service.Kind]
  /// The service by which any other is rated; nil where there is none.
  public let rating: String?
  private let visits: [String: String]

  init(kinds: [String: Service.Kind], agencies: [Catalogue.Entry], rating: String?) {
    self.kinds = kinds
    self.rating = rating
    visits = agencies.reduce(into: [:]) { $0[$1.id] = $1.visit }
  }

  /// Finds them in a whole catalogue.
  init(_ catalogue: Catalogue) {
    self.init(
      kinds: catalogue.services.reduce(into: [:]) { $0[$1.id] = $1.kind },
      agencies: catalogue.agencies, rating: catalogue.selfAssessment.rating)
  }

  /// The booking by which a visit about a service can be arranged; nil where there is none.
  ///
  /// It is the one that the agency names, or that of the service centres where they hand out the result.
  public func visit(for service: Service) -> String? {
    let isHandedOut = service.results.contains { $0.delivery.contains(.mfc) }
    let visit = visits[service.agency] ?? (isHandedOut ? visits["mfc"] : nil)
    return visit.flatMap { kinds[$0] == .booking ? $0 : nil }
  }
}

extension CabinetSession {
  /// The services by which a part of any other is done.
  public var serviceLinks: ServiceLinks {
    ServiceLinks(
      kinds: directory.services.reduce(into: [:]) { $0[$1.id] = $1.kind },
      agencies: directory.agencies, rating: selfAssessment.rating)
  }
}

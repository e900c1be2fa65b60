import Cabinet
import FoundationEssentials

/// What a snapshot of a register keeps.
///
/// The ledger of what is closed stands beside the rest, in Base64: a hundred thousand appointments are five
/// megabytes so, and are not taken apart when they are read. A snapshot of an earlier form has none of it, and
/// is passed over.
struct RegistryCopy: Codable {
  private var registry: Registry
  private var closed: Data

  /// The register of a snapshot; nil where this version cannot read it.
  static func read(_ body: [UInt8]) -> Registry? {
    guard let copy = try? JSONDecoder().decode(Self.self, from: Data(body)),
      let closed = copy.closed.withUnsafeBytes({ ClosedBookings(bytes: $0) })
    else { return nil }
    var registry = copy.registry
    registry.closed = closed
    return registry
  }

  /// The body of the snapshot of a register.
  static func written(_ registry: Registry) -> [UInt8]? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let copy = RegistryCopy(registry: registry, closed: Data(registry.closed.bytes))
    return (try? encoder.encode(copy)).map { Array($0) }
  }
}

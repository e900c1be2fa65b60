import Cabinet
import FoundationEssentials

/// What a snapshot of a register keeps.
///
///     {"closed":"<Base64>","registry":{…}}
///
/// The ledger of what is closed stands beside the rest: a hundred thousand appointments are five megabytes so,
/// and no decoder walks through them. A snapshot of an earlier form begins otherwise, and is passed over.
enum RegistryCopy {
  private static let start = Array(#"{"closed":""#.utf8)
  private static let middle = Array(#"","registry":"#.utf8)

  /// The register of a snapshot; nil where this version cannot read it.
  static func read(_ body: [UInt8]) -> Registry? {
    guard body.starts(with: start), body.last == UInt8(ascii: "}"),
      let end = body[start.count...].firstIndex(of: UInt8(ascii: "\"")),
      body[end...].starts(with: middle),
      let columns = Data(base64Encoded: Data(body[start.count..<end])),
      let closed = columns.withUnsafeBytes({ ClosedBookings(bytes: $0) })
    else { return nil }
    let rest = Data(body[(end + middle.count)..<(body.count - 1)])
    guard var registry = try? JSONDecoder().decode(Registry.self, from: rest) else { return nil }
    registry.closed = closed
    return registry
  }

  /// The body of the snapshot of a register.
  static func written(_ registry: Registry) -> [UInt8]? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    guard let rest = try? encoder.encode(registry) else { return nil }
    return start + Data(registry.closed.bytes).base64EncodedData() + middle + rest
      + [UInt8(ascii: "}")]
  }
}

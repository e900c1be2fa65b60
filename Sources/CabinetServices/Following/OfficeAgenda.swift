import Cabinet

/// What the office has before it with the applications as they are.
///
/// It is kept with the snapshot, so that a start need not read the catalogue only to learn that
/// nothing is due. It follows from the state and holds no truth.
struct OfficeAgenda: Codable, Equatable {
  /// The moment of the next step; nil where the office waits for the resident alone.
  var next: Timestamp?
}

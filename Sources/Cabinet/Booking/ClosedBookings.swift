/// The appointments of which nothing more comes: of each no more than the numbers of the records that tell of it.
///
/// A register has a hundred thousand of them, and whoever opens it wants those of one resident. So they are
/// columns of numbers, about 45 bytes an appointment; names are kept as hashes of 64 bits, and whoever reads
/// the records sees whether they are the right ones.
public struct ClosedBookings: Sendable, Equatable {
  /// An appointment, as it is added.
  struct Row {
    /// Its id.
    var id: UInt64
    /// Who made it.
    var resident: UInt64
    /// When it may be forgotten, in minutes since 1970.
    var until: Int32
    /// The records that tell of it.
    var records: [UInt32]

    /// Lays an appointment down.
    init(_ booking: Booking, until: Timestamp, records: [Int]) {
      id = ClosedBookings.hash(booking.id)
      resident = ClosedBookings.hash(booking.resident)
      self.until = Int32(clamping: until.seconds / 60)
      self.records = records.map { UInt32(clamping: $0) }
    }
  }

  /// The hashes of the ids, in rising order.
  private var ids: [UInt64] = []
  private var residents: [UInt64] = []
  private var untils: [Int32] = []
  /// Where the numbers of each end among all.
  private var ends: [UInt32] = []
  private var numbers: [UInt32] = []

  /// Makes an empty list.
  public init() {}

  /// How many there are.
  public var count: Int { ids.count }

  /// Whether one of this id is here.
  ///
  /// O(log n).
  public func contains(_ id: String) -> Bool { index(of: Self.hash(id)) != nil }

  /// The records that tell of an appointment; none where it is not here.
  ///
  /// O(log n).
  func records(of id: String) -> [Int] {
    index(of: Self.hash(id)).map(records(at:)) ?? []
  }

  /// The records of each appointment that a resident made, and perhaps of a few others.
  ///
  /// O(n) at less than a nanosecond each.
  func records(ofResident resident: String) -> [[Int]] {
    let hash = Self.hash(resident)
    return residents.indices.filter { residents[$0] == hash }.map(records(at:))
  }

  /// Adds appointments, in place of those of the same ids.
  ///
  /// O(n + m log m) for m of them.
  mutating func add(_ rows: [Row]) {
    guard !rows.isEmpty else { return }
    let rows = rows.sorted { $0.id < $1.id }
    var merged = ClosedBookings()
    merged.reserve(count + rows.count)
    var old = 0
    for row in rows {
      while old < count, ids[old] < row.id {
        merged.copy(old, of: self)
        old += 1
      }
      if old < count, ids[old] == row.id { old += 1 }
      merged.append(row.id, row.resident, row.until, row.records[...])
    }
    while old < count {
      merged.copy(old, of: self)
      old += 1
    }
    self = merged
  }

  /// Drops those that may be forgotten before a moment, and those that live again.
  mutating func drop(before moment: Timestamp? = nil, ids living: [String] = []) {
    // The first whole minute that is not before the moment.
    let limit = moment.map { Int32(clamping: ($0.seconds + 59) / 60) } ?? Int32.min
    let living = Set(living.map(Self.hash))
    guard untils.contains(where: { $0 < limit }) || ids.contains(where: living.contains) else {
      return
    }
    var kept = ClosedBookings()
    kept.reserve(count)
    for index in ids.indices where untils[index] >= limit && !living.contains(ids[index]) {
      kept.copy(index, of: self)
    }
    self = kept
  }

  private mutating func reserve(_ count: Int) {
    ids.reserveCapacity(count)
    residents.reserveCapacity(count)
    untils.reserveCapacity(count)
    ends.reserveCapacity(count)
  }

  private mutating func copy(_ index: Int, of other: ClosedBookings) {
    append(
      other.ids[index], other.residents[index], other.untils[index],
      other.numbers[other.range(at: index)])
  }

  private mutating func append(
    _ id: UInt64, _ resident: UInt64, _ until: Int32, _ records: ArraySlice<UInt32>
  ) {
    ids.append(id)
    residents.append(resident)
    untils.append(until)
    numbers += records
    ends.append(UInt32(numbers.count))
  }

  private func range(at index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  private func records(at index: Int) -> [Int] { numbers[range(at: index)].map { Int($0) } }

  private func index(of id: UInt64) -> Int? {
    var low = 0
    var high = ids.count
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && ids[low] == id ? low : nil
  }

  /// A number for a name: FNV-1a, mixed.
  private static func hash(_ name: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    var mixer = SplitMix64(state: hash)
    return mixer.next()
  }
}

extension ClosedBookings {
  /// The columns one after the other: two counts of 32 bits, then ids, residents, untils, ends, numbers,
  /// all little-endian.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 + 24 * count + 4 * numbers.count)
    func put<Number: FixedWidthInteger>(_ numbers: [Number]) {
      for number in numbers { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }
    }
    put([UInt32(count), UInt32(numbers.count)])
    put(ids)
    put(residents)
    put(untils)
    put(ends)
    put(numbers)
    return bytes
  }

  /// Reads the columns; nil for anything else.
  public init?(bytes: UnsafeRawBufferPointer) {
    var offset = 0
    func take<Number: FixedWidthInteger>(_ count: Int, _ type: Number.Type) -> [Number] {
      let start = offset
      offset += count * MemoryLayout<Number>.size
      return (0..<count).map {
        Number(
          littleEndian: bytes.loadUnaligned(
            fromByteOffset: start + $0 * MemoryLayout<Number>.size, as: type))
      }
    }
    guard bytes.count >= 8 else { return nil }
    let counts = take(2, UInt32.self).map { Int($0) }
    guard bytes.count == 8 + 24 * counts[0] + 4 * counts[1] else { return nil }
    ids = take(counts[0], UInt64.self)
    residents = take(counts[0], UInt64.self)
    untils = take(counts[0], Int32.self)
    ends = take(counts[0], UInt32.self)
    numbers = take(counts[1], UInt32.self)
    guard ends.last.map({ Int($0) == counts[1] }) ?? (counts[1] == 0),
      zip(ids, ids.dropFirst()).allSatisfy({ $0 < $1 }),
      zip(ends, ends.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
  }
}

extension FileEventLog {
  /// The record of a number; nil where the stream has none of it.
  public func record(numbered seq: Int, of stream: Stream) throws(StoreError) -> Record? {
    try journal(of: stream)?.record(numbered: seq)
  }
}

extension Journal {
  /// The first number of bytes that is read where a record is looked for.
  private static let glance = 4096

  /// The record of a number; nil where there is none of it.
  ///
  /// Records are much of a size, so that a guess by proportion lands near; every other guess halves what is
  /// left, so that no order of sizes makes it slow.
  ///
  /// - Complexity: O(log n) reads.
  func record(numbered seq: Int) throws(StoreError) -> Record? {
    try files.open()
    guard seq > 0 else { return nil }
    // Record `low.seq` begins at `low.offset`, and the one that is looked for before `high.offset`.
    var low = (seq: 1, offset: 0)
    var high = (seq: Int.max, offset: try files.knownSize())
    for place in [mark, resume ?? origin, end] where place.offset > 0 {
      let next = (seq: place.head.seq + 1, offset: place.offset)
      if next.seq <= seq, next.offset > low.offset { low = next }
      if next.seq > seq, next.offset < high.offset { high = next }
    }
    var isHalving = false
    while low.seq < seq {
      let span = high.offset - low.offset
      guard span > 4 * Self.glance else {
        guard let next = try next(low.offset), next < high.offset else { return nil }
        low = (low.seq + 1, next)
        continue
      }
      let share =
        isHalving || high.seq == Int.max
        ? 0.5 : Double(seq - low.seq) / Double(high.seq - low.seq)
      isHalving.toggle()
      let guess = low.offset + Int(Double(span - Self.glance) * share)
      if let found = try start(after: guess, before: high.offset) {
        if found.seq <= seq { low = found } else { high = (found.seq, guess + 1) }
      } else {
        high.offset = guess + 1
      }
    }
    guard low.seq == seq, low.offset < high.offset,
      let record = try record(startingAt: low.offset), record.seq == seq
    else { return nil }
    return record
  }

  /// The first record that begins behind an offset, by its number, and before another; nil where none does.
  private func start(after offset: Int, before limit: Int) throws(StoreError) -> (
    seq: Int, offset: Int
  )? {
    guard let start = try next(offset), start < limit,
      let record = try record(startingAt: start)
    else { return nil }
    return (record.seq, start)
  }

  /// Where the line ends that has the byte at an offset; nil where it does not end.
  private func next(_ offset: Int) throws(StoreError) -> Int? {
    var cursor = offset
    while true {
      let bytes = try files.read(from: cursor, count: Self.glance)
      if bytes.isEmpty { return nil }
      if let lineBreak = bytes.firstIndex(of: 10) { return cursor + lineBreak + 1 }
      cursor += bytes.count
    }
  }
}

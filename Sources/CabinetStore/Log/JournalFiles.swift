/// The files of a journal, read as if they were one: those that were sealed, then the active one.
///
///     journal-000001.jsonl  journal-000002.jsonl  …  journal.jsonl
///
/// A sealed file never changes again; the next one goes on where it ends. Whether a file is still the
/// active one is told by the names alone: as long as the next sealed name is free, it is.
final class JournalFiles {
  static let activeName = "journal.jsonl"

  /// The name of a sealed file, by its number from 1.
  static func sealedName(_ number: Int) -> String {
    let digits = String(number)
    return "journal-\(String(repeating: "0", count: max(0, 6 - digits.count)))\(digits).jsonl"
  }

  /// Whether a name is that of a file with records.
  static func isJournal(_ name: String) -> Bool {
    name == activeName || number(ofSealed: name) != nil
  }

  /// The number of a sealed file; nil where the name is none of one.
  static func number(ofSealed name: String) -> Int? {
    guard name.hasPrefix("journal-"), name.hasSuffix(".jsonl"),
      let number = Int(name.dropFirst(8).dropLast(6)), sealedName(number) == name
    else { return nil }
    return number
  }

  let folder: Folder
  /// Whether the active file may be extended as far as the system lets it.
  private let isWritable: Bool
  /// Where each sealed file ends, counted from the beginning of the journal.
  private(set) var sealedEnds: [Int] = []
  /// What each sealed file was when it was first seen here.
  private(set) var sealed: [VerifiedFile.Entry] = []
  /// The file that grows; nil as long as there is none.
  private(set) var active: OpenFile?
  /// How many sealed files have names that the disk surely has.
  private var lastingNames = 0
  private var lastRead: (index: Int, file: OpenFile)?

  init(in folder: Folder, isWritable: Bool) {
    self.folder = folder
    self.isWritable = isWritable
  }

  /// Where the active file begins, counted from the beginning of the journal.
  var activeStart: Int { sealedEnds.last ?? 0 }

  /// Opens what is there, and notices what others have sealed since.
  func open() throws(StoreError) {
    var isOpened = active != nil
    while true {
      while let file = try folder.open(
        JournalFiles.sealedName(sealedEnds.count + 1), for: .reading)
      {
        active = nil
        isOpened = false
        try note(file)
      }
      // Nobody sealed the file between its opening and this look.
      if isOpened { return }
      active = try openActive()
      isOpened = true
    }
  }

  /// The bytes of the journal, the room at its end included.
  func size() throws(StoreError) -> Int {
    try open()
    return try knownSize()
  }

  /// The same, provided that nobody has sealed a file since the last look.
  func knownSize() throws(StoreError) -> Int {
    activeStart + (try active?.size() ?? 0)
  }

  /// Under the lock: makes the active file where there is none, without waiting for the disk.
  ///
  /// Who sealed a file may have died before the disk had its new name. That name comes first: records
  /// that are handed out must stay, and if the disk took the name of the empty file alone, that one
  /// would stand in their place.
  func makeActive() throws(StoreError) {
    if lastingNames < sealedEnds.count {
      try folder.synchronize()
      lastingNames = sealedEnds.count
    }
    if active == nil {
      active = try folder.openOrCreate(JournalFiles.activeName, for: .overwriting)
    }
  }

  /// Reads from an offset on: `count` bytes, fewer only where a file ends.
  func read(from offset: Int, count: Int) throws(StoreError) -> [UInt8] {
    guard let index = index(of: offset) else {
      return try active?.read(from: offset - activeStart, count: count) ?? []
    }
    let file: OpenFile
    if let lastRead, lastRead.index == index {
      file = lastRead.file
    } else {
      guard let sealed = try folder.open(name(ofFile: index), for: .reading) else { return [] }
      file = sealed
      lastRead = (index, file)
    }
    return try file.read(
      from: offset - start(ofFile: index), count: min(count, sealedEnds[index] - offset))
  }

  /// Where the file begins that has the byte at an offset.
  func startOfFile(with offset: Int) -> Int { start(ofFile: index(of: offset)) }

  /// The name of the file that has the byte at an offset, or would have it.
  func nameOfFile(with offset: Int) -> String { name(ofFile: index(of: offset)) }

  /// Under the lock, everything synchronised: makes the active file a sealed one and begins another.
  ///
  /// The new name is on the disk before the old one is given to another file.
  func seal() throws(StoreError) {
    let name = JournalFiles.sealedName(sealedEnds.count + 1)
    active = nil
    try folder.rename(JournalFiles.activeName, to: name)
    try open()
    try makeActive()
  }

  /// The index of the sealed file that has the byte at an offset; nil where it is the active one.
  private func index(of offset: Int) -> Int? {
    offset >= activeStart ? nil : sealedEnds.firstIndex { $0 > offset }
  }

  private func start(ofFile index: Int?) -> Int {
    guard let index else { return activeStart }
    return index == 0 ? 0 : sealedEnds[index - 1]
  }

  private func name(ofFile index: Int?) -> String {
    index.map { JournalFiles.sealedName($0 + 1) } ?? JournalFiles.activeName
  }

  private func note(_ file: OpenFile) throws(StoreError) {
    let status = try at(file.path) { () throws(SystemError) in try file.status() }
    sealedEnds.append(activeStart + status.size)
    sealed.append(VerifiedFile.Entry(size: status.size, stamp: status.stamp))
  }

  private func openActive() throws(StoreError) -> OpenFile? {
    guard isWritable else { return try folder.open(JournalFiles.activeName, for: .reading) }
    do throws(StoreError) {
      return try folder.open(JournalFiles.activeName, for: .overwriting)
    } catch {
      guard case .readOnly = error else { throw error }
      return try folder.open(JournalFiles.activeName, for: .reading)
    }
  }
}

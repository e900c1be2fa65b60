import Glibc

/// The exclusive right to write in a directory, shared by all processes.
///
/// The file `lock` is never renamed and never removed, so that all agree on which file it is. It
/// holds a ``LockNote``: who took the lock last, for messages, and what the disk is known to have.
final class FolderLock {
  /// For how long the lock may be taken again and again while another one stands at the door, in
  /// microseconds: some sixteen commits of a quick disk, and a single one where the machine is busy.
  private static let longestTurn = 3000
  /// For how many turns in a row notes are kept after another one took the lock, or wanted it.
  private static let companyLasts = 64

  private let folder: Folder
  private var file: OpenFile?
  private var note: LockNote
  /// The note as the file is known to hold it; empty where it is not.
  private var written: [UInt8] = []
  /// The turns left until it is taken for granted that nobody else writes here.
  private var company = 0
  private(set) var isHeld = false
  /// When this one took it from another one.
  private var turnBegan = 0
  /// Whether somebody was called to the door since.
  private var isAwaited = false
  /// Whether somebody was let in when this one gave the lock up, who should find it free.
  private var isLeaving = false
  /// How often this one has found that another process had the lock, or that it is the first to take it.
  private(set) var visits = 0

  init(of folder: Folder) {
    self.folder = folder
    note = LockNote(process: folder.files.process)
  }

  /// Takes the lock, waiting up to so many milliseconds; ``StoreError/busy(path:holder:)`` after.
  ///
  /// Whoever waits sleeps in the line until the holder calls the first one to the door, where that one gets
  /// ready and looks again and again. So the holder can take the lock several times in a row, as cheaply as
  /// if it were alone, before it lets the other one in.
  ///
  /// - Parameter getReady: gets what the disk has by then, to read it while another one writes.
  func take(patience: Int, getReady: (LockNote) -> Void = { _ in }) throws(StoreError) {
    guard !isHeld else { throw .busy(path: folder.path, holder: folder.files.process) }
    let file: OpenFile
    if let known = self.file {
      file = known
    } else {
      file = try folder.openOrCreate("lock", for: .noting)
    }
    self.file = file
    // Once that one was in, it is free for all.
    isLeaving = isLeaving && look(at: file) != .another
    let isTaken = isLeaving ? false : try isFree(file)
    if !isTaken { try wait(for: file, patience: patience, getReady) }
    isHeld = true
    let sight = look(at: file)
    if sight != .another {
      // Nobody else has taken it meanwhile.
      company = sight == .wish ? FolderLock.companyLasts : max(0, company - 1)
      return
    }
    turnBegan = folder.files.microseconds
    isAwaited = false
    visits += 1
    company = FolderLock.companyLasts
    let process = folder.files.process
    note = read(file) ?? LockNote(process: process)
    note.process = process
    note.turn += 1
    try? write()
  }

  /// Waits until it has the lock.
  private func wait(
    for file: OpenFile, patience: Int, _ getReady: (LockNote) -> Void
  ) throws(StoreError) {
    var left = patience * 1000
    // Who had the lock a while ago has been seen by the others.
    var isSeen = company > 0
    var place = LockPlace.line
    var turn: Int?
    while true {
      // Read before trying: should the lock be given up in between, sleep ends at once.
      let word = file.word(at: place)
      if !isLeaving, try isFree(file) { return }
      guard left > 0 else { throw .busy(path: folder.path, holder: read(file)?.process) }
      if place == .door, let note = read(file) {
        getReady(note)
      } else {
        if !isSeen { try? file.overwrite([LockNote.wanted], at: LockNote.wish) }
        isSeen = false
      }
      let wait = file.wait(at: place, while: word, microseconds: min(left, place.longestWait))
      left -= wait.microseconds
      isLeaving = false
      if wait.isCalled, place == .line {
        (place, turn) = (.door, read(file)?.turn)
      } else if place == .door, read(file)?.turn != turn {
        // Somebody else went in, who calls another one.
        place = .line
      }
    }
  }

  /// Takes the lock if nobody has it.
  private func isFree(_ file: OpenFile) throws(StoreError) -> Bool {
    try at(file.path) { () throws(SystemError) in try file.lock() }
  }

  /// Calls the first in the line to the door: only the disk is waited for now.
  func invite() {
    if company > 0, !isAwaited { isAwaited = file?.wake(at: .line) == true }
  }

  /// Gives the lock up, and lets the next one in once this one has had its turn.
  func release() {
    guard isHeld, let file else { return }
    isHeld = false
    file.unlock()
    if !isAwaited {
      // Who wants the lock says so before trying once more, and only then sleeps.
      guard company > 0 || look(at: file) != .same else { return }
      isAwaited = file.wake(at: .line)
    } else if folder.files.microseconds - turnBegan >= FolderLock.longestTurn {
      // Should that one be awake by chance, it looks before long.
      file.wake(at: .door)
      isLeaving = true
    }
  }

  /// Whether everything up to the end of a record is known to be on the disk; while the lock is held.
  func confirms(_ end: Position) -> Bool { isHeld && note.confirms(end) }

  /// Whether the journal has no more than so many sealed files; while the lock is held.
  func vouches(forSealed count: Int) -> Bool { isHeld && note.sealed == count }

  /// Notes that the disk has everything up to the end of a record, so that the next one to write after
  /// it need not ask the disk again.
  ///
  /// Whoever has written alone for long leaves it out: should another one come, that one asks the disk.
  func confirm(_ end: Position, sealed: Int) {
    guard company > 0, !note.confirms(end) else { return }
    note.confirm(end)
    note.sealed = sealed
    try? write()
  }

  /// Notes, before the journal is cut, that the disk may have more than will be seen there: whoever comes
  /// next has to flush the cut, or what was cut off may come back.
  func doubt() throws(StoreError) {
    note.confirm(nil)
    try at("\(folder.path)/lock") { () throws(SystemError) in try write() }
  }

  /// Notes that another file is about to be sealed, and has that on the disk: whoever finds another
  /// number in the note than it knows of looks for the files.
  func announce(sealed: Int) throws(StoreError) {
    note.confirm(nil)
    note.sealed = sealed
    try at("\(folder.path)/lock") { () throws(SystemError) in
      try write()
      try file?.fdatasync()
    }
  }

  private func write() throws(SystemError) {
    written = []
    let bytes = note.encoded
    try file?.overwrite(bytes, at: 0)
    written = bytes
  }

  /// What has become of the note that this process has written.
  private enum Sight { case same, wish, another }

  private func look(at file: OpenFile) -> Sight {
    guard !written.isEmpty, let bytes = try? file.read(from: 0, count: written.count) else {
      return .another
    }
    if bytes == written { return .same }
    return bytes.count == written.count && bytes[..<LockNote.wish] == written[..<LockNote.wish]
      ? .wish : .another
  }

  private func read(_ file: OpenFile) -> LockNote? {
    (try? file.read(from: 0, count: LockNote.size)).flatMap { LockNote($0) }
  }
}

extension LockPlace {
  /// How long to sleep before looking whether the lock is free although nobody has called, in microseconds.
  fileprivate var longestWait: Int {
    switch self {
    case .line: 200_000
    case .door: 1000
    }
  }
}

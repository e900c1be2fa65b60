import Glibc

/// The exclusive right to write in a directory, shared by all processes.
///
/// The file `lock` is never renamed and never removed, so that all agree on which file it is. It
/// holds a ``LockNote``: who took the lock last, for messages, and what the disk is known to have.
final class FolderLock {
  /// How long to sleep before looking whether the holder has died, in microseconds.
  private static let longestWait = 20_000
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
  /// Whether another process had the lock since this one gave it up last; while it is held.
  private(set) var wasElsewhere = true

  init(of folder: Folder) {
    self.folder = folder
    note = LockNote(process: folder.files.process)
  }

  /// Takes the lock, waiting up to so many milliseconds; ``StoreError/busy(path:holder:)`` after.
  func take(patience: Int) throws(StoreError) {
    guard !isHeld else { throw .busy(path: folder.path, holder: folder.files.process) }
    let file: OpenFile
    if let known = self.file {
      file = known
    } else {
      file = try folder.openOrCreate("lock", for: .noting)
    }
    self.file = file
    var left = patience * 1000
    // Who had the lock a while ago has been seen by the others.
    var isSeen = company > 0
    while try !at(file.path, { () throws(SystemError) in try file.lock() }) {
      guard left > 0 else { throw .busy(path: folder.path, holder: read(file)?.process) }
      if !isSeen { try? file.overwrite([LockNote.wanted], at: LockNote.wish) }
      isSeen = false
      left -= file.waitForLock(microseconds: min(left, FolderLock.longestWait))
    }
    isHeld = true
    if !written.isEmpty, file.begins(with: written) {
      // Nobody else has taken it meanwhile.
      company = max(0, company - 1)
      wasElsewhere = false
      return
    }
    wasElsewhere = true
    company = FolderLock.companyLasts
    let process = folder.files.process
    note = read(file) ?? LockNote(process: process)
    note.process = process
    note.turn += 1
    try? write()
  }

  /// Gives the lock up, and wakes one who waits for it.
  func release() {
    guard isHeld else { return }
    isHeld = false
    file?.unlock()
    // Who wants the lock says so before trying once more, and only then sleeps.
    if company > 0 || file?.begins(with: written) != true { file?.passLock() }
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

  private func read(_ file: OpenFile) -> LockNote? {
    (try? file.read(from: 0, count: LockNote.size)).flatMap { LockNote($0) }
  }
}

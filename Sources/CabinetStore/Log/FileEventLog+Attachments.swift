extension FileEventLog {
  private static let attachmentsName = "attachments"

  /// Keeps the bytes of a file under their hash and gives that name.
  ///
  /// A name that came with the file never becomes a path. When it returns, the bytes are on the disk.
  public func putAttachment(_ bytes: [UInt8], in stream: Stream) throws(StoreError) -> String {
    let hash = ChainHash(of: bytes)
    let journal = try lockedJournal(of: stream)
    defer { journal.lock.release() }
    let folder = try journal.folder.makeSubfolder(FileEventLog.attachmentsName)
    try watched { () throws(StoreError) in
      try journal.synchronizeNames()
      try journal.folder.synchronize()
    }
    let kept = try folder.contents(of: hash.description)
    if kept == bytes {
      // Its writer may have died before the disk had the file, or its name.
      try watched { () throws(StoreError) in
        try folder.synchronize(hash.description)
        try folder.synchronize()
      }
    } else {
      try watched { () throws(StoreError) in
        try folder.replace(hash.description, with: bytes)
      }
    }
    return hash.description
  }

  /// The bytes of an attachment, verified.
  public func attachment(_ name: String, of stream: Stream) throws(StoreError) -> [UInt8] {
    guard let hash = ChainHash(hex: Array(name.utf8)),
      let folder = try journal(of: stream)?.folder.subfolder(FileEventLog.attachmentsName),
      let bytes = try folder.contents(of: hash.description)
    else { throw .noAttachment(name) }
    guard ChainHash(of: bytes) == hash else { throw .damagedAttachment(name) }
    return bytes
  }

  /// The names of the attachments of a stream, sorted, whatever their state.
  public func attachmentNames(of stream: Stream) throws(StoreError) -> [String] {
    try journal(of: stream)?.folder.subfolder(FileEventLog.attachmentsName)?.names()
      .filter { !$0.hasSuffix(".tmp") } ?? []
  }
}

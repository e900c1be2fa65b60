import Glibc

/// The directory of a store, on the way to being opened or made.
struct StoreRoot {
  let path: String
  let files: any FileSystem
  let patience: Int
  let isWritable: Bool
  /// What to take for the manifest where it can't be read; nil to refuse then.
  var fallback: StoreManifest?
  /// The steps to the current format.
  var migrations = Migration.all

  private static let manifestName = "store.json"
  /// What an interrupted making may have left; a directory with nothing else counts as empty.
  private static let leftovers: Set<String> = ["lock", "store.json.tmp"]

  /// Opens the store, or makes it where the directory is missing or empty; brings it to the current
  /// format where it may be written.
  func open(creating new: StoreManifest?) throws(StoreError) -> (Folder, StoreManifest) {
    if let folder = try Folder.open(path, files: files) {
      var manifest = try manifest(in: folder)
      if manifest == nil, try !isEmpty(folder) {
        // Perhaps another process made the store between the two looks.
        manifest = try self.manifest(in: folder)
        if manifest == nil { throw .notStore(path: path) }
      }
      if let manifest {
        guard isWritable, manifest.format < newest else { return (folder, manifest) }
        return (folder, try migrate(folder, from: manifest))
      }
    }
    guard let new, isWritable else { throw .noStore(path: path) }
    try makeDirectory(path)
    guard let folder = try Folder.open(path, files: files) else { throw .noStore(path: path) }
    return (folder, try make(new, in: folder))
  }

  private func manifest(in folder: Folder) throws(StoreError) -> StoreManifest? {
    do throws(StoreError) {
      try folder.verify()
    } catch {
      // An empty directory that the user made a moment ago is made private below.
      guard case .unsafe(_, .openDirectory) = error, try isEmpty(folder) else { throw error }
      return nil
    }
    guard let bytes = try folder.contents(of: StoreRoot.manifestName) else {
      guard let substitute else { return nil }
      let names = try folder.names()
      return names.contains("residents") ? substitute : nil
    }
    do throws(StoreError) {
      return try StoreManifest(
        bytes, path: "\(path)/\(StoreRoot.manifestName)", newest: newest)
    } catch {
      guard case .damagedManifest = error, let substitute else { throw error }
      return substitute
    }
  }

  private var substitute: StoreManifest? {
    var manifest = fallback
    manifest?.isSubstitute = true
    return manifest
  }

  private var newest: Int { migrations.last?.format ?? 1 }

  /// Takes the steps that are missing, each confirmed before the next.
  ///
  /// - Returns: the manifest; the old one where the disk may only be read.
  private func migrate(
    _ folder: Folder, from old: StoreManifest
  ) throws(StoreError) -> StoreManifest {
    do throws(StoreError) {
      let lock = FolderLock(of: folder)
      try lock.take(patience: patience)
      defer { lock.release() }
      // Another process may have been quicker.
      var manifest = try manifest(in: folder) ?? old
      for migration in migrations where migration.format > manifest.format {
        try migration.apply(folder)
        manifest = manifest.migrated(by: migration)
        try folder.replace(StoreRoot.manifestName, with: manifest.encoded)
      }
      return manifest
    } catch {
      // A disk that takes nothing can still be read.
      switch error {
      case .readOnly, .noSpace: return old
      default: throw error
      }
    }
  }

  private func isEmpty(_ folder: Folder) throws(StoreError) -> Bool {
    try folder.names().allSatisfy { StoreRoot.leftovers.contains($0) }
  }

  /// Makes the store in an empty directory, once, however many processes try.
  private func make(_ new: StoreManifest, in folder: Folder) throws(StoreError) -> StoreManifest {
    do throws(StoreError) { try folder.verify() } catch {
      guard case .unsafe(_, .openDirectory) = error else { throw error }
      try folder.makePrivate()
      try folder.verify()
    }
    let lock = FolderLock(of: folder)
    try lock.take(patience: patience)
    defer { lock.release() }
    if let manifest = try manifest(in: folder) { return manifest }
    try synchronizeParent(of: path)
    try folder.replace(StoreRoot.manifestName, with: new.encoded)
    return new
  }

  /// Makes a directory with everything above it that is missing.
  private func makeDirectory(_ path: String) throws(StoreError) {
    do throws(SystemError) {
      try retrying { () throws(SystemError) in try files.makeDirectory(path, in: nil) }
    } catch {
      if error.code == EEXIST { return }
      guard error.code == ENOENT, parent(of: path) != path else {
        throw StoreError(error, path: path)
      }
      try makeDirectory(parent(of: path))
      try at(path) { () throws(SystemError) in try files.makeDirectory(path, in: nil) }
    }
    try synchronizeParent(of: path)
  }

  /// Brings the name of a directory to the disk, where its parent may be opened at all.
  private func synchronizeParent(of path: String) throws(StoreError) {
    let parent: Folder?
    do throws(StoreError) { parent = try Folder.open(self.parent(of: path), files: files) } catch {
      // A parent that may be entered but not read, or a linked one, is not the store's to judge.
      switch error {
      case .readOnly, .unsafe: return
      default: throw error
      }
    }
    try parent?.synchronize()
  }

  private func parent(of path: String) -> String {
    var bytes = Array(path.utf8)
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == 0 ? "/" : String(decoding: bytes[..<slash], as: UTF8.self)
  }
}

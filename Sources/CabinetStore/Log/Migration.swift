/// A step from one format of the store to the next; taken once, in order, when the store is opened
/// for writing.
struct Migration: Sendable {
  /// What `store.json` calls the step.
  let name: String
  /// The format that it leads to.
  let format: Int
  /// Does the work, under the lock of the store; again from the start where a crash cut it short.
  let apply: @Sendable (_ root: Folder) throws(StoreError) -> Void

  /// All steps, from format 1 on.
  static let all = [sealedFiles, room]

  /// Journals may have sealed files.
  ///
  /// A journal of format 1 is one of format 2 that has none, so nothing needs to be rewritten. The
  /// number alone keeps programs away that would take a journal's later files for all of it.
  private static let sealedFiles = Migration(name: "sealed-files", format: 2) { _ in }

  /// Journals may have room behind their last record.
  ///
  /// A journal of format 2 is one of format 3 that has none. The number keeps programs away that would add
  /// a record behind the room.
  private static let room = Migration(name: "room", format: 3) { _ in }
}

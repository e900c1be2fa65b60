import Glibc

/// Why the store did not do what it was asked to.
///
/// Whatever the case, every record acknowledged before is where it was.
public enum StoreError: Error, Hashable, Sendable {
  /// The name of a resident or a register is not one (see ``Stream/isValidName(_:)``).
  case invalidName(String)
  /// The event or state to keep breaks the rules of the format.
  case invalidContent(InvalidContent)
  /// The stream ends elsewhere than its caller believes; read it again and decide anew.
  case conflict(actual: Int)
  /// Another process, perhaps known by number, held the lock for longer than the wait allows.
  case busy(path: String, holder: Int?)
  /// A journal is damaged before its end; never mended in place.
  case damaged(Stream, Place, Damage)
  /// A file or directory is not the user's own and private.
  case unsafe(path: String, Flaw)
  /// There is no store at the path.
  case noStore(path: String)
  /// The directory is neither empty nor a store.
  case notStore(path: String)
  /// The file that names the format can't be read.
  case damagedManifest(path: String)
  /// A later version of the program wrote the store; nothing was touched.
  case newerFormat(path: String, found: Int)
  /// The disk or the user's share of it is full.
  case noSpace(path: String)
  /// The file may be read only.
  case readOnly(path: String)
  /// The disk refused to confirm; the log takes no more records until opened anew.
  case syncFailed(path: String)
  /// Another refusal of the system.
  case system(path: String, code: Int32)
  /// There is no attachment of the name.
  case noAttachment(String)
  /// The attachment is not what its name says.
  case damagedAttachment(String)

  /// What is wrong with an event or a state.
  public enum InvalidContent: Hashable, Sendable {
    /// It is no JSON object in UTF-8 on one line.
    case notObject
    /// It is larger than ``Record/maximumEventSize``.
    case tooLarge
    /// Its moment lies outside the years 1…9999.
    case momentOutOfRange
  }

  /// Where in the files of a journal something is wrong.
  public struct Place: Hashable, Sendable {
    /// The name of the file in the directory of the stream.
    public var file: String
    /// The line of that file, from 1.
    public var line: Int
    /// The number of the record that belongs there; nil where it can't be told.
    public var seq: Int?

    /// Names a place.
    public init(file: String = "journal.jsonl", line: Int, seq: Int?) {
      self.file = file
      self.line = line
      self.seq = seq
    }
  }

  /// What is wrong with a line of a journal.
  public enum Damage: Hashable, Sendable {
    /// It does not have the layout of a record.
    case notRecord
    /// Its bytes do not have the hash that it names.
    case wrongHash
    /// It does not follow the record before it.
    case brokenChain
    /// It was changed together with its hash: the record after it knows another one.
    case altered
    /// So many records before it are gone.
    case missing(Int)
  }

  /// Why a file or a directory can't be trusted.
  public enum Flaw: Hashable, Sendable {
    /// It belongs to another user.
    case foreign
    /// Others may read or write the file.
    case openFile
    /// Others may enter the directory.
    case openDirectory
    /// It is a symbolic link or a file of another kind.
    case notPlain
  }

  /// Names the path that a refusal of the system concerns.
  init(_ error: SystemError, path: String) {
    switch error.code {
    case ENOSPC, EDQUOT, EFBIG: self = .noSpace(path: path)
    case EROFS, EACCES, EPERM: self = .readOnly(path: path)
    case ELOOP, ENOTDIR, EISDIR, ENXIO: self = .unsafe(path: path, .notPlain)
    default: self = .system(path: path, code: error.code)
    }
  }
}

/// The system calls that a run made on the store, as strace tells them.
struct CallTrace {
  /// One call, found again by its name and number in another run of the same command.
  struct Place: Hashable {
    let name: String
    /// Which of the calls of the name it is, from 1.
    let number: Int
  }

  /// Every call that the store can be reached by.
  static let names = [
    "openat", "read", "pread64", "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "renameat",
    "unlinkat", "mkdirat", "mkdir", "fchmod", "flock", "getdents64", "fstatfs", "newfstatat",
    "fcntl",
    "close", "lseek",
  ]

  /// The calls on the store, in order.
  let places: [Place]

  /// Reads what `strace -y` wrote; of the calls only those count that name the folder.
  init(_ text: String, folder: String) {
    var counts: [Substring: Int] = [:]
    var places: [Place] = []
    for line in text.split(separator: "\n") {
      // With -f every line begins with a process.
      let call = line.drop { $0.isNumber || $0 == " " }
      guard let end = call.firstIndex(of: "(") else { continue }
      let name = call[..<end]
      guard CallTrace.names.contains(String(name)) else { continue }
      counts[name, default: 0] += 1
      if line.contains(folder) {
        places.append(Place(name: String(name), number: counts[name] ?? 0))
      }
    }
    self.places = places
  }
}

/// What is done to one call of a run.
enum Injury: CaseIterable {
  case kill, noSpace, inputOutput, readOnly

  /// What strace calls it.
  func option(at place: CallTrace.Place) -> String {
    let what =
      switch self {
      case .kill: "signal=KILL"
      case .noSpace: "error=ENOSPC"
      case .inputOutput: "error=EIO"
      case .readOnly: "error=EROFS"
      }
    return "inject=\(place.name):\(what):when=\(place.number)"
  }

  /// The name under which cases are counted.
  var name: String {
    switch self {
    case .kill: "kill"
    case .noSpace: "ENOSPC"
    case .inputOutput: "EIO"
    case .readOnly: "EROFS"
    }
  }
}

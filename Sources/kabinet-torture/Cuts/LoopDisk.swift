import Glibc

/// A file system of its own on a file.
final class LoopDisk {
  /// The file systems for which the store makes its promise.
  enum Kind: String, CaseIterable, CustomStringConvertible {
    case ext4, xfs

    var description: String { rawValue }

    /// The smallest that can be made comfortably.
    var size: String { self == .ext4 ? "64M" : "320M" }

    /// ext4 would write by itself after five seconds; a copy of an xfs has the name of the original.
    func options(isCopy: Bool) -> String {
      switch self {
      case .ext4: "loop,commit=300"
      case .xfs: isCopy ? "loop,nouuid" : "loop"
      }
    }
  }

  /// Where it is mounted.
  let path: String
  private let folder: String
  private var isMounted = false

  /// Why such disks can't be made here; nil where they can.
  static func obstacle(to kind: Kind) -> String? {
    guard geteuid() == 0 else { return "only root may mount" }
    guard access("/dev/loop-control", R_OK | W_OK) == 0 else { return "no loop devices here" }
    guard let scratch = try? Scratch() else { return "no place for a disk" }
    guard (try? Program.demand(["mkfs.\(kind)", "-V"])) != nil else {
      return "mkfs.\(kind) is not installed"
    }
    do { _ = try LoopDisk(kind, in: scratch.path) } catch { return "\(error)" }
    return nil
  }

  /// Makes an empty disk and mounts it.
  convenience init(_ kind: Kind, in folder: String) throws {
    let image = "\(folder)/disk"
    try Program.demand(["truncate", "-s", kind.size, image])
    let force = kind == .ext4 ? "-F" : "-f"
    try Program.demand(["mkfs.\(kind)", "-q", force, image])
    try self.init(mounting: image, kind, isCopy: false, at: "\(folder)/mounted", in: folder)
  }

  /// Mounts a copy: the kernel then mends the file system as after a power cut.
  init(mounting image: String, _ kind: Kind, isCopy: Bool, at path: String, in folder: String)
    throws
  {
    self.path = path
    self.folder = folder
    try Program.demand(["mkdir", "-p", path])
    try Program.demand(
      ["mount", "-t", kind.rawValue, "-o", kind.options(isCopy: isCopy), image, path])
    isMounted = true
  }

  deinit {
    if isMounted { _ = try? Program.demand(["umount", path]) }
  }
}

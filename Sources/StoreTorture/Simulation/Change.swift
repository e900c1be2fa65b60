/// One thing that a program did to a file or a directory and that the disk may not have yet.
enum Change {
  case write(at: Int, [UInt8])
  case resize(to: Int)
  case enter(String, Node)
  case remove(String)
  case rename(String, to: String, Node)
  case permissions(UInt32)
}

/// A file's bytes or a directory's names, as one observer has them: the programs, or the disk.
struct Content {
  var bytes: [UInt8] = []
  var names: [String: Node] = [:]
  var permissions: UInt32
  /// When it was changed last, in ticks of the machine.
  var stamp = 0

  /// Makes a change, whatever became of those before it.
  mutating func apply(_ change: Change) {
    switch change {
    case .write(let offset, let new):
      if bytes.count < offset {
        bytes += [UInt8](repeating: 0, count: offset - bytes.count)
      }
      if offset == bytes.count {
        bytes += new
      } else {
        bytes.replaceSubrange(offset..<min(bytes.count, offset + new.count), with: new)
      }
    case .resize(let length):
      if length < bytes.count {
        bytes.removeLast(bytes.count - length)
      } else {
        bytes += [UInt8](repeating: 0, count: length - bytes.count)
      }
    case .enter(let name, let node): names[name] = node
    case .remove(let name): names[name] = nil
    case .rename(let old, let new, let node):
      names[old] = nil
      names[new] = node
    case .permissions(let permissions): self.permissions = permissions
    }
  }
}

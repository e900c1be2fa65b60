import Glibc

/// What goes wrong at a call.
public enum Fault: Hashable, Sendable, CustomStringConvertible {
  /// The call fails, and every later one too if it is for ever.
  case failure(Int32, forEver: Bool)
  /// From this call on whatever would change the disk fails, and reading goes on: a full disk, a
  /// used-up quota, a file system that the kernel has made read-only.
  case refusal(Int32)
  /// A read or write moves only so many bytes.
  case short(Int)
  /// The same, and the call after it fails.
  case shortThenFailure(Int, Int32)
  /// The process is killed or the power goes: this call and all later ones do nothing.
  case crash

  /// The fault in a few words.
  public var description: String {
    switch self {
    case .failure(let code, let forEver): "\(Fault.name(code)) \(forEver ? "for ever" : "once")"
    case .refusal(let code): "\(Fault.name(code)) at every change"
    case .short(let count): "short transfer of \(count)"
    case .shortThenFailure(let count, let code):
      "short transfer of \(count), then \(Fault.name(code))"
    case .crash: "crash"
    }
  }

  /// The kind, under which cases are counted.
  public var kind: String {
    switch self {
    case .short: "short transfer"
    case .shortThenFailure(_, let code): "short transfer, then \(Fault.name(code))"
    default: description
    }
  }

  private static func name(_ code: Int32) -> String {
    switch code {
    case ENOSPC: "ENOSPC"
    case EIO: "EIO"
    case EROFS: "EROFS"
    case EDQUOT: "EDQUOT"
    case EINTR: "EINTR"
    default: "errno \(code)"
    }
  }
}

/// When a call goes wrong, and how; shared by the processes that it meets.
public final class Trouble {
  /// The calls among which the one to spoil is counted.
  public enum Target: CaseIterable, Sendable {
    case any
    /// Those that change what programs see.
    case changes
    /// Those that bring something to the disk.
    case syncs
  }

  /// The calls made so far.
  public private(set) var calls = 0
  /// The number of the call to spoil, from 1, among those of the target; 0 for none.
  public var faultyCall = 0
  /// The calls that count.
  public var target = Target.any
  /// What goes wrong then.
  public var fault = Fault.crash
  /// Whether calls that change nothing are spared.
  public var sparesReading = false
  private var counted = 0
  private var spoiled: Int?

  /// Makes no trouble yet.
  public init() {}

  /// Whether it has begun.
  public var isMet: Bool { spoiled != nil }

  /// Counts a call and fails it where it is the one to spoil; gives the most that it may move.
  func meet(_ kind: Target) throws(SystemFailure) -> Int {
    calls += 1
    if spoiled == nil {
      if target == .any || target == kind { counted += 1 }
      if faultyCall > 0, counted >= faultyCall { spoiled = calls }
    }
    guard let spoiled, kind != .any || !sparesReading else { return .max }
    switch fault {
    case .crash: throw .death
    case .failure(let code, let forEver): if forEver || calls == spoiled { throw .code(code) }
    case .refusal(let code): if kind != .any { throw .code(code) }
    case .short(let count): if calls == spoiled { return count }
    case .shortThenFailure(let count, let code):
      if calls == spoiled { return count }
      if calls == spoiled + 1 { throw .code(code) }
    }
    return .max
  }
}

/// How a spoiled call ends.
enum SystemFailure: Error {
  case code(Int32)
  case death
}

import Cabinet

/// How much of what was never synchronised is on the disk after the power went.
public enum Survival: Hashable, Sendable {
  case nothing, everything, firstChange, halfOfLastWrite, zerosForLastWrite, namesOnly, dataOnly
  /// Every change by itself is kept, dropped or torn, as numbers that follow from a seed have it.
  case chance(UInt64)

  /// Every way but those of chance.
  public static let orderly: [Survival] = [
    .nothing, .everything, .firstChange, .halfOfLastWrite, .zerosForLastWrite, .namesOnly,
    .dataOnly,
  ]
}

/// Says of each node's changes which have reached the disk.
struct Survivors {
  private let survival: Survival
  private var chance: SplitMix64
  private let odds: Odds
  /// A number that differs where what survived differs.
  private(set) var signature: UInt64 = 0xCBF2_9CE4_8422_2325

  /// How a disk is disposed; drawn once, so that whole disks are lazy, eager or torn.
  private enum Odds: CaseIterable {
    case even, eager, lazy, inOrder, torn
  }

  init(_ survival: Survival) {
    self.survival = survival
    if case .chance(let seed) = survival {
      chance = SplitMix64(state: seed)
      odds = Odds.allCases.randomElement(using: &chance) ?? .even
    } else {
      chance = SplitMix64(state: 0)
      odds = .even
    }
  }

  mutating func survivors(of node: Node) -> [Change] {
    guard !node.changes.isEmpty else { return [] }
    switch survival {
    case .nothing:
      for _ in node.changes { sign(0) }
      return []
    case .everything:
      for _ in node.changes { sign(1) }
      return node.changes
    case .firstChange: return Array(node.changes.prefix(1))
    case .namesOnly: return node.isDirectory ? node.changes : []
    case .dataOnly: return node.isDirectory ? [] : node.changes
    case .halfOfLastWrite, .zerosForLastWrite:
      guard let last = node.changes.last, case .write(let offset, let bytes) = last,
        !last.isRepeat(of: node.disk.bytes)
      else { return node.changes }
      let half = Array(bytes.prefix(bytes.count / 2))
      let zeros = [UInt8](repeating: 0, count: bytes.count)
      return node.changes.dropLast() + [
        .write(at: offset, survival == .halfOfLastWrite ? half : zeros)
      ]
    case .chance: return drawn(node.changes, over: node.disk.bytes)
    }
  }

  private mutating func drawn(_ changes: [Change], over disk: [UInt8]) -> [Change] {
    var result: [Change] = []
    let kept =
      odds == .inOrder ? Int.random(in: 0...changes.count, using: &chance) : changes.count
    for (index, change) in changes.enumerated() {
      let fate: Int
      let draw = Int.random(in: 0..<8, using: &chance)
      switch odds {
      case .even: fate = draw < 3 ? 0 : draw < 6 ? 1 : 2
      case .eager: fate = draw < 6 ? 1 : draw < 7 ? 0 : 2
      case .lazy: fate = draw < 6 ? 0 : draw < 7 ? 1 : 2
      case .inOrder: fate = index < kept ? 1 : index == kept ? 2 : 0
      case .torn: fate = draw < 6 ? 2 : draw < 7 ? 0 : 1
      }
      sign(UInt64(fate))
      switch fate {
      case 0: break
      case 1: result.append(change)
      default:
        sign(chance.state)
        result += change.torn(over: disk, &chance)
      }
    }
    return result
  }

  /// Fowler, Noll and Vo's hash, a word at a time.
  private mutating func sign(_ word: UInt64) {
    signature = (signature ^ word) &* 0x0000_0100_0000_01B3
  }
}

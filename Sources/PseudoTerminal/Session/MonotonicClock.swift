import Glibc
import Tape

/// The monotonic clock of the machine, for measuring and for real waiting.
public final class MonotonicClock: TapeClock {
  /// Makes a clock.
  public init() {}

  /// Nanoseconds since some fixed moment.
  public static var nanoseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// Milliseconds since some fixed moment.
  public static var milliseconds: Int { nanoseconds / 1_000_000 }

  /// Milliseconds since some fixed moment.
  public var milliseconds: Int { MonotonicClock.milliseconds }

  /// Lets the machine's time pass: only a tape's own `Sleep` and `Wait` do that.
  public func pass(milliseconds: Int) {
    let end = MonotonicClock.milliseconds + milliseconds
    while case let rest = end - MonotonicClock.milliseconds, rest > 0 {
      poll(nil, 0, Int32(min(rest, 60_000)))
    }
  }
}

import CLinux

/// Memory that a program has freed and the C library keeps, in case it is wanted again.
public enum FreedMemory {
  /// Gives it back to the system.
  ///
  /// Worth its millisecond after something large was read once: a session may stay open for hours.
  public static func giveBack() { malloc_trim(0) }
}

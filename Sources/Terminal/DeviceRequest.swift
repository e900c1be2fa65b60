/// What a program asks of its terminal beside showing frames.
public enum DeviceRequest: Hashable, Sendable {
  /// Reports the mouse to the program, or leaves it to the terminal, which then selects text.
  case reportMouse(Bool)
  /// Puts a text where the person at the terminal can paste it, also over SSH (OSC 52).
  case copy(String)
}

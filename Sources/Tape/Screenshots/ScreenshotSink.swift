/// A picture of the screen, as text.
public struct Screenshot: Hashable, Sendable {
  /// The file that the tape names.
  public let file: String
  /// The form of the text.
  public let format: ScreenshotFormat
  /// The picture.
  public let text: String
  /// The statement that took it.
  public let position: TapePosition
}

/// Where the pictures of a tape go.
public protocol ScreenshotSink: AnyObject {
  /// Takes a picture and tells how it compares with the one kept.
  func receive(_ screenshot: Screenshot) throws -> GoldenOutcome
}

/// Keeps golden screens: compares with what is there, writes what is missing.
public final class GoldenSink: ScreenshotSink {
  private let isUpdating: Bool
  private let read: (String) throws -> String?
  private let write: (String, String) throws -> Void

  /// Makes a sink.
  /// - Parameters:
  ///   - isUpdating: Whether screens that differ are written anew.
  ///   - read: Gives the text of a file, nil where there is none.
  ///   - write: Writes a text (second) into a file (first).
  public init(
    isUpdating: Bool, read: @escaping (String) throws -> String?,
    write: @escaping (String, String) throws -> Void
  ) {
    self.isUpdating = isUpdating
    self.read = read
    self.write = write
  }

  /// Compares a picture with the file, and writes it where the comparison says so.
  public func receive(_ screenshot: Screenshot) throws -> GoldenOutcome {
    let comparison = GoldenComparison(
      kept: try read(screenshot.file), shown: screenshot.text, isUpdating: isUpdating)
    if comparison.outcome == .recorded { try write(screenshot.file, screenshot.text) }
    return comparison.outcome
  }
}

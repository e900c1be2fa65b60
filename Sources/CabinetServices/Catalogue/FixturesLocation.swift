import Glibc

/// Where the files lie that the program ships with: the catalogue, the registers, the tapes.
public enum FixturesLocation {
  /// Finds the folder: `KABINET_FIXTURES`, else `share/kabinet` beside the `bin` of the program, else
  /// `Fixtures` of the checkout in which the program was built.
  ///
  /// - Returns: the folder, or nil where none holds a catalogue.
  public static func find(environment: (String) -> String?) -> String? {
    var candidates = [environment("KABINET_FIXTURES")].compactMap { $0 }
    if let program = programPath() {
      var folder = program
      while let slash = folder.lastIndex(of: "/") {
        folder = String(folder[..<slash])
        candidates.append(folder + "/share/kabinet")
        candidates.append(folder + "/Fixtures")
      }
    }
    return candidates.first { access($0 + "/catalogue/shared.json", R_OK) == 0 }
  }

  private static func programPath() -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    guard length > 0 else { return nil }
    return String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

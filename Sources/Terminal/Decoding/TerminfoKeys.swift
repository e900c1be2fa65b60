/// The keys that a terminal's description (terminfo) names.
enum TerminfoKeys {
  /// The capabilities and their keys (terminfo(5)).
  static let capabilities: [(name: String, key: Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right),
      ("khome", .home), ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown),
      ("kich1", .insert), ("kdch1", .delete), ("kbs", .backspace), ("kcbt", .backTab),
      ("kent", .enter),
    ] + (1...12).map { ("kf\($0)", .function($0)) }

  /// The byte strings of the keys, as `capability` tells them; one-byte strings are left to ASCII.
  static func sequences(capability: (String) -> [UInt8]?) -> [[UInt8]: Key] {
    var sequences: [[UInt8]: Key] = [:]
    for (name, key) in capabilities {
      if let sequence = capability(name), sequence.count > 1 { sequences[sequence] = key }
    }
    return sequences
  }
}

/// The two keyboard layouts of Russian residents, ЙЦУКЕН and QWERTY, key by key.
public enum KeyboardLayout {
  private static let latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~"
  private static let cyrillic = "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ"
  private static let others = pairs([
    (latin, cyrillic), (cyrillic, latin), ("#@$^&", "№\";:?"), ("№", "#"),
  ])

  /// The text as if the other layout had been on; what has no other meaning stays.
  public static func swapped(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { others[$0] ?? $0 }))
  }

  private static func pairs(_ rows: [(String, String)]) -> [Unicode.Scalar: Unicode.Scalar] {
    var pairs: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (from, to) in rows {
      for (from, to) in zip(from.unicodeScalars, to.unicodeScalars) { pairs[from] = to }
    }
    return pairs
  }
}

/// Where a letter lies on the keyboard: commands go by the place of a key, texts by what it types.
public enum KeyboardLayout {
  /// The character that the same key types on a Latin keyboard (ЙЦУКЕН → QWERTY); others unchanged.
  ///
  /// Signs of ASCII cannot be told apart (`.` may be `/` of the Russian layout), so they stay as they
  /// are, and search, help and palette have keys outside the letters too.
  public static func latin(_ character: Character) -> Character { latins[character] ?? character }

  /// The Russian letter of the key that types a character on a Latin keyboard; nil where it has none.
  public static func russian(_ character: Character) -> Character? { russians[character] }

  private static let latins = Dictionary(uniqueKeysWithValues: pairs)
  private static let russians = Dictionary(
    pairs.map { ($0.1, $0.0) }.filter { $0.1.isLetter }, uniquingKeysWith: { first, _ in first })

  private static let pairs: [(Character, Character)] = {
    let russian = "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ№"
    let latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~#"
    return Array(zip(russian, latin))
  }()
}

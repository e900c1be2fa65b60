/// Where a letter lies on the keyboard: commands go by the place of a key, texts by what it types.
public enum KeyboardLayout {
  /// The character that the same key types on a Latin keyboard (ЙЦУКЕН → QWERTY); others unchanged.
  ///
  /// Signs of ASCII cannot be told apart (`.` may be `/` of the Russian layout), so they stay as they
  /// are, and search, help and palette have keys outside the letters too.
  public static func latin(_ character: Character) -> Character { latins[character] ?? character }

  private static let latins: [Character: Character] = {
    let russian = "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ№"
    let latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~#"
    return Dictionary(uniqueKeysWithValues: zip(russian, latin))
  }()
}

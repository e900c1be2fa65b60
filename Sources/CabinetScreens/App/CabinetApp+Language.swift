import Cabinet
import TerminalUI

extension CabinetApp {
  /// Goes on in the other language, with all that is open.
  func switchLanguage() {
    language = language == .russian ? .english : .russian
    for index in layers.indices.dropFirst() {
      guard var reader = layers[index].screen as? any ActionReader else { continue }
      reader.take(actions(at: index - 1))
      layers[index].screen = reader
    }
    message = AppWords.languageSwitched
  }
}

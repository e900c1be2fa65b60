import Cabinet
import FoundationEssentials

extension CatalogueFiles {
  /// Decodes a file, strictly; what is wrong with it is added to the damages.
  static func decode<Value: Decodable>(
    _ type: Value.Type, _ name: String, _ bytes: [UInt8]?, with decoder: JSONDecoder,
    _ damages: inout [Catalogue.Damage]
  ) -> Value? {
    guard let bytes else {
      let reason = Phrase("файл не читается", "the file cannot be read")
      damages.append(.init(file: name, line: nil, key: "", reason: reason))
      return nil
    }
    do {
      try StrictJSON.check(bytes)
    } catch {
      damages.append(
        .init(
          file: name, line: error.line, column: error.column, key: error.path,
          reason: error.reason.phrase))
      return nil
    }
    do {
      return try decoder.decode(type, from: Data(bytes))
    } catch {
      damages.append(damage(error, file: name, bytes: bytes))
      return nil
    }
  }

  /// What is wrong with a value that is sound JSON.
  static func damage(_ error: any Error, file: String, bytes: [UInt8]) -> Catalogue.Damage {
    guard let error = error as? DecodingError else {
      return .init(file: file, line: nil, key: "", reason: Phrase("\(error)", "\(error)"))
    }
    return damage(at: error.path, error.reason, file: file, bytes: bytes)
  }

  /// What is wrong with the value at a path.
  static func damage(at path: [JSONStep], _ reason: Phrase, file: String, bytes: [UInt8])
    -> Catalogue.Damage
  {
    .init(
      file: file, line: StrictJSON.line(of: path, in: bytes), key: JSONStep.name(of: path),
      reason: reason)
  }
}

extension DecodingError {
  /// The way to the value that could not be read.
  var path: [JSONStep] {
    let keys =
      switch self {
      case .typeMismatch(_, let context), .valueNotFound(_, let context),
        .keyNotFound(_, let context), .dataCorrupted(let context):
        context.codingPath
      @unknown default: [any CodingKey]()
      }
    return keys.map { key in
      if let index = key.intValue { .element(index) } else { .member(key.stringValue) }
    }
  }

  /// What is wrong with it.
  var reason: Phrase {
    switch self {
    case .keyNotFound(let key, _):
      Phrase("нет ключа \(key.stringValue)", "the key \(key.stringValue) is missing")
    case .valueNotFound: Phrase("нет значения", "the value is missing")
    case .typeMismatch(let type, _):
      Phrase("здесь должно быть значение вида \(type)", "this should be a \(type)")
    case .dataCorrupted(let context):
      {
        let words = context.underlyingError.map { "\($0)" } ?? context.debugDescription
        return Phrase(words, words)
      }()
    @unknown default: Phrase("\(self)", "\(self)")
    }
  }
}

import Cabinet
import FoundationEssentials

extension CatalogueFiles {
  /// Decodes a file, strictly.
  ///
  /// - Throws: what is wrong with it.
  func decode<Value: Decodable>(
    _ type: Value.Type, _ name: String
  ) throws(Catalogue.Damage) -> Value {
    guard let bytes = content(name) else { throw Self.unreadable(name) }
    do { try StrictJSON.check(bytes) } catch { throw Self.damage(error, file: name) }
    do { return try JSONDecoder().decode(type, from: Data(bytes)) } catch {
      throw Self.damage(error, file: name, bytes: bytes)
    }
  }

  static func unreadable(_ name: String) -> Catalogue.Damage {
    .init(
      file: name, line: nil, key: "",
      reason: Phrase("файл не читается", "the file cannot be read"))
  }

  /// Where a text is no JSON.
  static func damage(_ fault: JSONFault, file: String) -> Catalogue.Damage {
    .init(
      file: file, line: fault.line, column: fault.column, key: fault.path,
      reason: fault.reason.phrase)
  }

  /// What is wrong with a value that is sound JSON.
  ///
  /// - Parameters:
  ///   - start: the way to the part of the file that was decoded.
  ///   - bytes: the whole file.
  static func damage(
    _ error: any Error, from start: [JSONStep] = [], file: String, bytes: [UInt8]
  ) -> Catalogue.Damage {
    guard let error = error as? DecodingError else {
      return .init(file: file, line: nil, key: "", reason: Phrase("\(error)", "\(error)"))
    }
    return damage(at: start + error.path, error.reason, file: file, bytes: bytes)
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

import Cabinet
import FoundationEssentials

/// A file of JSON that the program ships with, read as strictly as one from outside: somebody may have
/// edited it, and a repeated member would be read in two ways.
enum ShippedFile {
  /// Why a file can't be read.
  struct Fault: Error {
    /// In words.
    let phrase: Phrase
  }

  /// Reads a file.
  ///
  /// - Throws: ``Fault`` where it is missing, is no strict JSON, or says something else than expected.
  static func read<Content: Decodable>(
    _ type: Content.Type, at path: String
  ) throws(Fault) -> Content {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Fault(phrase: Phrase("файла нет", "there is no such file"))
    }
    do { try StrictJSON.check(Array(data)) } catch { throw Fault(phrase: error.phrase) }
    do { return try JSONDecoder().decode(type, from: data) } catch {
      throw Fault(phrase: Phrase("\(error)", "\(error)"))
    }
  }
}

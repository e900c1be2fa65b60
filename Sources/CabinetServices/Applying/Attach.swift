import Cabinet
import CabinetStore

extension CabinetSession {
  /// The largest file that can be attached, in bytes: 10 MiB.
  public static let attachmentLimit = 10 << 20

  /// Attaches a file: a document of the profile by its id, or a file by its path.
  ///
  /// The bytes are in the store before anything names them.
  ///
  /// - Throws: ``CabinetFailure/fileRefused(name:_:)``.
  public func attach(_ name: String) throws(CabinetFailure) -> Attachment {
    if let document = state.profile.documents.first(where: { $0.id == name }) {
      return document.attachment
    }
    let bytes = try InputFile.read(name, limit: Self.attachmentLimit)
    return try attach(bytes, name: String(name.split(separator: "/").last ?? "file"))
  }

  /// Attaches bytes under a name, from which signs that would act on a terminal are taken out.
  ///
  /// - Throws: ``CabinetFailure/fileRefused(name:_:)`` where there are none or more than
  ///   ``attachmentLimit``.
  public func attach(_ bytes: [UInt8], name: String) throws(CabinetFailure) -> Attachment {
    let name = String(
      String.UnicodeScalarView(
        name.unicodeScalars.filter { $0.properties.generalCategory != .control }.prefix(255)))
    guard !bytes.isEmpty else {
      throw .fileRefused(
        name: name,
        Phrase("он пуст. Выберите другой файл.", "it is empty. Choose another file."))
    }
    guard bytes.count <= Self.attachmentLimit else {
      throw InputFile.tooLarge(name, limit: Self.attachmentLimit)
    }
    do {
      return Self.description(
        of: bytes, hash: try log.putAttachment(bytes, in: stream), name: name)
    } catch {
      throw .store(error)
    }
  }

  /// A description of a file that the store holds already, made anew of its bytes, so that nobody can
  /// pass one kind of file off as another.
  func verified(_ attachment: Attachment) throws(CabinetFailure) -> Attachment {
    do {
      let bytes = try log.attachment(attachment.hash, of: stream)
      return Self.description(of: bytes, hash: attachment.hash, name: attachment.name)
    } catch {
      throw .fileRefused(
        name: attachment.name,
        Phrase(
          "в кабинете его нет. Приложите его снова.",
          "the cabinet does not hold it. Attach it anew."
        ))
    }
  }

  private static func description(of bytes: [UInt8], hash: String, name: String) -> Attachment {
    let kind = FileKind(of: bytes)
    return Attachment(
      hash: hash, name: name, kind: kind.name, size: bytes.count, picture: kind.picture(in: bytes))
  }
}

/// The kind of a file by its first bytes, whatever its name says.
enum FileKind {
  case jpeg, png, pdf, unknown

  init(of bytes: [UInt8]) {
    self =
      if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
        .jpeg
      } else if bytes.starts(with: [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A,
      ]) { .png } else if bytes.starts(with: Array("%PDF-".utf8)) { .pdf } else { .unknown }
  }

  var name: String {
    switch self {
    case .jpeg: "jpg"
    case .png: "png"
    case .pdf: "pdf"
    case .unknown: "bin"
    }
  }

  /// The size in pixels, from the header of the picture.
  func picture(in bytes: [UInt8]) -> Attachment.Picture? {
    func number(_ index: Int, _ count: Int) -> Int? {
      guard index + count <= bytes.count else { return nil }
      return bytes[index..<(index + count)].reduce(0) { $0 << 8 | Int($1) }
    }
    switch self {
    case .png:
      guard let width = number(16, 4), let height = number(20, 4) else { return nil }
      return .init(width: width, height: height)
    case .jpeg:
      // Segments follow each other; the frame header (SOF) holds height and width.
      var index = 2
      while let marker = number(index, 2), marker >> 8 == 0xFF, let length = number(index + 2, 2) {
        let kind = marker & 0xFF
        if kind == 0xFF {
          // A byte that fills the space before a marker.
          index += 1
          continue
        }
        if (0xC0...0xCF).contains(kind), ![0xC4, 0xC8, 0xCC].contains(kind) {
          guard let height = number(index + 5, 2), let width = number(index + 7, 2) else {
            return nil
          }
          return .init(width: width, height: height)
        }
        index += 2 + max(2, length)
      }
      return nil
    case .pdf, .unknown: return nil
    }
  }
}

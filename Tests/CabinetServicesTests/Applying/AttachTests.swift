import CabinetStore
import Glibc
import Testing

@testable import Cabinet
@testable import CabinetServices

@Suite struct AttachTests {
  static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    + [0, 0, 3, 0x84, 0, 0, 4, 0xB0]
  /// A start, a segment of application data, two filling bytes and a frame of 600 × 800.
  static let jpeg: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xFF, 0xC2, 0, 11, 8, 3, 0x20, 2, 0x58]
  static let pdf = Array("%PDF-1.4\n".utf8)

  @Test func kindsFollowTheBytesAndNotTheName() throws {
    let session = try Resident.session()
    let picture = try session.attach(Self.png, name: "снимок.pdf")
    #expect(picture.kind == "png" && picture.picture == .init(width: 900, height: 1200))
    #expect(picture.size == Self.png.count && picture.name == "снимок.pdf")
    let photo = try session.attach(Self.jpeg, name: "a.jpg")
    #expect(photo.kind == "jpg" && photo.picture == .init(width: 600, height: 800))
    let text = try session.attach(Self.pdf, name: "a.jpg")
    #expect(text.kind == "pdf" && text.picture == nil)
    #expect(try session.attach([1], name: "a.pdf").kind == "bin")
    #expect(try session.attach(Self.pdf, name: "b").hash == text.hash)
  }

  @Test func truncatedPicturesDoNotTrap() {
    for bytes in [Self.png, Self.jpeg, Self.pdf] {
      for length in 0...bytes.count {
        let part = Array(bytes.prefix(length))
        #expect(length == bytes.count || FileKind(of: part).picture(in: part) == nil)
      }
    }
    let loop: [UInt8] = [0xFF, 0xD8, 0xFF] + Array(repeating: 0xFF, count: 100_000)
    #expect(FileKind(of: loop).picture(in: loop) == nil)
  }

  @Test func namesLoseWhatWouldActOnATerminal() throws {
    let session = try Resident.session()
    let name = "a\u{1B}[2J\n" + String(repeating: "я", count: 1000)
    let cleaned = try session.attach([1], name: name).name
    #expect(cleaned.hasPrefix("a[2Jя") && cleaned.count == 255)
  }

  @Test func sizesAreLimited() throws {
    let session = try Resident.session()
    let limit = CabinetSession.attachmentLimit
    for size in [0, limit + 1] {
      let bytes = [UInt8](repeating: 1, count: size)
      guard
        case .fileRefused("a.bin", _)? = session.expectFailure({
          _ = try session.attach(bytes, name: "a.bin")
        })
      else {
        Issue.record("\(size) bytes were taken")
        continue
      }
    }
    #expect(try session.attach([UInt8](repeating: 1, count: limit), name: "a").size == limit)
  }

  @Test func onlyRegularFilesAreRead() throws {
    let folder = try Fixtures.Folder()
    let session = try Resident.session()
    let file = try folder.write(Self.png, to: "снимок.png")
    #expect(try session.attach(file).name == "снимок.png")
    let empty = try folder.write([], to: "empty")
    let large = folder.path + "/large"
    let descriptor = open(large, O_CREAT | O_WRONLY, 0o600)
    #expect(ftruncate(descriptor, CabinetSession.attachmentLimit + 1) == 0)
    close(descriptor)
    let pipe = folder.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    let reasons = [
      empty: "пуст", large: "больше 10 МиБ", pipe: "не обычный файл",
      folder.path: "не обычный файл",
      folder.path + "/nothing": "такого файла нет", "": "такого файла нет",
      file + "\0.txt": "такого файла нет", "/dev/null": "не обычный файл",
    ]
    for (path, reason) in reasons {
      let failure = session.expectFailure { _ = try session.attach(path) }
      #expect(failure?.phrase.ru.contains(reason) == true, "\(path): \(failure?.phrase.ru ?? "")")
    }
  }

  @Test func aDocumentOfTheProfileIsAttachedByItsId() throws {
    let session = try Resident.session()
    let attachment = try session.attach(Self.pdf, name: "договор.pdf")
    try session.save(
      Profile(documents: [.init(id: "contract", title: "Договор", attachment: attachment)]))
    #expect(try session.attach("contract") == attachment)
  }

  @Test func aStoreThatFailsKeepsNothing() throws {
    let log = MemoryEventLog()
    let session = try Resident.session(log)
    log.nextFailure = .noSpace(path: "")
    #expect(
      session.expectFailure { _ = try session.attach(Self.pdf, name: "a") }
        == .store(.noSpace(path: "")))
  }
}

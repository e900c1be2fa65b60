import Testing

@testable import CabinetStore

@Suite struct LockNoteTests {
  private static func end(_ offset: Int) -> Position {
    Position(head: Head(seq: 1, hash: ChainHash(of: Array("\(offset)".utf8))), offset: offset)
  }

  private static func note(_ offset: Int, turn: Int = 1) -> LockNote {
    var note = LockNote(process: 20_015)
    note.turn = turn
    note.sealed = 3
    note.confirm(end(offset))
    return note
  }

  /// Others find the places by these numbers, and the kernel takes none that 4 does not divide.
  @Test func placesAreWhereTheyAreSaidToBe() throws {
    var bytes = Self.note(94_719).encoded
    #expect(bytes.count == LockNote.size)
    let words = LockNote.changingWords
    #expect(words.0 % 4 == 0)
    #expect(words.1 % 4 == 0)
    #expect(String(decoding: bytes[words.0..<words.0 + 4], as: UTF8.self) == "4719")
    let digits = String(decoding: bytes[words.1..<words.1 + 4], as: UTF8.self)
    #expect(Self.end(94_719).head.hash.description.dropFirst().hasPrefix(digits))
    #expect(bytes[LockNote.wish] == UInt8(ascii: "0"))
    bytes[LockNote.wish] = LockNote.wanted
    #expect(LockNote(bytes) == Self.note(94_719))
  }

  @Test func everyNumberComesBack() throws {
    for power in 0..<15 {
      for number in [1, 5, 9].map({ digit in (0..<power).reduce(digit) { ten, _ in ten * 10 } }) {
        var note = Self.note(number)
        note.process = min(number, 4_194_304)
        note.turn = min(number, 9_999_999_999)
        note.sealed = min(number, 999_999)
        #expect(LockNote(note.encoded) == note)
        #expect(note.confirms(Self.end(number)))
      }
    }
  }

  /// Neither another record at the same place nor the same record elsewhere.
  @Test func onlyTheRecordThatWasNotedIsConfirmed() {
    let note = Self.note(1000)
    #expect(note.confirms(Self.end(1000)))
    #expect(!note.confirms(Position(head: Self.end(1000).head, offset: 1001)))
    #expect(!note.confirms(Position(head: Self.end(999).head, offset: 1000)))
    let origin = Position(head: Head(seq: 0, hash: .zero), offset: 0)
    #expect(!LockNote(process: 1).confirms(origin))
  }

  /// Half of one note and half of another, wherever the cut: it says what one of them said, or nothing.
  @Test func tornNotesConfirmNothingNew() {
    let (old, new) = (Self.note(1000).encoded, Self.note(2433, turn: 2).encoded)
    for cut in 0...LockNote.size {
      let note = LockNote(Array(new[..<cut] + old[cut...]))
      let length = (try? #require(note))?.length
      if let length, length != 1000, length != 2433 {
        #expect(note?.confirms(Self.end(length)) != true)
      }
      #expect(note?.confirms(Self.end(1000)) != true || cut < 90)
      #expect(note?.confirms(Self.end(2433)) != true || cut > 150)
    }
  }

  @Test func whatIsNoNoteIsNone() {
    let bytes = Self.note(1000).encoded
    for index in bytes.indices where index != LockNote.wish {
      var broken = bytes
      broken[index] = UInt8(ascii: "x")
      #expect(LockNote(broken) == nil, "byte \(index)")
    }
    #expect(LockNote(Array(bytes.dropLast())) == nil)
    #expect(LockNote(Array("      20015\n".utf8)) == nil)
  }
}

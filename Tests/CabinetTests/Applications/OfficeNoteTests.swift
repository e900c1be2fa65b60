import Cabinet
import Testing

@Suite struct OfficeNoteTests {
  @Test(arguments: [
    OfficeNote.withdrawn, OfficeNote.askedTwice, OfficeNote.reopened, OfficeNote.refusedInSilence,
    OfficeNote.willReview, OfficeNote.mustFinish,
    OfficeNote.repeated("9990-9000001-010101-0000004/21"), OfficeNote.justified("возраст 17 лет"),
  ])
  func isReadInEnglishFromWhatTheJournalKeeps(_ note: Phrase) {
    #expect(OfficeNote.phrase(note.ru) == note)
    #expect(note.ru != note.en)
  }

  @Test func datesAreReadToo() throws {
    let day = try #require(Day("2021-01-20"))
    let note = OfficeNote.notGiven(by: day)
    #expect(note.ru == "Сведения не представлены до 20.01.2021.")
    #expect(note.en == "Nothing was given by 20\u{A0}January 2021.")
    #expect(OfficeNote.phrase(note.ru) == note)
  }

  @Test func whatTheCatalogueSaysStays() {
    let note = "Судимость не погашена. Ведомство просило об этом дважды."
    #expect(OfficeNote.phrase(note).en == "Судимость не погашена. The agency asked for it twice.")
    #expect(OfficeNote.phrase("Иное").en == "Иное")
    #expect(OfficeNote.phrase("") == Phrase("", ""))
  }
}

import Testing

@testable import Cabinet

/// The notes of institutions, read in English.
@Suite struct BookingNoteTests {
  private static var booking: Booking {
    var booking = RegistrySamples.hold("b", RegistrySamples.slot(60), kind: .vet)
    booking.details["serviceTitlesEn"] = "Examination"
    return booking
  }

  @Test(arguments: [
    (
      "Запись не оплачена за 15 минут, время свободно.",
      "Not paid within 15 minutes; the time is free again."
    ),
    (
      "Вы не отметились в течение 15 минут после начала.",
      "You did not check in within 15 minutes of the start."
    ),
    ("Животное принято: Осмотр, Чипирование.", "The animal was seen: Examination."),
    (
      "Талон 068-07-1501-1600: 15.01.2021 16:00, ГП № 68, ул. Малая Якиманка, 22, стр. 1, каб. 505.",
      "Slip 068-07-1501-1600: 15.01.2021 16:00, Polyclinic 68, ul. Malaia Iakimanka, 22, bldg. 1, room 505."
    ),
    (
      "Чек demo-1: 900,00\u{A0}₽, карта 4111 **** 1111",
      "Receipt demo-1: 900,00\u{A0}₽, card 4111 **** 1111"
    ),
    ("Иное", "Иное"), ("", ""),
  ])
  func isReadInEnglish(note: String, english: String) {
    #expect(BookingNote.phrase(note, of: Self.booking) == Phrase(note, english))
  }
}

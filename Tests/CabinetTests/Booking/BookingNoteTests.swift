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
    (
      "Специалист болен и не принимает по 24.01.2021 включительно.",
      "The specialist is ill and sees nobody until the end of 24.01.2021."
    ),
    ("Новое время — 22.01.2021 11:00.", "The new time is 22.01.2021 11:00."),
    (
      "Специалист болен и не принимает по 24.01.2021 включительно. Новое время — 22.01.2021 11:00.",
      "The specialist is ill and sees nobody until the end of 24.01.2021. The new time is 22.01.2021 11:00."
    ),
    ("Совещание. Новое время — 22.01.2021 11:00.", "Совещание. The new time is 22.01.2021 11:00."),
    (
      "К возврату 900,00\u{A0}₽: укажите карту.",
      "To be refunded: 900,00\u{A0}₽; tell to which card."
    ),
    (
      "Возврат demo-refund-1: 900,00\u{A0}₽, карта •••• 1111, до 28.01.2021.",
      "Refund demo-refund-1: 900,00\u{A0}₽, card •••• 1111, by 28.01.2021."
    ),
    (
      "Связь прервалась, консультация не состоялась.",
      "The connection broke, the consultation did not take place."
    ),
    ("Иное", "Иное"), ("", ""),
  ])
  func isReadInEnglish(note: String, english: String) {
    #expect(BookingNote.phrase(note, of: Self.booking) == Phrase(note, english))
  }
}

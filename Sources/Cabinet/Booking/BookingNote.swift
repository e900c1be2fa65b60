/// What institutions write beside the marks of an appointment, in both languages.
///
/// A note is kept in the register as it was written, in Russian; this list reads it in English.
public enum BookingNote {
  /// A note of an appointment; one that is not of this list stays as it is.
  public static func phrase(_ note: String, of booking: Booking) -> Phrase {
    if let fixed = fixed.first(where: { $0.ru == note }) { return fixed }
    if let parts = why(before: newTime, in: note) {
      let why = phrase(parts.why, of: booking)
      let time = phrase(parts.rest, of: booking)
      return Phrase(note, "\(why.en) \(time.en)")
    }
    let title = booking.talon.title.en
    for (frame, value) in [
      (seen, booking.details["serviceTitlesEn"] ?? title), (consulted, title), (missed, nil),
      (slip, nil), (receipt, nil), (ill, nil), (newTime, nil), (toRefund, nil), (refund, nil),
      (movedAway, nil),
    ] {
      guard let filled = held(by: note, frame) else { continue }
      return Phrase(note, frame.en.replacing("#", with: value ?? PlaceName.phrase(filled).en))
    }
    return Phrase(note, note)
  }

  /// What stands at `#` in a note; nil where it is another one.
  private static func held(by note: String, _ frame: Phrase) -> String? {
    let parts = frame.ru.split(separator: "#", omittingEmptySubsequences: false)
    guard parts.count == 2, note.hasPrefix(parts[0]), note.hasSuffix(parts[1]),
      note.count >= parts[0].count + parts[1].count
    else { return nil }
    return String(note.dropFirst(parts[0].count).dropLast(parts[1].count))
      .replacing(", карта ", with: ", card ").replacing(", до ", with: ", by ")
  }

  /// What stands before a sentence in a note, and the sentence; nil where it has none or nothing is before it.
  private static func why(before sentence: Phrase, in note: String) -> (why: String, rest: String)?
  {
    let lead = " " + (sentence.ru.split(separator: "#").first ?? "")
    guard let place = note.firstRange(of: lead) else { return nil }
    return (
      String(note[..<place.lowerBound]), String(note[note.index(after: place.lowerBound)...])
    )
  }

  private static let fixed = [
    Phrase(
      "Запись не оплачена за 15 минут, время свободно.",
      "Not paid within 15 minutes; the time is free again."),
    Phrase("Время свободно для других.", "The time is free for others."),
    Phrase(
      "Приём проведён. Протокол осмотра — в медицинской карте.",
      "The visit took place. Its record is in the medical card."),
    Phrase(
      "Врач был у вас. Протокол осмотра — в медицинской карте.",
      "The doctor visited you. The record is in the medical card."),
    Phrase(
      "Консультация проведена, рекомендации врача отправлены вам.",
      "The consultation took place; the vet’s advice was sent to you."),
    Phrase(
      "Связь прервалась, консультация не состоялась.",
      "The connection broke, the consultation did not take place."),
  ]
  private static let ill = Phrase(
    "Специалист болен и не принимает по # включительно.",
    "The specialist is ill and sees nobody until the end of #.")
  private static let newTime = Phrase("Новое время — #.", "The new time is #.")
  private static let toRefund = Phrase(
    "К возврату #: укажите карту.", "To be refunded: #; tell to which card.")
  private static let refund = Phrase("Возврат #.", "Refund #.")
  /// What is written where an appointment went to another institution; the number of the slip there is its `#`.
  public static let movedAway = Phrase(
    "Вы перенесли запись в другое учреждение, талон #.",
    "You moved it to another institution, slip #.")
  private static let seen = Phrase("Животное принято: #.", "The animal was seen: #.")
  private static let consulted = Phrase(
    "Консультация проведена. Тема: #. Ответ на вопрос дан устно; "
      + "решения по консультации не принимают, для него подайте заявление.",
    "The consultation took place. Topic: #. The answer was given orally; "
      + "a consultation decides nothing, apply for a decision.")
  private static let missed = Phrase(
    "Вы не отметились в течение # минут после начала.",
    "You did not check in within # minutes of the start.")
  private static let slip = Phrase("Талон #.", "Slip #.")
  private static let receipt = Phrase("Чек #", "Receipt #")
}

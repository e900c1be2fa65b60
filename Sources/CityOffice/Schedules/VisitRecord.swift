import Cabinet

/// What an institution writes down after an appointment.
enum VisitRecord {
  /// The record of an appointment that took place.
  static func text(of booking: Booking) -> String {
    switch booking.kind {
    case .doctor: "Приём проведён. Протокол осмотра — в медицинской карте."
    case .doctorHome: "Врач был у вас. Протокол осмотра — в медицинской карте."
    case .vet, .vetHome:
      "Животное принято: \(booking.details["serviceTitles"] ?? booking.talon.title.ru)."
    case .vetOnline: "Консультация проведена, рекомендации врача отправлены вам."
    case .consultation:
      "Консультация проведена. Тема: \(booking.talon.title.ru). Ответ на вопрос дан устно; "
        + "решения по консультации не принимают, для него подайте заявление."
    }
  }
}

import Cabinet

/// What an institution did with an appointment: what happened, what was kept, what to do next.
public struct BookingNotice: Equatable, Sendable {
  /// Why it happened, in the institution's words; what happened, where it gave none.
  public var happened: Phrase
  /// What was kept.
  public var kept: Phrase
  /// What to do next; empty where there is nothing to do.
  public var next: Phrase

  /// All of it, one sentence after the other.
  public var inWords: Phrase {
    let parts = [happened, kept, next].filter { !$0.ru.isEmpty }
    return Phrase(
      parts.map(\.ru).joined(separator: " "), parts.map(\.en).joined(separator: " "))
  }
}

extension Booking {
  /// What its institution did with it last, or what is to be done about money that was paid for it.
  public var notice: BookingNotice? {
    if isActive, isMovedByCity { return moveNotice }
    guard isEndedByCity || awaitsRefund || isRefunded, let outcome else { return nil }
    let happened =
      outcome.code == .cancelled
      ? Phrase("Вы отменили запись, которая уже оплачена.", "You cancelled what was paid already.")
      : sentence(outcome)
    return BookingNotice(happened: happened, kept: whatIsKept, next: whatIsNext)
  }

  private var moveNotice: BookingNotice? {
    guard let mark else { return nil }
    return BookingNotice(
      happened: sentence(mark),
      kept: kind.isOnline
        ? Phrase(
          "Талон новый, вопрос и ссылка прежние.",
          "The slip is new; the question and the link are as they were.")
        : Phrase("Талон новый, остальное прежнее.", "The slip is new, all else is as it was."),
      next: Phrase(
        "Если новое время не подходит, перенесите или отмените запись.",
        "Where the new time does not suit you, move or cancel it."))
  }

  private var whatIsKept: Phrase {
    if isPaid {
      let sum = Money(kopecks: price).text
      if isRefunded {
        return Phrase(
          "Банк демонстрации вернёт \(sum); деньги не настоящие.",
          "The demonstration’s bank gives \(sum) back; the money is not real.")
      }
      return Phrase("Ваши \(sum) вернут.", "Your \(sum) are given back.")
    }
    return referral == nil
      ? Phrase("Другие ваши записи не изменились.", "Your other appointments were not changed.")
      : Phrase(
        "Направление снова свободно, другие записи не изменились.",
        "The referral is free again, your other appointments were not changed.")
  }

  private var whatIsNext: Phrase {
    if awaitsRefund {
      return Phrase("Укажите карту для возврата.", "Tell to which card.")
    }
    return isRefunded
      ? Phrase("", "")
      : Phrase("Выберите другое время.", "Choose another time.")
  }

  private func sentence(_ mark: BookingMark) -> Phrase {
    let why = BookingNote.phrase(mark.note, of: self)
    let title = mark.title
    return why.ru.isEmpty ? Phrase("\(title.ru).", "\(title.en).") : why
  }
}

extension CabinetSession {
  /// Days after its time for which it is told that an appointment was cancelled, where nobody read it.
  private static let noticeDays = 14

  /// Whether the resident has yet to read what an institution did with an appointment.
  public func isUnread(_ booking: Booking) -> Bool {
    guard booking.isEndedByCity || booking.isActive && booking.isMovedByCity,
      booking.at.adding(seconds: Self.noticeDays * 86_400) > now
    else { return false }
    return state.readNotices[booking.id] != booking.visibleHistory.count
  }

  /// Notes that the resident read what the institution did with an appointment.
  public func readNotice(of id: String) throws(CabinetFailure) {
    let booking = try booking(id)
    let statuses = booking.visibleHistory.count
    try commit { state in
      state.readNotices[booking.id] == statuses
        ? nil : .booking(.noticeRead(booking: booking.id, statuses: statuses))
    }
  }

  /// What institutions did that the resident is to be told of, and money that waits for them.
  var toldByInstitutions: [AppointmentNeed] {
    let all = appointments
    return all.compactMap { booking in
      if booking.awaitsRefund { return .refund(booking) }
      guard isUnread(booking) else { return nil }
      if booking.isActive { return .moved(booking) }
      // Whoever has booked anew has seen it.
      let isReplaced = all.contains {
        $0.isActive && $0.kind == booking.kind && $0.subject.id == booking.subject.id
          && $0.talon.speciality == booking.talon.speciality
      }
      return isReplaced ? nil : .cancelled(booking)
    }
  }
}

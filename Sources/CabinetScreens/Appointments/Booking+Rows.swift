import Cabinet
import CabinetServices
import TerminalUI

extension Booking {
  /// For whom and for what, short: `Участковый терапевт`, `Участковый педиатр · Пётр`.
  func shortTitle(_ context: ScreenContext) -> String {
    let what =
      switch kind {
      case .doctor, .doctorHome: context.say(talon.title)
      case .vet, .vetHome, .vetOnline: context.say(kind.title)
      case .consultation:
        "\(context.say(BookingWords.dgi)): \(context.say(talon.title).lowercasedFirst)"
      }
    return subject.isSelf ? what : "\(what) · \(subject.name)"
  }

  /// Where, in a few words: `ГП № 68`, `видеосвязь`, `у вас дома`.
  func shortPlace(_ context: ScreenContext) -> String {
    if kind.isOnline { return context.say(BookingWords.video) }
    if kind.isAtHome { return context.say(BookingWords.atHome) }
    return context.say(talon.place)
  }

  /// A line of the home screen.
  func homeRow(_ context: ScreenContext) -> Row {
    Row(
      id: ViewID("booking.\(id)"), title: StyledText(shortTitle(context)),
      details: [
        .text(
          StyledText(DateWords.longAndTime(at, today: context.today, context.language))),
        .text(StyledText(shortPlace(context), .dim)),
      ])
  }

  /// A line of a list of appointments.
  func row(_ context: ScreenContext) -> Row {
    let state = mark?.title ?? BookingWords.kept
    let isPlain = isActive && payUntil == nil
    return Row(
      id: ViewID("booking.\(id)"),
      leading: StyledText(
        isClosed
          ? DateWords.short(at.day, context.language)
          : DateWords.dayAndTime(at, context.language)),
      title: StyledText(shortTitle(context)),
      details: [
        .text(
          isPlain
            ? StyledText(shortPlace(context), .dim) : StyledText(context.say(state), tone))
      ])
  }

  /// The tone that repeats what the word of the state says.
  var tone: Tone {
    switch status {
    case .provided, .came: .good
    case .refused, .cancelledByOffice: .bad
    case .cancelled: .dim
    case .movedByOffice: .warning
    default: payUntil == nil ? .plain : .warning
    }
  }
}

extension AppointmentNeed {
  /// A line of what needs the resident.
  func row(_ context: ScreenContext) -> Row {
    let booking = booking
    let title: Phrase
    let until: String
    switch self {
    case .offer:
      title = BookingWords.offered
      until = booking.heldUntil.map { context.until($0) } ?? ""
    case .confirmation:
      title = BookingWords.confirmNeeded
      until = booking.heldUntil.map { context.until($0) } ?? ""
    case .payment(_, let moment):
      title = BookingWords.payNeeded
      until = context.until(moment)
    case .checkIn:
      title = booking.kind.isOnline ? BookingWords.join : BookingWords.checkInNeeded
      until = DateWords.dayAndTime(booking.at, context.language)
    case .cancelled:
      title = booking.outcome?.title ?? BookingWords.cancelled
      until = DateWords.dayAndTime(booking.at, context.language)
    case .moved:
      title = booking.mark?.title ?? BookingWords.moved
      until = DateWords.dayAndTime(booking.at, context.language)
    case .refund:
      title = BookingWords.takeBack
      until = Money(kopecks: booking.price).text
    case .reminder:
      title = BookingWords.reminder
      until = DateWords.dayAndTime(booking.at, context.language)
    }
    return Row(
      id: ViewID("booking.\(booking.id)"), marker: "!",
      title: StyledText("\(context.say(title)) · \(booking.shortTitle(context))"),
      details: [.text(StyledText(until, .warning))])
  }
}

extension ScreenContext {
  /// `до 10:10`, with the day where it is another.
  func until(_ moment: Timestamp) -> String {
    let time =
      moment.day == today ? String(moment.clock.prefix(5)) : DateWords.dayAndTime(moment, language)
    return "\(say(AppWords.by)) \(time)"
  }
}

extension String {
  /// The text with its first letter in lower case.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

import Cabinet
import CabinetServices
import TerminalUI

/// A time that is kept: what would be booked, and until when one may think.
struct ConfirmBookingScreen: Screen {
  let booking: Booking

  var section: Section? { .appointments }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .activated("confirm"): [.booking(.confirm(booking.id, details: [:]))]
    case .activated("release"): [.booking(.release(booking.id))]
    default: []
    }
  }

  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect] {
    switch outcome {
    case .booking(.confirmed(let booking)):
      let next: any Screen =
        booking.payUntil == nil
        ? AppointmentScreen(id: booking.id) : PayBookingScreen(id: booking.id)
      return [
        .abandon, .open(.appointments), .push(next),
        .notify(booking.payUntil == nil ? BookingWords.done : BookingWords.payNeeded),
      ]
    case .booking(.held(let booking)): return [.replace(ConfirmBookingScreen(booking: booking))]
    case .booking(.released): return [.pop, .notify(BookingWords.released)]
    case .failed: return []
    default: return []
    }
  }

  func view(_ context: ScreenContext) -> Page {
    let until = booking.heldUntil.map { context.until($0) } ?? ""
    let left = (booking.heldUntil?.seconds ?? 0) - context.session.now.seconds
    let state =
      left > 0
      ? "\(context.say(BookingWords.kept)) \(until)"
      : context.say(Phrase("Время вышло: выберите снова", "Out of time: choose again"))
    let isOffer = booking.offerOf != nil
    return Page(
      path: [context.say(BookingWords.check)], status: state,
      body: [
        .heading(booking.shortTitle(context)), .facts(booking.mainFacts(context)), .gap,
        .buttons([
          Button(id: "confirm", context.say(BookingWords.confirm), isEnabled: left > 0),
          Button(
            id: "release",
            context.say(isOffer ? BookingWords.decline : BookingWords.otherTime)),
        ]), .gap, .text(StyledText(state, left > 0 ? .dim : .bad)), .gap,
        .facts(booking.furtherFacts(context)),
      ], initialFocus: "confirm")
  }
}

extension Booking {
  /// What the slip says, as labels and values.
  func facts(_ context: ScreenContext) -> [Fact] { mainFacts(context) + furtherFacts(context) }

  /// What must be seen before it is booked: when, for whom, with whom, where, what for, at what price.
  func mainFacts(_ context: ScreenContext) -> [Fact] {
    var facts: [Fact] = []
    func add(_ label: Phrase, _ text: String, _ tone: Tone = .plain) {
      if !text.isEmpty { facts.append(Fact(context.say(label), StyledText(text, tone))) }
    }
    add(
      BookingWords.when, DateWords.weekdayAndTime(at, today: context.today, context.language),
      .strong)
    add(BookingWords.patient, subject.name)
    add(
      BookingWords.toWhom,
      "\(context.name(talon.specialist)), \(context.say(talon.title).lowercasedFirst)")
    if kind.isOnline {
      add(BookingWords.place, context.say(BookingWords.video))
    } else {
      let room = talon.room.isEmpty ? "" : talon.roomInWords(context)
      add(
        BookingWords.place,
        [kind.isAtHome ? context.say(BookingWords.atHome) : context.say(talon.place), room]
          .filter { !$0.isEmpty }.joined(separator: ", "))
      add(Phrase("Адрес", "Address"), context.place(talon.address))
    }
    let services = context.language == .russian ? "serviceTitles" : "serviceTitlesEn"
    add(BookingWords.servicesOf, details[services] ?? "")
    if kind.isVet {
      let isLater = kind != .vetOnline && price > 0
      add(
        BookingWords.price,
        price == 0
          ? context.say(BookingWords.free)
          : context.say(Money(kopecks: price).inWords)
            + (isLater ? ", \(context.say(BookingWords.vetPaid))" : ""))
    }
    return facts
  }

  /// What is good to know besides: how long it takes, what was asked, what to bring.
  func furtherFacts(_ context: ScreenContext) -> [Fact] {
    let bring =
      kind.isOnline ? [] : context.session.speciality(talon.speciality)?.thingsToBring ?? []
    let facts = [
      (BookingWords.lasts, context.say(Plural.minutes(talon.slot.minutes))),
      (BookingWords.question, details["question"] ?? ""),
      (BookingWords.complaint, details["complaint"] ?? ""),
      (BookingWords.bring, bring.map { context.say($0) }.joined(separator: ", ")),
    ]
    return facts.filter { !$0.1.isEmpty }.map { Fact(context.say($0.0), StyledText($0.1)) }
  }
}

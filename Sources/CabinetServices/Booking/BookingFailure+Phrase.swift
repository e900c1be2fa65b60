import Cabinet

extension BookingFailure {
  /// What happened, what was kept, what to do next; the nearest times by their ids where there are any.
  public var phrase: Phrase {
    guard let nearest else { return reason }
    return reason
      + Phrase(
        Self.offer(nearest, "Ближайшее: ", .russian), Self.offer(nearest, "Nearest: ", .english))
  }

  /// The free times nearest to one that was not to be had; nil for another failure.
  public var nearest: [SlotOffer]? {
    switch self {
    case .slotLost(_, let nearest), .slotRefused(_, let nearest): nearest
    default: nil
    }
  }

  /// What happened, what was kept, what to do next, the nearest times aside.
  public var reason: Phrase {
    switch self {
    case .slotLost:
      Phrase(
        "Это время только что занял другой житель. Ваши записи не изменились.",
        "Someone else took this time just now. Your appointments were not changed.")
    case .slotRefused(let problem, _):
      problem.phrase + Phrase(" Ничего не изменилось.", " Nothing was changed.")
    case .noSlotName(let text):
      Phrase(
        "«\(text)» — не время приёма. Ничего не изменилось; возьмите id из kabinet book … --list.",
        "\(text) is not the id of a time. Nothing was changed; take one from kabinet book … --list."
      )
    case .holdRanOut:
      Phrase(
        "Время держалось за вами 10 минут, они прошли. Запись не сделана; выберите время снова.",
        "The time was kept for 10 minutes, which are over. Nothing was booked; choose again.")
    case .noSuchBooking(let id):
      Phrase(
        "Записи «\(id)» нет: она не сделана или давно прошла. Ничего не изменилось.",
        "There is no appointment \(id): it was not made or is long past. Nothing was changed.")
    case .foreign(let id):
      Phrase(
        "Запись «\(id)» — другого жителя, изменить её может только он. Ничего не изменилось.",
        "The appointment \(id) is another resident's, who alone can change it. "
          + "Nothing was changed.")
    case .alreadyBooked(let number, let at):
      Phrase(
        "К специалисту этого профиля уже есть запись \(number) на \(at.shown). Вторая не сделана: "
          + "перенесите или отмените ту.",
        "There is an appointment \(number) in this speciality on \(at.shown). No second was "
          + "made: move or cancel that one.")
    case .keptElsewhere(let hold):
      Phrase(
        "За вами держится другое время у этого специалиста: \(hold.at.shown), "
          + "\(hold.talon.place.ru). Запись не сделана: подтвердите или освободите то время.",
        "Another time with this specialist is kept for you: \(hold.at.shown), "
          + "\(hold.talon.place.en). Nothing was booked: confirm that time or give it up.")
    case .alreadyWaiting:
      Phrase(
        "Вы уже в листе ожидания к этому специалисту. Ничего не изменилось.",
        "You wait for this specialist already. Nothing was changed.")
    case .insurance(let refusal, let subject): refusal.phrase(subject)
    case .referralNeeded(let title):
      Phrase(
        "«\(title.ru)» принимает по направлению, а действующего нет. Запись не сделана; "
          + "направление даст участковый врач.",
        "“\(title.en)” is seen by referral, and there is no valid one. Nothing was booked; your "
          + "practitioner gives it.")
    case .referralUsed(let number, let at):
      Phrase(
        "По этому направлению уже есть запись \(number) на \(at.shown). Вторая не сделана: перенесите "
          + "ту или попросите у врача новое направление.",
        "This referral was used for the appointment \(number) on \(at.shown). No second was made: "
          + "move that one, or ask your practitioner for another referral.")
    case .tooLate(let minutes):
      Phrase(
        minutes == 0
          ? "Приём уже начался: перенести и отменить нельзя. Запись не изменилась."
          : "Перенести и отменить можно не позже чем за \(Self.hours(minutes).ru) до начала. "
            + "Запись не изменилась.",
        minutes == 0
          ? "It has begun: it can no longer be moved or cancelled. It was not changed."
          : "It can be moved or cancelled until \(Self.hours(minutes).en) before it begins. "
            + "It was not changed.")
    case .clockBehind(let seen, let now):
      Phrase(
        "Часы показывают \(now.shown), а в регистратуре уже есть запись от \(seen.shown): время "
          + "переведено назад. Ничего не изменилось; поправьте часы.",
        "The clock shows \(now.shown), but the register has an entry of \(seen.shown): time was "
          + "moved backwards. Nothing was changed; mend the clock.")
    case .unpaid(let refusal): refusal
    case .notPossible(let refusal): refusal
    }
  }

  private static func offer(_ nearest: [SlotOffer], _ lead: String, _ language: Language) -> String
  {
    guard !nearest.isEmpty else {
      return Phrase(
        " Свободного времени рядом нет.", " There is no free time near it.")[language]
    }
    return " " + lead
      + nearest.map { "\($0.slot.at.shown) (\($0.id))" }.joined(separator: ", ") + "."
  }

  /// `2 часа`, in the genitive that "за" and "до" ask for being the same here as the accusative.
  private static func hours(_ minutes: Int) -> Phrase {
    minutes % 60 == 0 ? Plural.hours(minutes / 60) : Plural.minutes(minutes)
  }
}

extension SlotProblem {
  /// What is wrong with the time.
  var phrase: Phrase {
    switch self {
    case .noSuchTime:
      Phrase(
        "Такого времени в расписании нет: оно изменилось или исчезло.",
        "The schedule has no such time: it changed or vanished.")
    case .otherSpeciality:
      Phrase(
        "Это время — к специалисту другого профиля.",
        "This time is with a specialist of another speciality.")
    case .otherLength(let minutes):
      Phrase(
        "Приём займёт \(Plural.minutes.ru(minutes)), а это время — другой длины.",
        "The appointment takes \(Plural.minutes.en(minutes)), and this time is of another length.")
    case .past: Phrase("Это время уже прошло.", "This time is past.")
    case .tooSoon(let minutes):
      minutes % 60 == 0
        ? Phrase(
          "Записаться можно не позже чем за \(Plural.hours.ru(minutes / 60)) до начала.",
          "One can book until \(Plural.hours.en(minutes / 60)) before it begins.")
        : Phrase(
          "Записаться можно не позже чем за \(Plural.minutes.ru(minutes)) до начала.",
          "One can book until \(Plural.minutes.en(minutes)) before it begins.")
    case .tooFar(let last):
      Phrase(
        "Расписание открыто до \(last.russian).", "The schedule is open until \(last.russian).")
    case .away:
      Phrase(
        "Специалист болен и в этот день не принимает.",
        "The specialist is ill and sees nobody that day.")
    case .taken: Phrase("Это время уже занято.", "This time is taken.")
    }
  }
}

extension Insurance.Refusal {
  /// Why the polyclinic does not book by the policy.
  func phrase(_ subject: String) -> Phrase {
    // Who has told nothing of themselves yet has no name either.
    let whose = subject.isEmpty ? "" : " (\(subject))"
    return switch self {
    case .noPolicy:
      Phrase(
        "Не указан полис ОМС\(whose). Запись не сделана; впишите 16 цифр в «Мои данные».",
        "The policy is missing\(whose). Nothing was booked; type its 16 digits in your details."
      )
    case .noBirthDate:
      Phrase(
        "Не указана дата рождения\(whose). Запись не сделана; впишите её в «Мои данные».",
        "The date of birth is missing\(whose). Nothing was booked; add it to your details.")
    case .otherBirthDate:
      Phrase(
        "Полис и дата рождения не подходят друг к другу\(whose). Запись не сделана; "
          + "сверьте оба с полисом в «Мои данные».",
        "The policy and the date of birth do not agree\(whose). Nothing was booked; compare "
          + "both with the policy in your details.")
    }
  }
}

import Cabinet

/// Where an application is, in words: step n of m, what that means, who acts next and by when.
public struct Standing: Equatable {
  /// The step, 1…total.
  public var step: Int
  /// The number of steps from sending to the result.
  public var total: Int
  /// What is going on, in one sentence.
  public var sentence: Phrase
  /// What comes next; empty where nothing does.
  public var next: Phrase
  /// Who acts next.
  public var actor: Party
  /// The day by which they act.
  public var by: Day?
}

extension CabinetSession {
  /// Where an application is now.
  public func standing(of application: Application) -> Standing {
    let due = dueDay(of: application)
    func at(
      _ step: Int, _ sentence: Phrase, next: Phrase = Phrase("", ""), _ actor: Party = .office,
      by day: Day? = due
    ) -> Standing {
      Standing(step: step, total: 5, sentence: sentence, next: next, actor: actor, by: day)
    }
    if let complaint = application.complaints.last, complaint.outcome == nil {
      return at(
        5, Phrase("Ваша жалоба рассматривается.", "Your complaint is being considered."),
        next: Phrase("решение по жалобе", "the decision on the complaint"), by: complaint.due)
    }
    let decision = Phrase(
      "решение ведомства, потом результат", "the agency's decision, then the result")
    switch application.status {
    case .submitted, .delivered:
      return at(
        1, Phrase("Заявление у ведомства, его регистрируют.", "The agency is registering it."),
        next: Phrase("регистрация в течение рабочего дня", "registration within a working day"))
    case .registered, .withdrawalRefused:
      return at(
        2, Phrase("Заявление принято, ведомство проверяет сведения.", "Accepted; being checked."),
        next: decision)
    case .requestSent, .requestAnswered:
      return at(
        3,
        Phrase(
          "Ведомство собирает сведения у других органов.", "The agency asks other agencies."),
        next: decision)
    case .clarificationRequested:
      return at(
        3, Phrase("Ведомство ждёт ответа от вас, срок остановлен.", "The agency waits for you."),
        next: Phrase("ваш ответ", "your reply"), .resident,
        by: application.lastEvent.due)
    case .clarificationGiven:
      return at(
        3, Phrase("Ведомство проверяет ваш ответ.", "The agency is checking your reply."),
        next: decision)
    case .suspended:
      return at(
        3, Phrase("Рассмотрение приостановлено.", "The review is suspended."),
        next: Phrase("рассмотрение возобновится", "the review goes on"),
        by: application.lastEvent.due)
    case .resumed:
      return at(3, Phrase("Рассмотрение возобновлено.", "The review goes on."), next: decision)
    case .inProgress:
      return at(
        4, Phrase("Ведомство готовит решение.", "The decision is being prepared."), next: decision)
    case .withdrawalRequested:
      return at(
        4, Phrase("Ведомство оформляет отзыв.", "The withdrawal is being processed."),
        next: Phrase("подтверждение отзыва", "confirmation"),
        by: calendar.adding(workingDays: 1, to: application.lastEvent.at.day))
    case .clarificationExpired:
      return at(
        4, Phrase("Срок для вашего ответа прошёл.", "The time for your reply has run out."),
        next: Phrase("отказ; заявление можно подать снова", "refusal; you can apply again"))
    case .granted where application.lastEvent.reason != 2, .handedOver:
      return at(5, Phrase("Услуга оказана.", "The service is granted."), by: nil)
    case .granted, .refused, .registrationRefused, .repeatRefused, .submissionFailed:
      return at(
        5, Phrase("Ведомство отказало.", "The agency refused."),
        next: Phrase(
          "можно обжаловать или подать заявление снова", "you may appeal or apply again"),
        .resident, by: nil)
    case .withdrawn:
      return at(5, Phrase("Вы отозвали заявление.", "You withdrew it."), by: nil)
    case .cancelledByOffice:
      return at(5, Phrase("Ведомство отменило заявление.", "The agency cancelled it."), by: nil)
    case .withdrawalAvailable, .withdrawalUnavailable:
      return at(2, application.status.title)
    }
  }
}

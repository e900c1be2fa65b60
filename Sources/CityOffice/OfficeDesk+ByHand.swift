import Cabinet

/// What a person at the desk can do with an application.
public enum OfficeOrder: Sendable, Equatable {
  /// Register it.
  case accept
  /// Ask the applicant; `days` are working days.
  case ask(text: String, fields: [String], days: Int)
  /// Stop the term; `days` are working days.
  case suspend(text: String, days: Int)
  /// Refuse, on a ground of the service, or without one before and after registration alike.
  case refuse(ground: String?, note: String)
  /// Provide the service.
  case grant(note: String)
}

extension OfficeDesk {
  /// The statuses by which an order is carried out, in order.
  ///
  /// Whether they may follow what was before is for the status machine to say, when they are committed.
  public func carryOut(
    _ order: OfficeOrder, on application: Application, service: Service, at moment: Timestamp
  ) -> [StatusEvent] {
    func event(
      _ status: Status, reason: Int? = nil, note: String = "", due: Day? = nil,
      fields: [String]? = nil
    ) -> StatusEvent {
      StatusEvent(
        status, reason: reason, at: moment, by: .office, note: note, due: due, fields: fields)
    }
    let delivery = application.status == .submitted ? [event(.delivered)] : []
    switch order {
    case .accept:
      let term = application.submission.term
      let due = term.value == nil ? nil : term.end(after: moment.day, calendar: calendar)
      return delivery + [event(.registered, due: due), event(.withdrawalAvailable)]
    case .ask(let text, let fields, let days):
      return [
        event(
          .clarificationRequested, note: text,
          due: calendar.adding(workingDays: days, to: moment.day), fields: fields)
      ]
    case .suspend(let text, let days):
      return [
        event(.suspended, note: text, due: calendar.adding(workingDays: days, to: moment.day))
      ]
    case .refuse(let ground, let note):
      let isRegistered = application.registeredAt != nil
      let code = ground ?? (isRegistered ? "1080.1" : "1030.1")
      let matter = Matter(application: application, service: service, desk: self)
      guard case .statusChanged(_, let refusal) = matter.refuse(code, note: note, at: moment).event
      else { return [] }
      return delivery + [refusal]
    case .grant(let note):
      return [event(.granted, reason: 1, note: note.isEmpty ? service.regulation.grant : note)]
    }
  }
}

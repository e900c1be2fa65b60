import Cabinet

/// Tells of one service how each of the nine actions stands.
public struct ActionJudge {
  let service: Service
  let services: ServiceLinks
  /// The service tried out; nil where only its card is judged.
  let sample: SampleCase?

  /// Judges by the card alone, without trying the service out.
  public init(service: Service, services: ServiceLinks) {
    self.init(service: service, services: services, sample: nil)
  }

  init(service: Service, services: ServiceLinks, sample: SampleCase?) {
    self.service = service
    self.services = services
    self.sample = sample
  }

  /// How an action stands.
  public func standing(_ action: ServiceAction) -> Completeness.Standing {
    switch action {
    case .information: standing(of: gaps)
    case .appointment: appointment
    case .request: request
    case .registration: tried("nobody registers it") { $0.registeredAt != nil }
    case .payment: payment
    case .result: result
    case .progress: progress
    case .rating: rating
    case .appeal: appeal
    }
  }

  private func standing(of gaps: [String]) -> Completeness.Standing {
    gaps.isEmpty ? .provided : .missing(gaps.joined(separator: ", "))
  }

  /// What the tried out application shows; the card alone shows no failure.
  private func tried(_ reason: String, _ test: (Application) -> Bool) -> Completeness.Standing {
    guard let sample else { return .provided }
    return sample.application.map(test) == true ? .provided : .missing(reason)
  }

  /// What the card does not tell of the order and the terms.
  private var gaps: [String] {
    var gaps: [String] = []
    func need(_ holds: Bool, _ what: String) { if !holds { gaps.append(what) } }
    need(!service.summary.isEmpty && !service.summaryEn.isEmpty, "summary")
    need(!service.audience.who.isEmpty, "who may apply")
    need(!service.results.isEmpty, "results")
    need(service.term.value != nil || service.term.tellsWithoutNumber, "term")
    need(
      service.fee.kind == .free || service.fee.amount != nil || service.fee.note != nil, "fee")
    need(service.kind != .application || !service.documents.isEmpty, "documents")
    need(!service.acceptanceRefusals.isEmpty && !service.refusals.isEmpty, "grounds of refusal")
    need(service.steps.count >= (service.kind == .application ? 3 : 2), "steps")
    need(!service.legalActs.isEmpty, "acts")
    need(!service.basis.isEmpty, "basis")
    return gaps
  }

  /// A visit is booked by the service itself, or by the booking that its agency names.
  ///
  /// Who only looks something up, reads or pays has no one to visit.
  private var appointment: Completeness.Standing {
    switch service.kind {
    case .booking: return .provided
    case .lookup, .payment, .information: return .notNeeded
    case .application:
      return services.visit(for: service) == nil
        ? .missing("no visit to \(service.agency) can be booked") : .provided
    }
  }

  private var request: Completeness.Standing {
    guard !service.form.fields.isEmpty else { return .missing("there is no form") }
    guard let sample else { return .provided }
    return sample.failure == nil ? .provided : .missing("the form leads to no decision")
  }

  /// What costs something is paid by the service itself, or by the payment that the fee names.
  private var payment: Completeness.Standing {
    guard service.fee.kind != .free else { return .notNeeded }
    let names: Set<FieldType> = [.money, .payerCode]
    if service.kind == .payment, service.form.fields.contains(where: { names.contains($0.type) }) {
      return .provided
    }
    guard let id = service.fee.service else { return .missing("no payment is named") }
    return services.kinds[id] == .payment ? .provided : .missing("\(id) is no payment")
  }

  private var result: Completeness.Standing {
    guard service.results.allSatisfy({ !$0.delivery.isEmpty }), !service.results.isEmpty else {
      return .missing("it does not say how the result comes")
    }
    return tried("it is never granted") { $0.phase == .granted && !$0.lastEvent.note.isEmpty }
  }

  private var progress: Completeness.Standing {
    tried("its history does not tell of registration and decision") { application in
      let codes = application.visibleHistory.map(\.code)
      return codes.contains(.submitted) && codes.contains(.registered) && codes.contains(.granted)
    }
  }

  private var rating: Completeness.Standing {
    guard let id = services.rating else { return .missing("nothing rates it") }
    return services.kinds[id] == nil ? .missing("there is no service \(id)") : .provided
  }

  private var appeal: Completeness.Standing {
    guard !service.appeal.to.isEmpty else { return .missing("nobody is named to complain to") }
    guard let sample else { return .provided }
    return sample.answersComplaint ? .provided : .missing("a complaint is not answered")
  }
}

extension Term {
  /// True for a term that needs no number, or says why there is none.
  fileprivate var tellsWithoutNumber: Bool {
    switch unit {
    case .immediately, .onVisit: true
    case .uncertain: note?.isEmpty == false
    case .workingDays, .calendarDays: false
    }
  }
}

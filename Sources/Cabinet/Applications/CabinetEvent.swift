/// Something that happened in a resident's cabinet; the journal is a list of these.
public enum CabinetEvent: Sendable, Equatable {
  case profileChanged(Profile)
  case draftSaved(Draft)
  case draftDiscarded(draft: String)
  case draftRestored(draft: String)
  case draftErased(draft: String)
  case applicationSubmitted(Submission)
  case statusChanged(application: String, StatusEvent)
  /// Corrections were typed but not sent.
  case replySaved(application: String, answers: [String: Answer])
  /// Corrections were sent; they take the place of the answers.
  case clarificationGiven(application: String, answers: [String: Answer], StatusEvent)
  case complaintFiled(application: String, Complaint)
  case complaintDecided(
    application: String, complaint: String, outcome: Complaint.Outcome, note: String)
  /// The clock of a demonstration was moved on.
  case clockAdvanced(to: Timestamp)
  /// Something happened around the medical cards.
  case medical(MedicalEvent)
  case favourite(FavouriteEvent)
  /// Something about appointments.
  case booking(BookingEvent)

  /// The application that the event concerns.
  public var application: String? {
    switch self {
    case .applicationSubmitted(let submission): submission.id
    case .statusChanged(let id, _), .replySaved(let id, _), .clarificationGiven(let id, _, _),
      .complaintFiled(let id, _), .complaintDecided(let id, _, _, _):
      id
    default: nil
    }
  }
}

extension CabinetEvent: Codable {
  private enum Kind: String, Codable {
    case profileChanged, draftSaved, draftDiscarded, draftRestored, draftErased
    case applicationSubmitted, statusChanged, replySaved, clarificationGiven
    case complaintFiled, complaintDecided, clockAdvanced, medical, favourite, booking
  }

  private enum Key: String, CodingKey {
    case kind, profile, draft, submission, application, status, answers, complaint
    case outcome, note, to, medical, favourite, booking
  }

  /// Reads an object whose `kind` says what happened.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    func application() throws -> String { try box.decode(String.self, forKey: .application) }
    func draft() throws -> String { try box.decode(String.self, forKey: .draft) }
    switch try box.decode(Kind.self, forKey: .kind) {
    case .profileChanged:
      self = .profileChanged(try box.decode(Profile.self, forKey: .profile))
    case .draftSaved: self = .draftSaved(try box.decode(Draft.self, forKey: .draft))
    case .draftDiscarded: self = .draftDiscarded(draft: try draft())
    case .draftRestored: self = .draftRestored(draft: try draft())
    case .draftErased: self = .draftErased(draft: try draft())
    case .applicationSubmitted:
      self = .applicationSubmitted(try box.decode(Submission.self, forKey: .submission))
    case .statusChanged:
      self = .statusChanged(
        application: try application(), try box.decode(StatusEvent.self, forKey: .status))
    case .replySaved:
      self = .replySaved(
        application: try application(),
        answers: try box.decode([String: Answer].self, forKey: .answers))
    case .clarificationGiven:
      self = .clarificationGiven(
        application: try application(),
        answers: try box.decode([String: Answer].self, forKey: .answers),
        try box.decode(StatusEvent.self, forKey: .status))
    case .complaintFiled:
      self = .complaintFiled(
        application: try application(), try box.decode(Complaint.self, forKey: .complaint))
    case .complaintDecided:
      self = .complaintDecided(
        application: try application(),
        complaint: try box.decode(String.self, forKey: .complaint),
        outcome: try box.decode(Complaint.Outcome.self, forKey: .outcome),
        note: try box.decode(String.self, forKey: .note))
    case .clockAdvanced: self = .clockAdvanced(to: try box.decode(Timestamp.self, forKey: .to))
    case .medical: self = .medical(try box.decode(MedicalEvent.self, forKey: .medical))
    case .favourite:
      self = .favourite(try box.decode(FavouriteEvent.self, forKey: .favourite))
    case .booking: self = .booking(try box.decode(BookingEvent.self, forKey: .booking))
    }
  }

  /// Writes an object whose `kind` says what happened.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    func put(_ kind: Kind) throws { try box.encode(kind, forKey: .kind) }
    switch self {
    case .profileChanged(let profile):
      try put(.profileChanged)
      try box.encode(profile, forKey: .profile)
    case .draftSaved(let draft):
      try put(.draftSaved)
      try box.encode(draft, forKey: .draft)
    case .draftDiscarded(let draft):
      try put(.draftDiscarded)
      try box.encode(draft, forKey: .draft)
    case .draftRestored(let draft):
      try put(.draftRestored)
      try box.encode(draft, forKey: .draft)
    case .draftErased(let draft):
      try put(.draftErased)
      try box.encode(draft, forKey: .draft)
    case .applicationSubmitted(let submission):
      try put(.applicationSubmitted)
      try box.encode(submission, forKey: .submission)
    case .statusChanged(let application, let status):
      try put(.statusChanged)
      try box.encode(application, forKey: .application)
      try box.encode(status, forKey: .status)
    case .replySaved(let application, let answers):
      try put(.replySaved)
      try box.encode(application, forKey: .application)
      try box.encode(answers, forKey: .answers)
    case .clarificationGiven(let application, let answers, let status):
      try put(.clarificationGiven)
      try box.encode(application, forKey: .application)
      try box.encode(answers, forKey: .answers)
      try box.encode(status, forKey: .status)
    case .complaintFiled(let application, let complaint):
      try put(.complaintFiled)
      try box.encode(application, forKey: .application)
      try box.encode(complaint, forKey: .complaint)
    case .complaintDecided(let application, let complaint, let outcome, let note):
      try put(.complaintDecided)
      try box.encode(application, forKey: .application)
      try box.encode(complaint, forKey: .complaint)
      try box.encode(outcome, forKey: .outcome)
      try box.encode(note, forKey: .note)
    case .clockAdvanced(let moment):
      try put(.clockAdvanced)
      try box.encode(moment, forKey: .to)
    case .medical(let event):
      try put(.medical)
      try box.encode(event, forKey: .medical)
    case .favourite(let event):
      try put(.favourite)
      try box.encode(event, forKey: .favourite)
    case .booking(let event):
      try put(.booking)
      try box.encode(event, forKey: .booking)
    }
  }
}

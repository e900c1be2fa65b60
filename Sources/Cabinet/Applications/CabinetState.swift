/// All that a resident's cabinet holds: the fold of its journal.
public struct CabinetState: Codable, Sendable, Equatable {
  /// What the cabinet knows of its resident.
  public var profile: Profile
  /// The drafts, those in the trash included, in the order in which they were begun.
  public var drafts: [Draft]
  /// The applications that are open or were closed lately, in the order in which they were sent.
  public var applications: [Application]
  /// The applications closed longer ago.
  public var closed: ClosedLedger
  /// How many applications were sent in all; the last block of a ЕНО counts them.
  public var submittedCount: Int
  /// The clock of a demonstration; nil while nobody moved it.
  public var clock: Timestamp?
  /// What is remembered of the medical cards.
  public var medical: MedicalState
  /// The services kept at hand, in the order in which they were added.
  public var favourites: [String]
  /// The registers of institutions to which the resident turned, in that order; their appointments are there.
  public var registries: [String]
  /// How many statuses of an appointment had been told when the resident last said that they had read of what the
  /// institution did with it, by its id.
  public var readNotices: [String: Int]

  /// Makes the state of a cabinet in which nothing has happened.
  public init() {
    profile = Profile()
    drafts = []
    applications = []
    closed = ClosedLedger()
    submittedCount = 0
    clock = nil
    medical = MedicalState()
    favourites = []
    registries = []
    readNotices = [:]
  }

  /// A draft that is not in the trash.
  public func draft(_ id: String) -> Draft? {
    drafts.first { $0.id == id && !$0.isDiscarded }
  }

  /// An application that is held in full.
  public func application(_ id: String) -> Application? {
    applications.first { $0.id == id }
  }

  /// All applications for a list, those that changed last first.
  public var summaries: [ApplicationSummary] {
    (closed.summaries + applications.map(ApplicationSummary.init))
      .sorted { $0.changedAt != $1.changedAt ? $0.changedAt > $1.changedAt : $0.number > $1.number }
  }

  /// Moves closed applications to the ledger, all but those that changed last.
  public mutating func compact(keeping kept: Int = 8) {
    let old = applications.filter(\.isClosed).sorted { $0.lastEvent.at < $1.lastEvent.at }
      .dropLast(kept)
    guard !old.isEmpty else { return }
    for application in old { closed.append(ApplicationSummary(application)) }
    let moved = Set(old.map(\.id))
    applications.removeAll { moved.contains($0.id) }
  }
}

/// Why an event cannot happen in a state.
public enum FoldRefusal: Error, Equatable, Sendable {
  case noSuchDraft(String)
  case noSuchApplication(String)
  /// The application has no open complaint of this id.
  case noSuchComplaint(String)
  /// A complaint about the application is open already.
  case complaintOpen(application: String)
  /// The application was sent already; the repeat changed nothing.
  case alreadySubmitted(String)
  case statusNotAllowed(application: String, from: Status, to: Status)
  case medical(MedicalRefusal)
}

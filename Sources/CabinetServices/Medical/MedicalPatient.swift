import Cabinet

/// Somebody whose medical card may be read here: the resident, or a child under 15.
public struct MedicalPatient: Sendable, Equatable, Identifiable {
  /// Whether the card may be read.
  public enum Access: Sendable, Equatable {
    /// An application for access was granted.
    case granted(oms: String, birthDate: Day, Scope)
    /// An application for access is under way.
    case requested(application: String)
    /// Nobody has asked for access yet.
    case none
    /// The child is 15 or older and opens the card by itself.
    ///
    /// Source: 323-ФЗ, art. 22 with art. 54: from 15 on a patient's data are the patient's own.
    case ofAge
  }

  /// What of a card may be read.
  public enum Scope: Sendable, Equatable {
    case everything
    /// Vaccinations and examinations only, as the application asked for.
    case vaccinationsAndExaminations

    /// True where documents of a kind may be read.
    public func covers(_ kind: MedicalDocumentKind) -> Bool {
      self == .everything || kind == .vaccination || kind == .examination
    }
  }

  /// The age from which a child's card is the child's own, in years.
  public static let ownAge = 15

  /// The child's id in the profile; nil for the resident.
  public var child: String?
  /// What the patient is called; the resident is "you".
  public var name: Phrase
  /// The day of birth; nil where the profile does not hold it.
  public var birthDate: Day?
  /// Whether the card may be read.
  public var access: Access

  /// A name for commands: `me`, or the child's id.
  public var id: String { child ?? Self.ownID }

  /// The name of the resident among the patients.
  public static let ownID = "me"
  /// The service by which access is asked for.
  public static let accessService = "medical-card-access"
  /// The same for a child alone.
  public static let childAccessService = "child-medical-card-access"
}

extension CabinetSession {
  /// The resident and the children of the profile, with the state of their cards.
  public func medicalPatients() throws(CabinetFailure) -> [MedicalPatient] {
    let requests = try accessRequests()
    let profile = state.profile
    let own = MedicalPatient(
      child: nil, name: Phrase("Вы", "You"), birthDate: profile["birthDate"].flatMap { Day($0) },
      access: access(to: nil, requests))
    return try [own]
      + profile.objects(.child).map { child throws(CabinetFailure) in
        let birth = child.facts["birthDate"].flatMap { Day($0) }
        let isOfAge = birth.map { $0.wholeYears(until: today) >= MedicalPatient.ownAge } ?? false
        return MedicalPatient(
          child: child.id, name: Phrase(child.title, child.title), birthDate: birth,
          access: isOfAge ? .ofAge : access(to: child.id, requests))
      }
  }

  /// A patient by its name for commands.
  public func medicalPatient(_ id: String) throws(CabinetFailure) -> MedicalPatient {
    let patients = try medicalPatients()
    guard let found = patients.first(where: { $0.id == id }) else {
      let known = patients.map(\.id).joined(separator: ", ")
      throw .notFound(
        Phrase(
          "Пациента «\(id)» среди ваших данных нет. Ничего не изменилось. Есть: \(known).",
          "Your details hold no patient \(id). Nothing was changed. There are: \(known)."))
    }
    return found
  }

  /// The applications for access, the latest first.
  private func accessRequests() throws(CabinetFailure) -> [Application] {
    let services = [MedicalPatient.accessService, MedicalPatient.childAccessService]
    var found: [Application] = []
    for summary in state.summaries where services.contains(summary.service) {
      guard [.granted, .inProgress, .needsResident].contains(summary.phase) else { continue }
      found.append(try application(summary.id))
    }
    return found.sorted { $0.submittedAt > $1.submittedAt }
  }

  private func access(to child: String?, _ requests: [Application]) -> MedicalPatient.Access {
    let own = requests.filter { $0.accessedChild == child }
    for request in own where request.phase == .granted {
      if let (oms, birth) = request.accessedPolicy {
        return .granted(oms: oms, birthDate: birth, request.accessScope)
      }
    }
    return own.first { !$0.isClosed }.map { .requested(application: $0.id) } ?? .none
  }
}

extension Application {
  /// The child to whose card access was asked for; nil for one's own.
  fileprivate var accessedChild: String? {
    for answer in answers.values {
      if case .reference(let reference) = answer { return reference.id }
    }
    return nil
  }

  /// The policy and the day of birth of the patient, as they were submitted.
  fileprivate var accessedPolicy: (oms: String, birthDate: Day)? {
    var birth = answers["birthDate"]?.text
    for answer in answers.values {
      if case .reference(let reference) = answer { birth = reference.facts["birthDate"] }
    }
    guard let oms = (answers["childOms"] ?? answers["oms"])?.text,
      let day = birth.flatMap({ Day($0) })
    else { return nil }
    return (oms, day)
  }

  fileprivate var accessScope: MedicalPatient.Scope {
    answers["sections"]?.text == "vaccines" ? .vaccinationsAndExaminations : .everything
  }
}

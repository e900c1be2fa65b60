/// Which status may follow which.
///
/// Regularities of the family: +100 answers the same step, 8xxx is the loop of information from the
/// applicant, 77xx asks other agencies, 100xx only steers what the resident may do.
public enum StatusMachine {
  /// The statuses that may follow one, control statuses aside; nothing follows nil but a submission.
  public static func successors(of status: Status?) -> Set<Status> {
    guard let status else { return [.submitted] }
    switch status {
    case .submitted: return [.delivered, .submissionFailed, .withdrawalRequested]
    case .delivered:
      return [.registered, .registrationRefused, .repeatRefused, .withdrawalRequested]
    case .registered, .resumed, .clarificationGiven, .withdrawalRefused: return underReview
    case .requestAnswered: return underReview.union([.requestAnswered])
    case .requestSent: return underReview.union([.requestAnswered])
    case .inProgress: return underReview.subtracting([.inProgress])
    case .suspended: return [.resumed, .withdrawalRequested, .refused, .cancelledByOffice]
    case .clarificationRequested:
      return [.clarificationGiven, .clarificationExpired, .withdrawalRequested, .cancelledByOffice]
    case .clarificationExpired: return [.refused, .clarificationGiven]
    case .withdrawalRequested:
      return [.withdrawn, .withdrawalRefused]
    case .granted: return [.handedOver, .inProgress]
    case .refused, .registrationRefused, .repeatRefused: return [.inProgress, .registered]
    case .withdrawn, .cancelledByOffice, .handedOver, .submissionFailed: return []
    case .withdrawalAvailable, .withdrawalUnavailable: return []
    }
  }

  private static let underReview: Set<Status> = [
    .requestSent, .clarificationRequested, .suspended, .inProgress, .granted, .refused,
    .withdrawalRequested, .cancelledByOffice,
  ]

  /// Tells whether a status may follow another; control statuses may follow any that is not final.
  public static func allows(_ next: Status, after status: Status?) -> Bool {
    if next.isControl { return status.map { !$0.isFinal } ?? false }
    return successors(of: status).contains(next)
  }
}

import Cabinet
import CabinetServices

/// Something around the medical cards that a screen wants done.
enum MedicalEffect {
  /// Opens a document, which the history remembers.
  case openDocument(String, of: MedicalPatient)
  case issueCode(for: MedicalPatient)
  case revokeCode(String)

  /// Does it.
  func perform(_ session: CabinetSession) throws(CabinetFailure) -> MedicalOutcome {
    switch self {
    case .openDocument(let id, let patient):
      return .documentOpened(try session.openMedicalDocument(id, of: patient), of: patient)
    case .issueCode(let patient): return .codeIssued(try session.issueAccessCode(for: patient))
    case .revokeCode(let id):
      try session.revokeAccessCode(id)
      return .codeRevoked
    }
  }
}

/// How it ended.
enum MedicalOutcome {
  case documentOpened(MedicalDocument, of: MedicalPatient)
  case codeIssued(AccessCode)
  case codeRevoked
}

import Cabinet

extension CabinetSession {
  /// Makes a code with which a doctor may open a card once, within a day.
  public func issueAccessCode(for patient: MedicalPatient) throws(CabinetFailure) -> AccessCode {
    _ = try medicalCard(of: patient)
    let code = AccessCode(
      id: ids.next("k"), digits: ids.digits(AccessCode.length), child: patient.child, issuedAt: now)
    try commit { _ in .medical(.codeIssued(code)) }
    return code
  }

  /// Takes a code back.
  public func revokeAccessCode(_ id: String) throws(CabinetFailure) {
    guard state.medical.codes.contains(where: { $0.id == id || $0.digits == id }) else {
      throw .notFound(
        Phrase(
          "Кода «\(id)» нет. Ничего не изменилось.", "There is no code \(id). Nothing was changed.")
      )
    }
    try commit { state in
      guard let code = state.medical.codes.first(where: { $0.id == id || $0.digits == id }),
        code.revokedAt == nil
      else { return nil }
      return .medical(.codeRevoked(code: code.id))
    }
  }

  /// Opens a card on the city's side, by a code that the patient gave to a doctor.
  ///
  /// A wrong code is written to the history too; after ``AccessCode/mostWrongTries`` of them every open code ends.
  ///
  /// - Parameters:
  ///   - digits: the code as the doctor typed it.
  ///   - doctor: who opens the card.
  public func openCard(byCode digits: String, doctor: String) throws(CabinetFailure)
    -> (patient: MedicalPatient, card: MedicalCard)
  {
    let typed = digits.filter { !$0.isWhitespace }
    var opened: AccessCode?
    try commit(by: .office) { state in
      opened = state.medical.codes.first {
        $0.digits == typed && $0.standing(at: now) == .open
      }
      return .medical(opened.map { .codeUsed(code: $0.id, by: doctor) } ?? .codeRefused(by: doctor))
    }
    guard let opened else {
      throw .notAllowed(
        Phrase(
          "Код не подходит: он неверен, использован, отозван или истёк. Карта не открыта; "
            + "попытка записана в историю обращений.",
          "The code opens nothing: it is wrong, was used or taken back, or has run out. The card "
            + "was not opened; the attempt is in the history."))
    }
    let patient = try medicalPatient(opened.child ?? MedicalPatient.ownID)
    return (patient, try medicalCard(of: patient))
  }
}

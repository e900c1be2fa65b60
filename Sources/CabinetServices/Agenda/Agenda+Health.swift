import Cabinet

extension CabinetSession {
  /// What runs out or is due by the medical cards that may be read.
  ///
  /// A title never says a diagnosis, nor what a medicine is for.
  var medicalAgendaItems: [AgendaItem] {
    guard let patients = try? medicalPatients() else { return [] }
    return patients.flatMap { patient -> [AgendaItem] in
      guard let card = try? medicalCard(of: patient) else { return [] }
      return documents(of: card, patient) + vaccinations(of: card, patient)
    }
  }

  private func documents(of card: MedicalCard, _ patient: MedicalPatient) -> [AgendaItem] {
    card.documents.compactMap { document in
      func item(_ kind: AgendaItem.Kind, _ day: Day, _ title: Phrase) -> AgendaItem {
        AgendaItem(
          id: "\(kind.rawValue)-\(patient.id)-\(document.id)", kind: kind, when: .day(day),
          title: title, member: patient.child, memberName: patient.memberName,
          origin: .medicalDocument(document.id, patient: patient.id), needsResident: true)
      }
      switch document.content {
      case .prescription(let prescription):
        guard case .valid = prescription.standing(on: today) else { return nil }
        return item(
          .prescription, prescription.until,
          Phrase(
            "Последний день рецепта: \(prescription.medicine)",
            "Last day of a prescription: \(prescription.medicineEn)"))
      case .referral(let referral) where referral.isOpen(on: today):
        return item(
          .referral, referral.until,
          Phrase(
            "Записаться по направлению: \(referral.to)", "Book with the referral: \(referral.toEn)")
        )
      default: return nil
      }
    }
  }

  private func vaccinations(of card: MedicalCard, _ patient: MedicalPatient) -> [AgendaItem] {
    let due = (try? vaccinationsDue(card, of: patient)) ?? []
    return due.map { due in
      AgendaItem(
        id: "vaccination-\(patient.id)-\(due.vaccine.id)-\(due.dose)", kind: .vaccination,
        when: .day(due.day),
        title: Phrase("Прививка: \(due.vaccine.title)", "Vaccination: \(due.vaccine.titleEn)"),
        member: patient.child, memberName: patient.memberName,
        origin: .vaccinations(patient: patient.id), needsResident: true)
    }
  }
}

extension MedicalPatient {
  /// What the patient is called where several are spoken of; empty for the resident.
  fileprivate var memberName: String { child == nil ? "" : name.ru }
}

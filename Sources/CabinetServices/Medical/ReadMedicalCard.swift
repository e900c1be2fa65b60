import Cabinet
import CityOffice

extension CabinetSession {
  /// The card of a patient, if access to it was granted.
  ///
  /// - Throws: ``CabinetFailure/notAllowed(_:)`` where it was not, ``CabinetFailure/notFound(_:)`` where the
  ///   city knows no such patient.
  public func medicalCard(of patient: MedicalPatient) throws(CabinetFailure) -> MedicalCard {
    guard case .granted(let oms, let birth, let scope) = patient.access else {
      throw .notAllowed(patient.refusal)
    }
    guard let card = try medicalRegister().card(oms: oms, birthDate: birth, on: today) else {
      throw .notFound(
        Phrase(
          "По полису \(oms) и дате рождения \(birth.russian) карты нет: связи с ЕМИАС у этой "
            + "программы нет, она знает только вымышленных пациентов. Ничего не изменилось.",
          "There is no card for policy \(oms) and birth date \(birth.russian): this program has no "
            + "link to the medical system and knows made-up patients only. Nothing was changed."))
    }
    let documents = card.documents.filter { scope.covers($0.kind) }.map { marked($0, policy: oms) }
    return MedicalCard(documents, on: today)
  }

  /// A document with what the registers know of it: a referral is used from the day it was booked with.
  private func marked(_ document: MedicalDocument, policy: String) -> MedicalDocument {
    guard case .referral(var referral) = document.content, referral.isOpen(on: today),
      let visit = use(ofReferral: Self.referralName(policy: policy, document: document.id))
    else { return document }
    referral.usedOn = visit.history.first?.at.day ?? today
    var marked = document
    marked.content = .referral(referral)
    return marked
  }

  /// Opens a document; the opening is written to the history first.
  ///
  /// - Throws: ``CabinetFailure``; where the history cannot be written, nothing is shown.
  public func openMedicalDocument(_ id: String, of patient: MedicalPatient) throws(CabinetFailure)
    -> MedicalDocument
  {
    let card = try medicalCard(of: patient)
    guard let document = card.document(id) else {
      let nearest = Nearest.names(to: id, among: card.documents.map(\.id))
      let hint = nearest.joined(separator: ", ")
      throw .notFound(
        Phrase(
          "Документа «\(id)» в карте нет. Ничего не изменилось."
            + (nearest.isEmpty ? "" : " Похожие: \(hint)."),
          "The card has no document \(id). Nothing was changed."
            + (nearest.isEmpty ? "" : " Nearest: \(hint).")))
    }
    try commit { _ in .medical(.cardOpened(child: patient.child, document: id)) }
    return document
  }

  /// Which vaccinations of a patient are due, the nearest first.
  public func vaccinationsDue(_ card: MedicalCard, of patient: MedicalPatient)
    throws(CabinetFailure) -> [VaccinationPlan.Due]
  {
    guard let birth = patient.birthDate else { return [] }
    return try medicalRegister().vaccinationPlan
      .due(birth: birth, given: card.vaccinations, on: today)
  }

  /// The plan of vaccinations.
  public func vaccinationPlan() throws(CabinetFailure) -> VaccinationPlan {
    try medicalRegister().vaccinationPlan
  }

  /// What the city's medical system holds, read when it is first asked for.
  func medicalRegister() throws(CabinetFailure) -> MedicalRegister {
    if let loadedMedicalRegister { return loadedMedicalRegister }
    let path = fixtures + "/city/medical.json"
    do {
      let register = try ShippedFile.read(MedicalRegister.self, at: path)
      loadedMedicalRegister = register
      return register
    } catch {
      throw .notPossible(
        Phrase(
          "Медицинские карты \(path) не читаются: \(error.phrase.ru). В кабинете ничего не изменилось.",
          "The medical cards \(path) cannot be read: \(error.phrase.en). Nothing in the cabinet was changed."
        )
      )
    }
  }
}

extension MedicalPatient {
  /// The service by which access to this card is asked for.
  public var serviceOfAccess: String {
    child == nil ? Self.accessService : Self.childAccessService
  }

  /// Why the card cannot be read, and what to do.
  public var refusal: Phrase {
    switch access {
    case .granted: Phrase("", "")
    case .requested:
      Phrase(
        "Доступ к карте ещё рассматривают: ответ придёт за 5 рабочих дней.",
        "Access is still being decided on: the answer comes within 5 working days.")
    case .none:
      Phrase(
        "Доступа к этой карте нет. Подайте заявление на услугу «\(serviceOfAccess)»; "
          + "ничего не изменилось.",
        "You have no access to this card. Apply for the service \(serviceOfAccess); "
          + "nothing was changed.")
    case .ofAge:
      Phrase(
        "С 15 лет карту открывает сам подросток: его данные — его врачебная тайна.",
        "From 15 on the card is opened by the young person alone: the data are theirs.")
    }
  }
}

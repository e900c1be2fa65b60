import Cabinet
import CabinetServices

/// A document of a medical card in a list, without what is sensitive.
struct MedicalRowJSON: Encodable {
  var id: String
  var date: String
  var kind: String
  var title: String
  var place: String
  var doctor: String

  init(_ document: MedicalDocument, _ language: Language) {
    id = document.id
    date = document.day.description
    kind = document.kind.rawValue
    title = document.name[language]
    place = document.placeName[language]
    doctor = document.author[language]
  }
}

/// A document of a medical card, opened.
struct MedicalDocumentJSON: Encodable {
  /// One measured value.
  struct Result: Encodable {
    var analyte: String
    var title: String
    var value: String
    var unit: String
    @OrNull var low: String?
    @OrNull var high: String?
    var standing: String

    init(_ result: LabResult, _ language: Language) {
      analyte = result.analyte
      title = result.name[language]
      value = result.value.text(.english)
      unit = result.unitInWords[language]
      low = result.low?.text(.english)
      high = result.high?.text(.english)
      standing = result.standing.rawValue
    }
  }

  /// What was found.
  struct Diagnosis: Encodable {
    var code: String
    var title: String
  }

  /// A part of the text.
  struct Passage: Encodable {
    var title: String
    var text: String
  }

  /// A medicine that was prescribed.
  struct PrescriptionJSON: Encodable {
    var medicine: String
    var dosage: String
    var until: Day
    @OrNull var dispensedOn: Day?
  }

  /// A referral.
  struct ReferralJSON: Encodable {
    var speciality: String
    var to: String
    var purpose: String
    var until: Day
    @OrNull var usedOn: Day?
  }

  var id: String
  var date: String
  var kind: String
  var title: String
  var place: String
  var doctor: String
  var speciality: String
  @OrNull var diagnosis: Diagnosis?
  var passages: [Passage]
  var results: [Result]
  @OrNull var vaccination: Vaccination?
  @OrNull var prescription: PrescriptionJSON?
  @OrNull var sickLeave: SickLeave?
  @OrNull var referral: ReferralJSON?

  init(_ document: MedicalDocument, _ language: Language) {
    id = document.id
    date = document.day.description
    kind = document.kind.rawValue
    title = document.name[language]
    place = document.placeName[language]
    doctor = document.author[language]
    speciality = document.specialityName[language]
    diagnosis = document.diagnosis.map {
      Diagnosis(code: $0.code, title: Phrase($0.title, $0.titleEn)[language])
    }
    passages = document.passages.map {
      Passage(title: $0.name[language], text: $0.wording[language])
    }
    results = document.results.map { Result($0, language) }
    switch document.content {
    case .vaccination(let value): vaccination = value
    case .prescription(let value):
      prescription = PrescriptionJSON(
        medicine: value.name[language], dosage: value.instructions[language],
        until: value.until, dispensedOn: value.dispensedOn)
    case .sickLeave(let value): sickLeave = value
    case .referral(let value):
      referral = ReferralJSON(
        speciality: value.speciality, to: value.target[language],
        purpose: value.reason[language], until: value.until, usedOn: value.usedOn)
    case .examination, .laboratory, .imaging, .instrumental, .discharge: break
    }
  }
}

/// A measurement among others of its kind.
struct TrendPointJSON: Encodable {
  var date: String
  var document: String
  var result: MedicalDocumentJSON.Result
}

/// A vaccination that is to come.
struct VaccinationDueJSON: Encodable {
  var vaccine: String
  var title: String
  var dose: Int
  var date: String
  var standing: String

  init(_ due: VaccinationPlan.Due, _ language: Language) {
    vaccine = due.vaccine.id
    title = due.vaccine.name[language]
    dose = due.dose
    date = due.day.description
    standing =
      switch due.standing {
      case .overdue: "overdue"
      case .soon: "soon"
      case .later: "later"
      }
  }
}

/// A code for a doctor.
struct AccessCodeJSON: Encodable {
  var id: String
  var code: String
  var patient: String
  var until: String

  init(_ code: AccessCode) {
    id = code.id
    self.code = code.digits
    patient = code.child ?? MedicalPatient.ownID
    until = code.until.description
  }
}

/// An entry of the history of a card.
struct MedicalHistoryJSON: Encodable {
  var at: String
  var record: Int
  var event: String
  @OrNull var patient: String?
  @OrNull var document: String?
  @OrNull var by: String?

  init(_ entry: MedicalHistoryEntry, codes: [AccessCode]) {
    at = entry.at.description
    record = entry.record
    func owner(_ code: String) -> String? {
      codes.first { $0.id == code }.map { $0.child ?? MedicalPatient.ownID }
    }
    switch entry.event {
    case .cardOpened(let child, let opened):
      event = "opened"
      patient = child ?? MedicalPatient.ownID
      document = opened
    case .codeIssued(let code):
      event = "codeIssued"
      patient = code.child ?? MedicalPatient.ownID
    case .codeRevoked(let code):
      event = "codeRevoked"
      patient = owner(code)
    case .codeUsed(let code, let doctor):
      event = "codeUsed"
      patient = owner(code)
      by = doctor
    case .codeRefused(let doctor):
      event = "codeRefused"
      by = doctor
    }
  }
}

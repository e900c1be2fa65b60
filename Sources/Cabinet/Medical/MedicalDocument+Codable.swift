extension MedicalDocument: Codable {
  private enum Key: String, CodingKey {
    case id, day, kind, title, titleEn, place, doctor, speciality, diagnosis, passages
    case results, vaccination, prescription, sickLeave, referral
  }

  /// Reads an object whose `kind` says which member holds its content.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    id = try box.decode(String.self, forKey: .id)
    day = try box.decode(Day.self, forKey: .day)
    title = try box.decode(String.self, forKey: .title)
    titleEn = try box.decode(String.self, forKey: .titleEn)
    place = try box.decode(String.self, forKey: .place)
    doctor = try box.decodeIfPresent(String.self, forKey: .doctor) ?? ""
    speciality = try box.decodeIfPresent(String.self, forKey: .speciality) ?? ""
    diagnosis = try box.decodeIfPresent(Diagnosis.self, forKey: .diagnosis)
    passages = try box.decodeIfPresent([Passage].self, forKey: .passages) ?? []
    content =
      switch try box.decode(MedicalDocumentKind.self, forKey: .kind) {
      case .examination: .examination
      case .laboratory: .laboratory(try box.decode([LabResult].self, forKey: .results))
      case .imaging: .imaging
      case .instrumental: .instrumental
      case .discharge: .discharge
      case .vaccination: .vaccination(try box.decode(Vaccination.self, forKey: .vaccination))
      case .prescription: .prescription(try box.decode(Prescription.self, forKey: .prescription))
      case .sickLeave: .sickLeave(try box.decode(SickLeave.self, forKey: .sickLeave))
      case .referral: .referral(try box.decode(Referral.self, forKey: .referral))
      }
  }

  /// Writes an object whose `kind` says which member holds its content.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(id, forKey: .id)
    try box.encode(day, forKey: .day)
    try box.encode(kind, forKey: .kind)
    try box.encode(title, forKey: .title)
    try box.encode(titleEn, forKey: .titleEn)
    try box.encode(place, forKey: .place)
    try box.encode(doctor, forKey: .doctor)
    try box.encode(speciality, forKey: .speciality)
    try box.encodeIfPresent(diagnosis, forKey: .diagnosis)
    try box.encode(passages, forKey: .passages)
    switch content {
    case .examination, .imaging, .instrumental, .discharge: break
    case .laboratory(let results): try box.encode(results, forKey: .results)
    case .vaccination(let vaccination): try box.encode(vaccination, forKey: .vaccination)
    case .prescription(let prescription): try box.encode(prescription, forKey: .prescription)
    case .sickLeave(let leave): try box.encode(leave, forKey: .sickLeave)
    case .referral(let referral): try box.encode(referral, forKey: .referral)
    }
  }
}

import Cabinet
import CabinetServices

/// The way from a referral to a visit.
enum ReferralBooking {
  /// The times of the specialist to whom a referral leads, or all doctors where that is not possible yet.
  static func screen(_ referral: Referral, of patient: MedicalPatient, _ context: ScreenContext)
    -> any Screen
  {
    let session = context.session
    let subject = patient.child ?? BookingSubject.ownID
    guard let patient = session.patients.first(where: { $0.subject.id == subject }),
      let registry = (try? session.insured(patient))?.polyclinic,
      session.specialities(.doctor, in: registry).contains(where: { $0.id == referral.speciality })
    else { return DoctorScreen(kind: .doctor, context, who: subject) }
    let request = BookingRequest(
      kind: .doctor, subject: patient.subject, speciality: referral.speciality)
    return SlotGridScreen(request: request, registry: registry, context)
  }
}

import Cabinet
import CityOffice

/// Someone whom a polyclinic sees: the resident or a child.
public struct Patient: Equatable, Sendable {
  /// Who they are.
  public var subject: BookingSubject
  /// The policy, as the profile has it.
  public var policy: String?
  /// The birth date.
  public var birth: Day?
  /// The age on the day it was asked.
  public var age: Int?

  /// True for a patient of the children's polyclinic.
  public var isChild: Bool { age.map { $0 < 18 } ?? !subject.isSelf }
}

/// A patient whose policy is in order, and where they are seen.
public struct Insured: Equatable, Sendable {
  /// Who.
  public var patient: Patient
  /// The register of the polyclinic to which they are attached; nil for none.
  public var polyclinic: String?
  /// The referrals that count today, those included for which an appointment is booked already.
  public var referrals: [HeldReferral]

  /// The referral to a speciality, one that is free rather than one that is used.
  public func referral(to speciality: String) -> HeldReferral? {
    let held = referrals.filter { $0.referral.speciality == speciality }
    return held.first { $0.booking == nil } ?? held.first
  }

  /// Whether something can be booked with a referral to a speciality.
  public func hasFreeReferral(to speciality: String) -> Bool {
    referral(to: speciality).map { $0.booking == nil } ?? false
  }
}

/// A referral that counts, and what it was used for.
public struct HeldReferral: Equatable, Sendable {
  /// What registers call it, as ``Booking/referral`` has it.
  public var name: String
  /// What it says.
  public var referral: Referral
  /// The appointment for which it is used; nil where it is free.
  public var booking: Booking?
}

extension CabinetSession {
  /// Those whom the resident can book to a doctor: themselves and their children.
  public var patients: [Patient] {
    let profile = state.profile
    func patient(_ id: String, _ name: String, _ policy: String?, _ birth: String?) -> Patient {
      let birth = birth.flatMap { Day($0) }
      return Patient(
        subject: BookingSubject(id: id, name: name), policy: policy, birth: birth,
        age: birth.map { $0.wholeYears(until: today) })
    }
    let own = patient(
      BookingSubject.ownID, profile["fullName"] ?? "", profile["oms"], profile["birthDate"])
    let children = profile.objects(.child).map {
      patient($0.id, $0.title, $0.facts["oms"], $0.facts["birthDate"])
    }
    return [own] + children.filter(\.isChild)
  }

  /// A patient by id.
  public func patient(_ id: String) throws(CabinetFailure) -> Patient {
    guard let patient = patients.first(where: { $0.subject.id == id }) else {
      throw .booking(
        .notPossible(
          Phrase(
            "В «Моих данных» нет «\(id)». Есть: \(patients.map(\.subject.id).joined(separator: ", ")).",
            "There is no \(id) in your details. There are: "
              + "\(patients.map(\.subject.id).joined(separator: ", ")).")))
    }
    return patient
  }

  /// Checks a patient's policy with the city, and finds where they are seen.
  ///
  /// - Throws: ``BookingFailure/insurance(_:subject:)``.
  public func insured(_ patient: Patient) throws(CabinetFailure) -> Insured {
    let entry = patient.policy.flatMap { insuredRegister.policies[$0] }
    do throws(Insurance.Refusal) {
      try Insurance.check(
        policy: patient.policy, birth: patient.birth, registered: entry?.birthDate)
    } catch {
      throw .booking(.insurance(error, subject: patient.subject.name))
    }
    return Insured(
      patient: patient,
      polyclinic: attachedPolyclinic(patient) ?? entry?.polyclinic,
      referrals: referrals(of: patient))
  }

  /// The referrals in a patient's medical card that count today; the polyclinic knows them whether or not the
  /// resident may read the card.
  private func referrals(of patient: Patient) -> [HeldReferral] {
    guard let policy = patient.policy, let birth = patient.birth,
      let card = try? medicalRegister().card(oms: policy, birthDate: birth, on: today)
    else { return [] }
    return card.documents.compactMap { document in
      guard case .referral(let referral) = document.content, referral.isOpen(on: today) else {
        return nil
      }
      let name = Self.referralName(policy: policy, document: document.id)
      return HeldReferral(name: name, referral: referral, booking: use(ofReferral: name))
    }
  }

  /// What registers call a referral: ids of documents are unique within a card only.
  static func referralName(policy: String, document: String) -> String { "\(policy):\(document)" }

  /// The appointment for which a referral is used, as the registers were last seen.
  func use(ofReferral name: String) -> Booking? {
    for registry in state.registries {
      if let id = (try? registers.known(registry))?.use(ofReferral: name) {
        return try? registers.booking(id, in: registry)
      }
    }
    return nil
  }

  /// The polyclinic that an application attached them to last; nil where none did.
  private func attachedPolyclinic(_ patient: Patient) -> String? {
    let service = patient.isChild ? "child-polyclinic-attachment" : "polyclinic-attachment"
    for summary in state.summaries where summary.service == service && summary.phase == .granted {
      guard let application = try? application(summary.id) else { continue }
      if patient.isChild {
        guard case .reference(let child)? = application.answers["child"],
          child.id == patient.subject.id
        else { continue }
      }
      let digits = (application.answers["clinic"]?.text ?? "").filter(\.isNumber)
      guard let number = Int(digits) else { continue }
      let registry = (patient.isChild ? "doctor-d" : "doctor-") + Self.threeDigits(number)
      if reception.timetable.list.institution(registry) != nil { return registry }
    }
    return nil
  }

  private static func threeDigits(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }
}

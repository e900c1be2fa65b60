import Cabinet
import CityOffice

/// An institution or its house, as the screens name it.
public struct InstitutionInfo: Sendable, Equatable, Identifiable {
  /// The register.
  public var id: String
  /// What it is called.
  public var name: Phrase
  /// The address of the main house.
  public var address: String
}

extension CabinetSession {
  private var timetable: Timetable { reception.timetable }

  /// An institution by its register.
  public func institution(_ registry: String) -> InstitutionInfo? {
    timetable.list.institution(registry).map(Self.info)
  }

  /// The institutions that give a kind of appointment; a patient has but the polyclinic of attachment.
  public func institutions(for kind: BookingKind) -> [InstitutionInfo] {
    let prefix = kind.isMedical ? "doctor-" : kind.isVet ? "vet-" : "consultation-"
    return timetable.list.institutions.filter { $0.registry.hasPrefix(prefix) }.map(Self.info)
  }

  private static func info(_ institution: InstitutionList.Institution) -> InstitutionInfo {
    InstitutionInfo(
      id: institution.registry, name: institution.name,
      address: institution.branches.first?.address ?? "")
  }

  /// Reads the registers of institutions as they are now, so that what follows need not; changes nothing.
  ///
  /// - Parameter pace: hears of each record that no snapshot holds.
  public func readRegisters(_ names: [String], _ pace: Pace = { _, _ in })
    throws(CabinetFailure)
  {
    for name in names where institution(name) != nil { try registers.newest(name, pace) }
  }

  /// Reads the next piece of an institution's register; changes nothing.
  ///
  /// - Returns: how many of its records are read; nil where all are.
  public func readOn(register name: String) throws(CabinetFailure) -> Int? {
    institution(name) == nil ? nil : try registers.readOn(name)
  }

  /// Whether the times of an institution can be told without reading its register at length.
  public func knowsTimes(of name: String) -> Bool {
    guard institution(name) != nil else { return true }
    return (try? registers.opensAtOnce(name)) ?? false
  }

  /// A speciality by its id.
  public func speciality(_ id: String) -> Speciality? { timetable.list.speciality(id) }

  /// The specialities of an institution that give a kind of appointment.
  public func specialities(_ kind: BookingKind, in registry: String) -> [Speciality] {
    guard let institution = timetable.list.institution(registry) else { return [] }
    let staffed = Set(timetable.list.people(of: institution.staff).map(\.speciality))
    return timetable.list.specialities.filter {
      staffed.contains($0.id) && ($0.kind == kind || (kind.isVet && $0.kind == .vet))
    }
  }

  /// Refuses what an institution does not give: a consultant's topic at a polyclinic, a doctor as a consultation.
  ///
  /// - Throws: ``BookingFailure/notPossible(_:)``, with what it gives.
  func refuseForeignSpeciality(_ request: BookingRequest, in registry: String)
    throws(CabinetFailure)
  {
    let given = specialities(request.kind, in: registry)
    guard !given.contains(where: { $0.id == request.speciality }) else { return }
    let place = institution(registry)?.name ?? Phrase(registry, registry)
    let title =
      speciality(request.speciality)?.name ?? Phrase(request.speciality, request.speciality)
    let ids = given.map(\.id).joined(separator: ", ")
    throw .booking(
      .notPossible(
        Phrase(
          "«\(title.ru)» — не для вида записи «\(request.kind.title.ru)» (\(place.ru)). Ничего не "
            + "изменилось. Здесь есть: \(ids.isEmpty ? "ничего" : ids).",
          "“\(title.en)” is not for “\(request.kind.title.en)” (\(place.en)). Nothing was changed. "
            + "There are: \(ids.isEmpty ? "none" : ids).")))
  }

  /// What the schedule is asked for a request: how long it takes follows from the services chosen.
  ///
  /// - Throws: ``BookingFailure/notPossible(_:)`` where the services do not go together.
  public func question(_ request: BookingRequest, specialist: String? = nil)
    throws(CabinetFailure) -> SlotQuestion
  {
    guard let speciality = speciality(request.speciality) else {
      throw .booking(
        .notPossible(
          Phrase(
            "Специальности «\(request.speciality)» нет. Ничего не изменилось.",
            "There is no speciality \(request.speciality). Nothing was changed.")))
    }
    var question = SlotQuestion(
      kind: request.kind, speciality: request.speciality, specialist: specialist)
    if request.kind.isVet {
      question.minutes = try VetServices.minutes(
        request.services, of: speciality, kind: request.kind,
        species: request.details["species"])
    }
    return question
  }

  /// The days for which the schedule of a kind is open now.
  public func openDays(_ kind: BookingKind) -> [Day] {
    let days = timetable.openDays(kind, now: now)
    return (days.lowerBound.ordinal...days.upperBound.ordinal).map(Day.init(ordinal:))
  }

  /// Whether the production calendar has people work on a day.
  public func isWorkingDay(_ day: Day) -> Bool { calendar.isWorkingDay(day) }

  /// The free times of an institution on a day, as the register was last seen.
  public func slots(_ question: SlotQuestion, in registry: String, on day: Day)
    throws(CabinetFailure) -> [SlotID]
  {
    guard let institution = timetable.list.institution(registry) else { return [] }
    return timetable.slots(
      question, in: institution, on: day, now: now, registry: try registers.known(registry))
  }

  /// All free times of an institution.
  public func slots(_ question: SlotQuestion, in registry: String) throws(CabinetFailure)
    -> [SlotID]
  {
    var slots: [SlotID] = []
    for day in openDays(question.kind) {
      slots += try self.slots(question, in: registry, on: day)
    }
    return slots
  }

  /// What the slip of a time would say; nil where there is nobody whose time it is.
  public func talon(_ slot: SlotID, kind: BookingKind) -> Talon? {
    timetable.talon(slot, kind: kind, address: state.profile["residenceAddress"])
  }

  /// Those who give a kind of appointment in an institution.
  public func specialists(_ question: SlotQuestion, in registry: String) -> [Specialist] {
    guard let institution = timetable.list.institution(registry) else { return [] }
    return timetable.specialists(question, in: institution)
  }

  /// The house in which a specialist receives.
  public func branch(of specialist: Specialist, in registry: String) -> Phrase {
    guard let institution = timetable.list.institution(registry),
      institution.branches.indices.contains(specialist.branch)
    else { return Phrase("", "") }
    return institution.branches[specialist.branch].name
  }

  /// The free times nearest to one that was lost, of the same institution.
  func nearest(to slot: SlotID, _ question: SlotQuestion, count: Int = 3) -> [SlotOffer] {
    var anyone = question
    anyone.specialist = nil
    let free = (try? slots(anyone, in: slot.registry)) ?? []
    return free.sorted {
      let left = abs($0.at.seconds - slot.at.seconds)
      let right = abs($1.at.seconds - slot.at.seconds)
      return left != right ? left < right : $0.description < $1.description
    }.prefix(count).compactMap { slot in
      talon(slot, kind: question.kind).map { SlotOffer(slot: slot, talon: $0) }
    }
  }
}

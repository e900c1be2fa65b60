import Cabinet

/// The services of a vet: what goes together, and how long it takes.
public enum VetServices {
  /// Whether a service is given so: at home and on the screen only what says so.
  public static func isGiven(_ service: Speciality.Service, _ kind: BookingKind, species: String?)
    -> Bool
  {
    let isOfKind =
      switch kind {
      case .vetHome: service.atHome ?? false
      case .vetOnline: service.online ?? false
      default: !(service.online ?? false)
      }
    guard let species, !species.isEmpty, let only = service.species else { return isOfKind }
    return isOfKind && only.contains(species)
  }

  /// The length of an appointment: Σ(duration + cooldown) in a clinic, Σ duration at home and on the screen.
  ///
  /// The way to a home and back is a rule of the kind, not of the services. Source: facts, 4.5.
  ///
  /// - Throws: ``BookingFailure/notPossible(_:)`` where nothing is chosen, where a service is not this
  ///   specialist's, or where it is not given so.
  static func minutes(
    _ ids: [String], of speciality: Speciality, kind: BookingKind, species: String?
  ) throws(CabinetFailure) -> Int {
    guard !ids.isEmpty else {
      throw .booking(
        .notPossible(
          Phrase(
            "Выберите хотя бы одну услугу. Запись не сделана.",
            "Choose a service at least. Nothing was booked.")))
    }
    var minutes = 0
    for id in Set(ids) {
      guard let service = speciality.services?.first(where: { $0.id == id }) else {
        throw .booking(
          .notPossible(
            Phrase(
              "Услугу «\(id)» не делает \(speciality.title): все услуги записи — одного врача. "
                + "Запись не сделана.",
              "\(id) is no service of \(speciality.titleEn): all services of an appointment are of "
                + "one specialist. Nothing was booked.")))
      }
      guard isGiven(service, kind, species: species) else {
        throw .booking(
          .notPossible(
            Phrase(
              "«\(service.title)» — не для этого животного или не для вида записи «\(kind.title.ru)». "
                + "Запись не сделана.",
              "“\(service.titleEn)” is not for this animal, or not for “\(kind.title.en)”. "
                + "Nothing was booked.")))
      }
      minutes += service.minutes + (kind == .vet ? service.cooldown : 0)
    }
    return minutes
  }

  /// The price of services in kopecks.
  static func price(_ ids: [String], of speciality: Speciality) -> Int {
    (speciality.services ?? []).filter { ids.contains($0.id) }.reduce(0) { $0 + ($1.price ?? 0) }
  }
}

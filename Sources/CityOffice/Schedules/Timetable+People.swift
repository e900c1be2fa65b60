import Cabinet

extension Timetable {
  /// The people of an institution who answer a question.
  public func specialists(_ question: SlotQuestion, in institution: InstitutionList.Institution)
    -> [Specialist]
  {
    places(question, in: institution).map { specialist(at: $0, in: institution) }
  }

  /// The person whose time a slot is; nil where there is nobody of that name.
  public func specialist(of slot: SlotID) -> Specialist? {
    guard let institution = list.institution(slot.registry),
      let place = place(of: slot.specialist, in: institution)
    else { return nil }
    return specialist(at: place, in: institution)
  }

  private func specialist(at place: Int, in institution: InstitutionList.Institution) -> Specialist
  {
    let seed = seed(Noise.seed(of: institution.registry), place)
    func pick(_ count: Int, _ salt: UInt64) -> Int {
      Int(Noise.mixed(seed ^ salt) % UInt64(max(1, count)))
    }
    let isWoman = pick(2, 1) == 1
    let letters = Array("АБВГДЕИКЛМНОПРСТ")
    let surname = list.surnames.isEmpty ? "Петров" : list.surnames[pick(list.surnames.count, 2)]
    let name =
      surname + (isWoman ? "а-Синтетическая" : "-Синтетический")
      + "\u{A0}\(letters[pick(letters.count, 3)]).\u{A0}\(letters[pick(letters.count, 4)])."
    let branch = place % max(1, institution.branches.count)
    let floor = 1 + pick(max(1, institution.branches[branch].floors), 5)
    return Specialist(
      id: Self.id(of: place), name: name,
      speciality: people[institution.staff]?[place].speciality ?? "", branch: branch,
      room: floor * 100 + 1 + pick(30, 6), floor: floor)
  }

  /// The slip of a time; nil where there is nobody whose time it is.
  ///
  /// - Parameters:
  ///   - address: the resident's address, where they are visited.
  public func talon(_ slot: SlotID, kind: BookingKind, address: String? = nil) -> Talon? {
    guard let institution = list.institution(slot.registry),
      let person = specialist(of: slot), let speciality = list.speciality(person.speciality)
    else { return nil }
    let branch = institution.branches[person.branch]
    let isRoom = !kind.isAtHome && !kind.isOnline
    return Talon(
      slot: slot, speciality: speciality.id, title: speciality.name, specialist: person.name,
      place: isRoom ? branch.name : institution.name,
      address: kind.isOnline ? "" : kind.isAtHome ? address ?? "" : branch.address,
      room: isRoom ? String(person.room) : "", floor: isRoom ? person.floor : nil)
  }
}

import Cabinet
import CabinetStore

extension CabinetFailure {
  /// The failure that a refused event stands for.
  init(_ refusal: FoldRefusal) {
    switch refusal {
    case .noSuchDraft(let id): self = .noSuchDraft(id)
    case .noSuchApplication(let id): self = .noSuchApplication(id, nearest: [])
    case .noSuchComplaint(let id):
      self = .notPossible(
        Phrase(
          "Открытой жалобы \(id) нет. Ничего не изменилось.",
          "There is no open complaint \(id). Nothing was changed."))
    case .complaintOpen:
      self = .notPossible(
        Phrase(
          "Жалоба уже подана и рассматривается. Новая не подана.",
          "A complaint is open already. No other was filed."))
    case .alreadySubmitted(let id):
      self = .notPossible(
        Phrase("Заявление \(id) уже отправлено.", "Application \(id) was sent already."))
    case .statusNotAllowed(_, let from, let to):
      self = .notPossible(
        Phrase(
          "Сейчас это невозможно: «\(from.title.ru)» не может стать «\(to.title.ru)». "
            + "Заявление не изменилось.",
          "Not possible now: “\(from.title.en)” cannot become “\(to.title.en)”. "
            + "The application was not changed."))
    case .medical(.codeNotOpen):
      self = .notPossible(
        Phrase(
          "Этот код уже не действует: он использован, отозван или истёк. Ничего не изменилось; "
            + "выпустите новый.",
          "This code is no longer valid: it was used, taken back or has run out. Nothing was "
            + "changed; make a new one."))
    }
  }
}

extension Actor {
  init(_ party: Party) {
    self =
      switch party {
      case .resident: .resident
      case .office: .office
      case .clock: .clock
      }
  }
}

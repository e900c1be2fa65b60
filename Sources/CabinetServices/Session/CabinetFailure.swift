import Cabinet
import CabinetStore

/// Why something that a resident asked for did not happen.
///
/// Each says what happened, what was kept and what to do next.
public enum CabinetFailure: Error, Equatable {
  /// There is no such service; the nearest ids are named.
  case noSuchService(String, nearest: [String])
  /// The card of a service cannot be read.
  case cardDamaged(String, Catalogue.Damage)
  /// There is no such application; the nearest ids are named.
  case noSuchApplication(String, nearest: [String])
  /// There is no such draft.
  case noSuchDraft(String)
  /// The answers cannot be sent; all that is wrong with them, in the order of the form.
  case answersRefused([FieldProblem])
  /// The form has questions that these answers name wrongly.
  case noSuchFields([String], known: [String])
  /// What was asked for is not there.
  case notFound(Phrase)
  /// The resident has no right to it.
  case notAllowed(Phrase)
  /// The application does not allow it now.
  case notPossible(Phrase)
  /// A file cannot be attached.
  case fileRefused(name: String, Phrase)
  /// The journal says something that cannot have happened.
  case journalContradicts(Phrase)
  /// Nobody of this name has a cabinet here.
  case notSignedIn(String)
  /// An appointment cannot be made or changed.
  case booking(BookingFailure)
  /// The store did not do it.
  case store(StoreError)

  /// What happened, what was kept, what to do next.
  public var phrase: Phrase {
    switch self {
    case .noSuchService(let id, let nearest):
      Phrase(
        "Услуги «\(id)» нет. Ничего не изменилось." + Self.suggestion(nearest, "Похожие: "),
        "There is no service \(id). Nothing was changed." + Self.suggestion(nearest, "Nearest: "))
    case .cardDamaged(let id, let damage):
      Phrase(
        "Карточку услуги «\(id)» не прочитать: \(damage.phrase.ru). Остальные услуги работают, "
          + "ваши данные не затронуты.",
        "The card of \(id) cannot be read: \(damage.phrase.en). All other services work, and your data is "
          + "untouched.")
    case .noSuchApplication(let id, let nearest):
      Phrase(
        "Заявления «\(id)» нет. Ничего не изменилось." + Self.suggestion(nearest, "Похожие: "),
        "There is no application \(id). Nothing was changed."
          + Self.suggestion(nearest, "Nearest: "))
    case .noSuchDraft(let id):
      Phrase(
        "Черновика «\(id)» нет: он отправлен или удалён.",
        "There is no draft \(id): it was sent or deleted.")
    case .answersRefused(let problems):
      Phrase(
        "Заявление не отправлено, ответы сохранены в черновике. "
          + "Исправьте \(Plural.fields.ru(problems.count)).",
        "Not sent; the answers are kept in the draft. Correct \(Plural.fields.en(problems.count)).")
    case .noSuchFields(let names, let known):
      Phrase(
        "В форме нет вопросов: \(names.joined(separator: ", ")). Ничего не отправлено. "
          + "Есть: \(known.joined(separator: ", ")).",
        "The form has no fields \(names.joined(separator: ", ")). Nothing was sent. "
          + "There are: \(known.joined(separator: ", ")).")
    case .notPossible(let reason), .notFound(let reason), .notAllowed(let reason): reason
    case .fileRefused(let name, let reason):
      Phrase(
        "С файлом «\(name)» не вышло: \(reason.ru)", "The file \(name) did not work: \(reason.en)")
    case .journalContradicts(let what):
      Phrase(
        "Журнал кабинета противоречив: \(what.ru). Ничего не изменено; запустите kabinet check.",
        "The journal contradicts itself: \(what.en). Nothing was changed; run kabinet check.")
    case .notSignedIn(let login):
      Phrase(
        "Для «\(login)» здесь нет кабинета. Проверьте имя после --as.",
        "\(login) has no cabinet here. Check the name after --as.")
    case .booking(let failure): failure.phrase
    case .store(let error): error.phrase
    }
  }

  private static func suggestion(_ nearest: [String], _ lead: String) -> String {
    nearest.isEmpty ? "" : " " + lead + nearest.joined(separator: ", ") + "."
  }

  /// The exit code of a command that ended so; see the contract.
  public var exitCode: Int32 {
    switch self {
    case .noSuchService, .noSuchApplication, .noSuchDraft, .notFound: 4
    case .cardDamaged, .answersRefused, .noSuchFields, .notPossible, .fileRefused: 1
    case .journalContradicts: 3
    case .notSignedIn, .notAllowed: 5
    case .booking(let failure): failure.exitCode
    case .store(let error): error.exitCode
    }
  }
}

extension StoreError {
  /// The exit code of a command that the store refused: 3 where it is damaged or cannot be read.
  public var exitCode: Int32 {
    switch self {
    case .invalidName, .invalidContent, .conflict, .busy, .noSpace, .readOnly, .syncFailed: 1
    case .damaged, .unsafe, .noStore, .notStore, .damagedManifest, .newerFormat, .system,
      .noAttachment, .damagedAttachment:
      3
    }
  }
}

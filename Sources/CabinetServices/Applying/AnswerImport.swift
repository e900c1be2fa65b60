import Cabinet
import FoundationEssentials

extension CabinetSession {
  /// Reads answers written as JSON, by field: texts, yes or no, numbers, lists of options, ids of
  /// things of the profile, and paths or document ids for files; null is no answer.
  ///
  /// - Parameters:
  ///   - json: an object of answers.
  ///   - form: the form that they answer.
  /// - Throws: ``CabinetFailure`` where the text is no such object, names no field of the form, or a
  ///   file cannot be attached.
  public func answers(fromJSON json: [UInt8], for form: Form) throws(CabinetFailure)
    -> [String: Answer]
  {
    let raw = try rawAnswers(json)
    let strangers = raw.keys.filter { form.field($0) == nil }.sorted()
    guard strangers.isEmpty else {
      throw .noSuchFields(strangers, known: form.fields.map(\.id))
    }
    var answers: [String: Answer] = [:]
    for (id, answer) in raw {
      guard let field = form.field(id) else { continue }
      answers[id] = try resolved(answer, for: field)
    }
    return answers
  }

  /// Reads answers as ``answers(fromJSON:for:)`` does, and goes on past names that the form has not
  /// and files that cannot be attached, so that all that is wrong can be told at once.
  ///
  /// - Throws: ``CabinetFailure`` where the text is no object of answers.
  public func answersWithProblems(fromJSON json: [UInt8], for form: Form) throws(CabinetFailure)
    -> (answers: [String: Answer], problems: [FieldProblem])
  {
    let raw = try rawAnswers(json)
    var answers: [String: Answer] = [:]
    var problems: [FieldProblem] = []
    for (id, answer) in raw.sorted(by: { $0.key < $1.key }) {
      guard let field = form.field(id) else {
        problems.append(
          FieldProblem(
            field: id, title: Phrase(id, id),
            reason: Phrase("такого вопроса в форме нет", "the form has no such field")))
        continue
      }
      do {
        answers[id] = try resolved(answer, for: field)
      } catch {
        problems.append(FieldProblem(field: id, title: field.name, reason: error.phrase))
      }
    }
    return (answers, problems)
  }

  /// The answers as they are written; null is no answer.
  private func rawAnswers(_ json: [UInt8]) throws(CabinetFailure) -> [String: Answer] {
    do {
      try StrictJSON.check(json)
    } catch {
      throw .notPossible(Self.unreadable(because: error.phrase))
    }
    do {
      return try JSONDecoder().decode([String: Answer?].self, from: Data(json)).compactMapValues {
        $0
      }
    } catch {
      if case .member(let field)? = (error as? DecodingError)?.path.first {
        throw .notPossible(
          Phrase(
            "Ответ на вопрос «\(field)» не текст, не число, не «да» или «нет» и не список текстов. "
              + "Ничего не отправлено.",
            "The answer to \(field) is no text, number, yes or no, or list of texts. "
              + "Nothing was sent."))
      }
      throw .notPossible(
        Self.unreadable(because: Phrase("это не объект", "this is no object")))
    }
  }

  private static func unreadable(because reason: Phrase) -> Phrase {
    Phrase(
      "Ответы не читаются как JSON: \(reason.ru). Ничего не отправлено. "
        + "Нужен объект вида {\"поле\": \"ответ\"}.",
      "The answers cannot be read as JSON: \(reason.en). Nothing was sent. "
        + "Write an object of the form {\"field\": \"answer\"}.")
  }

  private func resolved(_ answer: Answer, for field: FormField) throws(CabinetFailure) -> Answer {
    switch field.type {
    case .attachment:
      var files: [Attachment] = []
      if case .files(let named) = answer {
        for file in named { files.append(try verified(file)) }
        return .files(files)
      }
      for name in answer.values { files.append(try attach(name)) }
      return .files(files)
    case .flag:
      guard let text = answer.text else { return answer }
      switch text.lowercased() {
      case "true", "yes", "да": return .flag(true)
      case "false", "no", "нет": return .flag(false)
      default: return answer
      }
    case .choice:
      if case .flag(let flag) = answer { return .text(flag ? "true" : "false") }
      return answer
    case .multiChoice:
      if case .text(let text) = answer { return .values([text]) }
      return answer
    case .person, .child, .pet, .vehicle, .home:
      if case .text(let id) = answer,
        let thing = state.profile.objects.first(where: { $0.id == id })
      {
        return thing.answer
      }
      return answer
    default: return answer
    }
  }
}

import Testing

@testable import Cabinet

/// A service, answers and applications to test with.
enum Samples {
  static let today = Day(2021, 1, 14) ?? Day(ordinal: 0)
  static let moment = Timestamp(today, hour: 10)

  static func service(
    id: String = "sample-service", term: Term = Term(value: 5, unit: .workingDays),
    form: Form = Form(version: 1, steps: [])
  ) -> Service {
    Service(
      id: id, title: "Образцовая услуга", titleEn: "Sample service", shortTitle: nil,
      summary: "Ничего не даёт.", summaryEn: "Gives nothing.", category: "c",
      lifeSituations: [], keywords: [], agency: "a", kind: .application,
      audience: Audience(who: [], rules: []), results: [], term: term,
      fee: Fee(kind: .free, amount: nil, note: nil), documents: [], acceptanceRefusals: [],
      suspensions: [], refusals: [], appeal: Appeal(to: [], note: nil), legalActs: [], steps: [],
      form: form,
      regulation: Regulation(
        formCode: "010101", acceptance: [], requests: [], clarifications: [], suspension: nil,
        refusal: [], grant: "Дано."),
      updated: today, basis: "")
  }

  static func submission(
    _ id: String = "a1", term: Term = Term(value: 5, unit: .workingDays), title: String? = nil
  ) -> Submission {
    var submission = Submission(
      id: id, number: "9990-9000001-010101-0000001/21", service: service(term: term),
      answers: ["name": .text("Анна")],
      questions: [.init(id: "name", title: "Имя", titleEn: "Name")])
    if let title { submission.shortTitle = title }
    return submission
  }

  /// An application with these statuses after the submission, at the moments given or an hour apart.
  static func application(
    _ id: String = "a1", term: Term = Term(value: 5, unit: .workingDays),
    _ statuses: [(Status, Timestamp)] = []
  ) -> Application {
    var application = Application(submission: submission(id, term: term), at: moment)
    application.history += statuses.map { StatusEvent($0.0, at: $0.1, by: .office) }
    return application
  }

  static func application(_ statuses: [(Status, Timestamp)]) -> Application {
    application("a1", statuses)
  }

  static func application(_ id: String = "a1", through statuses: [Status]) -> Application {
    application(
      id, statuses.enumerated().map { ($1, moment.adding(seconds: 3600 * ($0 + 1))) })
  }

  static func field(
    _ type: FieldType, id: String = "f", required: Bool = false, min: Int? = nil, max: Int? = nil,
    options: [String]? = nil, when: Condition? = nil, period: FormField.Period? = nil,
    accepts: [String]? = nil
  ) -> FormField {
    FormField(
      id: id, type: type, title: "Вопрос \(id)", titleEn: "Question \(id)", required: required,
      options: options?.map { .init(id: $0, title: "вариант \($0)", titleEn: "option \($0)") },
      when: when, min: min, max: max, period: period, accepts: accepts)
  }

  static func form(_ fields: [FormField]) -> Form {
    Form(version: 1, steps: [FormStep(id: "s", title: "Шаг", titleEn: "Step", fields: fields)])
  }

  static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  static func file(kind: String = "pdf", width: Int? = nil, height: Int = 0) -> Cabinet.Attachment {
    Cabinet.Attachment(
      hash: "h-\(kind)", name: "файл.\(kind)", kind: kind, size: 10,
      picture: width.map { .init(width: $0, height: height) })
  }
}

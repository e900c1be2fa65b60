extension FormField {
  /// What is wrong with an answer; nil where nothing is.
  ///
  /// - Parameter answers: the other answers, for an account that must fit its BIC.
  public func problem(_ answer: Answer?, in answers: [String: Answer] = [:], today: Day)
    -> FieldProblem?
  {
    reason(answer, in: answers, today: today).map {
      FieldProblem(field: id, title: name, reason: $0)
    }
  }

  private func reason(_ answer: Answer?, in answers: [String: Answer], today: Day) -> Phrase? {
    guard let answer, !answer.isEmpty else { return required ? missing : nil }
    switch type {
    case .text, .longText, .address: return lengthReason(answer)
    case .date: return dateReason(answer, today: today)
    case .choice, .multiChoice: return choiceReason(answer)
    case .flag:
      guard case .flag(let flag) = answer else { return Self.yesOrNo }
      return required && !flag ? Phrase("нужно согласие", "consent is needed") : nil
    case .number: return numberReason(answer)
    case .money: return moneyReason(answer)
    case .attachment: return filesReason(answer)
    case .account: return accountReason(answer, bic: answers[FormField.bicOfAccount]?.text)
    case .person, .child, .pet, .vehicle, .home:
      guard case .reference = answer else {
        return Phrase("выберите из профиля", "choose from the profile")
      }
      return nil
    default: return identifierReason(answer)
    }
  }

  private var missing: Phrase {
    switch type {
    case .choice, .multiChoice, .person, .child, .pet, .vehicle, .home:
      Phrase("выберите вариант", "choose one")
    case .flag: Phrase("нужно согласие", "consent is needed")
    case .attachment: Phrase("приложите файл", "attach a file")
    case .date: Phrase("укажите дату: день, месяц и год", "give the date: day, month, year")
    default: Phrase("заполните поле", "fill in the field")
    }
  }

  private static let yesOrNo = Phrase("ответьте «да» или «нет»", "answer yes or no")

  private func lengthReason(_ answer: Answer) -> Phrase? {
    guard case .text(let raw) = answer else { return missing }
    let text = raw.trimmed
    guard !text.unicodeScalars.contains(where: isControl) else {
      return Phrase(
        "уберите управляющие знаки: наберите текст заново",
        "remove the control characters: type the text anew")
    }
    let most = max ?? (type == .longText ? 4000 : 300)
    if text.count > most {
      return Phrase(
        "не длиннее \(Plural.charactersOfLimit.ru(most)), сейчас \(text.count)",
        "at most \(Plural.charactersOfLimit.en(most)), now \(text.count)")
    }
    if let min, text.count < min {
      return Phrase(
        "не короче \(Plural.charactersOfLimit.ru(min))",
        "at least \(Plural.charactersOfLimit.en(min))")
    }
    return nil
  }

  /// A sign that would act on a terminal; a long text may hold line ends and tabs.
  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.properties.generalCategory == .control else { return false }
    return type != .longText || !"\n\r\t".unicodeScalars.contains(scalar)
  }

  private func dateReason(_ answer: Answer, today: Day) -> Phrase? {
    guard let day = answer.text.flatMap(FormField.day(typed:)) else {
      return Phrase(
        "такой даты нет: напишите день, месяц и год, например 04.03.1979",
        "no such date: write day, month and year, such as 04.03.1979")
    }
    if day.year < 1900 {
      return Phrase("год раньше 1900", "the year is before 1900")
    }
    if day.year > today.year + 100 {
      return Phrase(
        "проверьте год: до этой даты больше века", "check the year: it is too far ahead")
    }
    switch period {
    case .past where day > today:
      return Phrase("дата ещё не наступила", "the date lies in the future")
    case .future where day < today:
      return Phrase("дата уже прошла", "the date lies in the past")
    default: return nil
    }
  }

  private func choiceReason(_ answer: Answer) -> Phrase? {
    let known = Set((options ?? []).map(\.id))
    switch answer {
    case .text, .values: break
    case .flag, .files, .reference: return missing
    }
    guard type == .multiChoice || answer.values.count == 1 else {
      return Phrase("выберите один вариант", "choose a single option")
    }
    guard answer.values.allSatisfy(known.contains) else {
      let list = known.sorted().joined(separator: ", ")
      return Phrase("такого варианта нет; есть: \(list)", "no such option; there are: \(list)")
    }
    return nil
  }

  private func numberReason(_ answer: Answer) -> Phrase? {
    guard let number = answer.text.flatMap(FormField.number(typed:)) else {
      return Phrase("напишите целое число цифрами", "write a whole number in digits")
    }
    if let min, number < min { return Phrase("не меньше \(min)", "at least \(min)") }
    if let max, number > max { return Phrase("не больше \(max)", "at most \(max)") }
    return nil
  }

  private func moneyReason(_ answer: Answer) -> Phrase? {
    guard let amount = answer.text.flatMap(Money.init(typed:)) else {
      return Phrase("напишите сумму, например 1500 или 1500,50", "write an amount, such as 1500.50")
    }
    if let min, amount.kopecks < min {
      let least = Money(kopecks: min)
      return Phrase("не меньше \(least.text)", "at least \(least.inWords.en)")
    }
    if let max, amount.kopecks > max {
      let most = Money(kopecks: max)
      return Phrase("не больше \(most.text)", "at most \(most.inWords.en)")
    }
    return nil
  }

  private func filesReason(_ answer: Answer) -> Phrase? {
    guard case .files(let files) = answer else { return missing }
    if let max, files.count > max {
      return Phrase(
        "не больше \(Plural.filesOfLimit.ru(max))", "at most \(Plural.filesOfLimit.en(max))")
    }
    if let min, files.count < min {
      return Phrase(
        "не меньше \(Plural.filesOfLimit.ru(min))", "at least \(Plural.filesOfLimit.en(min))")
    }
    if let accepts, let stranger = files.first(where: { !accepts.contains($0.kind) }) {
      let kinds = accepts.joined(separator: ", ")
      return Phrase(
        "«\(stranger.name)» другого вида; подходят: \(kinds)",
        "\(stranger.name) is of another kind; accepted: \(kinds)")
    }
    return nil
  }

  /// The field that holds the bank of an account, by agreement between the forms.
  private static let bicOfAccount = "bic"

  private func accountReason(_ answer: Answer, bic: String?) -> Phrase? {
    guard let text = answer.text else { return missing }
    guard case .invalid(let problem) = BankAccount.check(text, bic: bic ?? "") else { return nil }
    return Phrase(
      "\(problem.reason.ru): \(problem.advice.ru)", "\(problem.reason.en): \(problem.advice.en)")
  }

  private func identifierReason(_ answer: Answer) -> Phrase? {
    guard let text = answer.text, let identifier = type.identifier else { return missing }
    guard case .invalid(let problem) = identifier.check(text) else { return nil }
    return Phrase(
      "\(problem.reason.ru): \(problem.advice.ru)", "\(problem.reason.en): \(problem.advice.en)")
  }
}

extension FieldType {
  /// The identifier whose rules the answer follows; nil for other kinds of answer.
  public var identifier: Identifier? {
    switch self {
    case .phone: .phone
    case .email: .email
    case .snils: .snils
    case .inn: .inn
    case .passport: .passport
    case .oms: .oms
    case .plate: .plate
    case .vin: .vin
    case .cadastral: .cadastral
    case .birthCertificate: .birthCertificate
    case .sts: .sts
    case .driverLicence: .driverLicence
    case .ogrn: .ogrn
    case .kpp: .kpp
    case .bic: .bic
    case .payerCode: .payerCode
    case .troika: .troika
    case .petChip: .petChip
    case .uin: .uin
    case .foreignPassport: .foreignPassport
    case .text, .longText, .date, .choice, .multiChoice, .flag, .number, .money, .address,
      .attachment, .account, .person, .child, .pet, .vehicle, .home:
      nil
    }
  }
}

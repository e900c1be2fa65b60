/// What the cabinet asks of its resident about themselves and their family, pets, vehicles and homes.
///
/// These are forms like those of services, so that the same screens fill them in and the same rules
/// check them.
public enum ProfileForms {
  /// The questions about the resident.
  public static let resident = Form(
    version: 1,
    steps: [
      FormStep(
        id: "resident", title: "О себе", titleEn: "About you",
        fields: [
          field("surname", .text, "Фамилия", "Surname"),
          field("name", .text, "Имя", "Given name"),
          field("patronymic", .text, "Отчество", "Patronymic"),
          field("birthDate", .date, "Дата рождения", "Date of birth", period: .past),
          field("birthPlace", .text, "Место рождения", "Place of birth"),
          field("sex", .choice, "Пол", "Sex", options: sexes),
          field(
            "citizenship", .choice, "Гражданство", "Citizenship",
            options: [option("RU", "РФ", "Russia"), option("other", "другое", "other")]),
          field("phone", .phone, "Телефон", "Phone"),
          field("email", .email, "Электронная почта", "E-mail"),
        ]),
      FormStep(
        id: "documents", title: "Документы", titleEn: "Documents",
        fields: [
          field("snils", .snils, "СНИЛС", "SNILS"),
          field("inn", .inn, "ИНН", "Taxpayer number"),
          field("passport", .passport, "Паспорт: серия и номер", "Passport: series and number"),
          field("passportIssuedOn", .date, "Когда выдан", "Issued on", period: .past),
          field("passportIssuedBy", .text, "Кем выдан", "Issued by"),
          field("oms", .oms, "Полис ОМС", "Health insurance policy"),
          field("driverLicence", .driverLicence, "Водительское удостоверение", "Driving licence"),
        ]),
      FormStep(
        id: "addresses", title: "Адреса", titleEn: "Addresses",
        fields: [
          field("registrationAddress", .address, "Адрес регистрации", "Registered address"),
          field(
            "registeredInMoscow", .choice, "Регистрация в Москве", "Registered in Moscow",
            options: [option("true", "да", "yes"), option("false", "нет", "no")]),
          field("residenceAddress", .address, "Адрес проживания", "Residential address"),
          field("payerCode", .payerCode, "Код плательщика", "Payer code"),
        ]),
    ])

  /// The questions about a thing of the resident.
  public static func form(_ kind: Profile.Object.Kind) -> Form {
    let fields: [FormField] =
      switch kind {
      case .person, .child:
        [
          field("surname", .text, "Фамилия", "Surname", required: true),
          field("name", .text, "Имя", "Given name", required: true),
          field("patronymic", .text, "Отчество", "Patronymic"),
          field(
            "birthDate", .date, "Дата рождения", "Date of birth", required: true, period: .past),
          field("sex", .choice, "Пол", "Sex", options: sexes),
          field(
            "birthCertificate", .birthCertificate, "Свидетельство о рождении", "Birth certificate"),
          field("snils", .snils, "СНИЛС", "SNILS"),
          field("oms", .oms, "Полис ОМС", "Health insurance policy"),
        ]
      case .pet:
        [
          field("name", .text, "Кличка", "Name", required: true),
          field(
            "species", .choice, "Вид", "Species", required: true,
            options: [
              option("собака", "собака", "dog"), option("кошка", "кошка", "cat"),
              option("другое", "другое", "other"),
            ]),
          field("breed", .text, "Порода", "Breed"),
          field("birthDate", .date, "Дата рождения", "Date of birth", period: .past),
          field("sex", .choice, "Пол", "Sex", options: petSexes),
          field("chip", .petChip, "Номер чипа", "Chip number"),
          field("passport", .text, "Ветеринарный паспорт", "Vet passport"),
          field(
            "rabiesVaccine", .date, "Прививка от бешенства", "Rabies vaccination", period: .past),
          field(
            "complexVaccine", .date, "Комплексная прививка", "Combined vaccination", period: .past),
        ]
      case .vehicle:
        [
          field("model", .text, "Марка и модель", "Make and model", required: true),
          field("plate", .plate, "Госномер", "Registration plate", required: true),
          field("vin", .vin, "VIN", "VIN"),
          field("sts", .sts, "СТС: серия и номер", "Registration certificate"),
        ]
      case .home:
        [
          field("address", .address, "Адрес", "Address", required: true),
          field(
            "kind", .choice, "На каком праве", "By what right", required: true,
            options: [
              option("own", "собственность", "owned"),
              option("social", "социальный наём", "social rent"),
              option("rent", "аренда", "rented"),
            ]),
          field("cadastral", .cadastral, "Кадастровый номер", "Cadastral number"),
          field("payerCode", .payerCode, "Код плательщика", "Payer code"),
        ]
      }
    let title = kind.title
    return Form(
      version: 1,
      steps: [FormStep(id: kind.rawValue, title: title.ru, titleEn: title.en, fields: fields)])
  }

  private static let sexes = [option("f", "женский", "female"), option("m", "мужской", "male")]

  private static let petSexes = [
    option("f", "самка", "female"), option("m", "самец", "male"),
  ]

  private static func option(_ id: String, _ title: String, _ titleEn: String) -> FormField.Option {
    FormField.Option(id: id, title: title, titleEn: titleEn)
  }

  private static func field(
    _ id: String, _ type: FieldType, _ title: String, _ titleEn: String, required: Bool = false,
    options: [FormField.Option]? = nil, period: FormField.Period? = nil
  ) -> FormField {
    FormField(
      id: id, type: type, title: title, titleEn: titleEn, required: required, options: options,
      period: period)
  }
}

extension Profile.Object.Kind {
  /// What such a thing is called.
  public var title: Phrase {
    switch self {
    case .person: Phrase("Родственник", "Relative")
    case .child: Phrase("Ребёнок", "Child")
    case .pet: Phrase("Питомец", "Pet")
    case .vehicle: Phrase("Автомобиль", "Vehicle")
    case .home: Phrase("Жильё", "Home")
    }
  }
}

extension Profile.Object {
  /// What it is called, in both languages: names stay as they were given, the species of a pet is a word.
  public var name: Phrase {
    guard kind == .pet, let species = facts["species"],
      let option = ProfileForms.form(.pet).field("species")?.options?.first(where: {
        $0.id == species
      })
    else { return Phrase(title, title) }
    var english = self
    english.facts["species"] = option.name.en
    return Phrase(title, english.title)
  }
}

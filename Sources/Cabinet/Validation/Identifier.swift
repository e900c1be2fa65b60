/// Every kind of number that a form can ask a resident for and check by itself.
///
/// A bank account is not among them: it can only be checked together with its BIC, see
/// ``BankAccount``.
public enum Identifier: String, CaseIterable, Codable, Sendable {
  case snils, inn, kpp, ogrn, ogrnip, okpo, bic, card, oms
  case passport, divisionCode, foreignPassport, birthCertificate
  case plate, vin, sts, driverLicence, cadastral
  case uin, kbk, oktmo, payerCode, troika, petChip, eno
  case phone, email

  /// Checks a text as a number of this kind.
  public func check(_ text: String) -> IdentifierCheck {
    switch self {
    case .snils: SNILS.check(text)
    case .inn: INN.check(text)
    case .kpp: KPP.check(text)
    case .ogrn: OGRN.check(text)
    case .ogrnip: OGRNIP.check(text)
    case .okpo: OKPO.check(text)
    case .bic: BIC.check(text)
    case .card: CardNumber.check(text)
    case .oms: OMSNumber.check(text)
    case .passport: PassportNumber.check(text)
    case .divisionCode: DivisionCode.check(text)
    case .foreignPassport: ForeignPassportNumber.check(text)
    case .birthCertificate: BirthCertificateNumber.check(text)
    case .plate: PlateNumber.check(text)
    case .vin: VIN.check(text)
    case .sts: VehicleCertificateNumber.check(text)
    case .driverLicence: DriverLicenceNumber.check(text)
    case .cadastral: CadastralNumber.check(text)
    case .uin: UIN.check(text)
    case .kbk: KBK.check(text)
    case .oktmo: OKTMO.check(text)
    case .payerCode: PayerCode.check(text)
    case .troika: TroikaNumber.check(text)
    case .petChip: PetChipNumber.check(text)
    case .eno: ENO.check(text)
    case .phone: PhoneNumber.check(text)
    case .email: EmailAddress.check(text)
    }
  }

  /// The name of the number, as the label of a field.
  public var title: Phrase {
    switch self {
    case .snils: Phrase("СНИЛС", "SNILS")
    case .inn: Phrase("ИНН", "Taxpayer number (INN)")
    case .kpp: Phrase("КПП", "Tax registration code (KPP)")
    case .ogrn: Phrase("ОГРН", "State registration number (OGRN)")
    case .ogrnip: Phrase("ОГРНИП", "Sole trader's registration number (OGRNIP)")
    case .okpo: Phrase("ОКПО", "Statistical register number (OKPO)")
    case .bic: Phrase("БИК банка", "Bank code (BIC)")
    case .card: Phrase("Номер банковской карты", "Payment card number")
    case .oms: Phrase("Полис ОМС", "Medical insurance policy (OMS)")
    case .passport: Phrase("Серия и номер паспорта", "Passport series and number")
    case .divisionCode: Phrase("Код подразделения", "Issuing office code")
    case .foreignPassport: Phrase("Загранпаспорт", "Passport for travel abroad")
    case .birthCertificate: Phrase("Свидетельство о рождении", "Birth certificate")
    case .plate: Phrase("Госномер", "Registration plate")
    case .vin: Phrase("VIN", "VIN")
    case .sts: Phrase("СТС", "Vehicle registration certificate (STS)")
    case .driverLicence: Phrase("Водительское удостоверение", "Driving licence")
    case .cadastral: Phrase("Кадастровый номер", "Cadastral number")
    case .uin: Phrase("УИН", "Charge identifier (UIN)")
    case .kbk: Phrase("КБК", "Budget classification code (KBK)")
    case .oktmo: Phrase("ОКТМО", "Municipality code (OKTMO)")
    case .payerCode: Phrase("Код плательщика", "Payer's code")
    case .troika: Phrase("Номер карты «Тройка»", "Troika card number")
    case .petChip: Phrase("Номер чипа", "Pet microchip number")
    case .eno: Phrase("Номер заявления", "Application number")
    case .phone: Phrase("Телефон", "Telephone")
    case .email: Phrase("Электронная почта", "E-mail")
    }
  }
}

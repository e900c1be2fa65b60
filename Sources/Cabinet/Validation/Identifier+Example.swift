extension Identifier {
  /// A valid example in canonical form, made up or published as a sample: it belongs to nobody.
  public var example: String {
    switch self {
    case .snils: "112-233-445 95"
    case .inn: "770000000082"
    case .kpp: "770001001"
    case .ogrn: "1007700000000"
    case .ogrnip: "300770000000005"
    case .okpo: "00000017"
    case .bic: "044500000"
    case .card: "2200000000000004"
    case .oms: "7756410844000010"
    case .passport: "0000 123456"
    case .divisionCode: "770-001"
    case .foreignPassport: "00 0000001"
    case .birthCertificate: "VII-МЮ 123456"
    case .plate: "А123ВС777"
    case .vin: "1M8GDM9AXKP042788"
    case .sts: "77 УН 123456"
    case .driverLicence: "77 15 123456"
    case .cadastral: "77:01:0001001:1234"
    case .uin: "18810000000000000001"
    case .kbk: "18811601121010001140"
    case .oktmo: "45382000"
    case .payerCode: "1234567890"
    case .troika: "0012345678"
    case .petChip: "643094100000001"
    case .eno: "9990-9000001-010101-0000042/21"
    case .phone: "+79000000000"
    case .email: "anna@example.org"
    }
  }
}

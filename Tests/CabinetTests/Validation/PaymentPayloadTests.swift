import Testing

@testable import Cabinet

@Suite struct PaymentPayloadTests {
  typealias Field = PaymentPayload.Field

  let sample = [
    Field(key: "Name", value: "ООО «Три кита»"),
    Field(key: "PersonalAcc", value: "40702810138250123017"),
    Field(key: "BankName", value: "ОАО 'БАНК'"),
    Field(key: "BIC", value: "044525225"),
    Field(key: "CorrespAcc", value: "30101810400000000225"),
    Field(key: "Sum", value: "100000"),
    Field(key: "UIN", value: "0"),
  ]

  func replacing(_ key: String, with value: String?) -> [Field] {
    sample.filter { $0.key != key } + (value.map { [Field(key: key, value: $0)] } ?? [])
  }

  @Test func theSampleOfTheStandard() throws {
    let payload = try PaymentPayload(sample)
    let text = String(decoding: try payload.encoded(), as: UTF8.self)
    #expect(
      text == "ST00012|Name=ООО «Три кита»|PersonalAcc=40702810138250123017|BankName=ОАО 'БАНК'"
        + "|BIC=044525225|CorrespAcc=30101810400000000225|Sum=100000|UIN=0")
    #expect(payload.kopecks == 100_000)
    #expect(payload["BIC"] == "044525225")
    #expect(payload["Purpose"] == nil)
  }

  @Test(arguments: PaymentPayload.Encoding.allCases)
  func whatIsWrittenIsRead(encoding: PaymentPayload.Encoding) throws {
    // KOI8-R has no «».
    let fields = replacing("Name", with: "ООО Три кита, Ёж")
    let payload = try PaymentPayload(fields)
    let bytes = try payload.encoded(as: encoding)
    #expect(Array(bytes.prefix(8)) == Array("ST0001".utf8) + [encoding.rawValue, 0x7C])
    #expect(try PaymentPayload(decoding: bytes) == payload)
    #expect(try PaymentPayload(decoding: bytes + [0x7C]) == payload)
  }

  @Test func bytesOfTheCodePages() throws {
    let payload = try PaymentPayload(replacing("Name", with: "Ёж"))
    let windows = try payload.encoded(as: .windows1251)
    #expect(Array(windows[13..<15]) == [0xA8, 0xE6])
    let koi8 = try payload.encoded(as: .koi8R)
    #expect(Array(koi8[13..<15]) == [0xB3, 0xD6])
  }

  @Test func codePagesAreOneToOne() {
    for page in [CyrillicCodePage.windows1251, .koi8R] {
      var undefined: [UInt8] = []
      for byte in UInt8.min...UInt8.max {
        guard let scalar = page.scalar(byte) else {
          undefined.append(byte)
          continue
        }
        #expect(page.byte(scalar) == byte)
      }
      #expect(undefined.allSatisfy { $0 == 0x98 })
      for letter in "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
        .unicodeScalars
      {
        #expect(page.byte(letter).map { $0 > 127 } == true)
      }
      #expect(page.byte("\u{FFFD}") == nil)
      #expect(page.byte("漢") == nil)
    }
    // KOI8-R keeps Russian letters 128 above the Latin ones that sound alike, in the other case.
    for (cyrillic, latin) in zip(
      "абцдефгхийклмнопрстужв".unicodeScalars, "ABCDEFGHIJKLMNOPRSTUVW".unicodeScalars)
    {
      #expect(CyrillicCodePage.koi8R.byte(cyrillic) == UInt8(latin.value) + 128)
    }
  }

  @Test(arguments: [
    "SA00012|Name=x", "ST00022|Name=x", "ST00014|Name=x", "ST00010|Name=x", "", "ST00012",
    "st00012|Name=x",
  ])
  func whatIsNotAPayload(text: String) {
    #expect(throws: PaymentPayload.Problem.notPayload) {
      try PaymentPayload(decoding: Array(text.utf8))
    }
  }

  @Test func readingProblems() throws {
    func problem(_ text: String) -> PaymentPayload.Problem? {
      #expect(throws: PaymentPayload.Problem.self) {
        try PaymentPayload(decoding: Array(text.utf8))
      }
    }
    #expect(problem("ST00012|Name=x") == .missing("PersonalAcc"))
    #expect(problem("ST00012|Name") == .noValue)
    #expect(problem("ST00012|Name=x|Name=y") == .repeated("Name"))
    #expect(problem("ST00012|=x") == .unusableName(""))
    let invalid = Array("ST00012|Name=".utf8) + [0xC3, 0x28]
    #expect(throws: PaymentPayload.Problem.undecodable) { try PaymentPayload(decoding: invalid) }
    let hole = Array("ST00011|Name=".utf8) + [0x98]
    #expect(throws: PaymentPayload.Problem.undecodable) { try PaymentPayload(decoding: hole) }
  }

  @Test func aValueMayContainTheEqualsSign() throws {
    let payload = try PaymentPayload(replacing("Purpose", with: "a=b=c"))
    #expect(try PaymentPayload(decoding: payload.encoded())["Purpose"] == "a=b=c")
  }

  @Test func requiredFieldsComeFirstInTheirOrder() throws {
    let payload = try PaymentPayload(sample.reversed())
    #expect(payload.fields.map(\.key).prefix(5) == PaymentPayload.requiredKeys[...])
    #expect(payload.fields.map(\.key).suffix(2) == ["UIN", "Sum"])
  }

  @Test(arguments: PaymentPayload.requiredKeys)
  func nothingRequiredMayBeMissing(key: String) {
    for value in [nil, ""] {
      #expect(throws: PaymentPayload.Problem.missing(key)) {
        try PaymentPayload(replacing(key, with: value))
      }
    }
  }

  @Test func writingProblems() throws {
    func text(_ count: Int) -> String { String(repeating: "я", count: count) }
    #expect(throws: Never.self) { try PaymentPayload(replacing("Name", with: text(160))) }
    #expect(throws: PaymentPayload.Problem.tooLong("Name", limit: 160)) {
      try PaymentPayload(replacing("Name", with: text(161)))
    }
    #expect(throws: PaymentPayload.Problem.repeated("BIC")) {
      try PaymentPayload(sample + [Field(key: "BIC", value: "1")])
    }
    for key in ["", "a=b", "Имя", "a b"] {
      #expect(throws: PaymentPayload.Problem.unusableName(key)) {
        try PaymentPayload(sample + [Field(key: key, value: "1")])
      }
    }
    let piped = try PaymentPayload(replacing("Purpose", with: "a|b"))
    #expect(throws: PaymentPayload.Problem.separatorInside("Purpose")) { try piped.encoded() }
    let free = try #require(piped.freeSeparator)
    #expect(try PaymentPayload(decoding: piped.encoded(separator: free)) == piped)
    let plain = try PaymentPayload(sample)
    #expect(throws: PaymentPayload.Problem.unencodable("Name", "«")) {
      try plain.encoded(as: .koi8R)
    }
    for separator: UInt8 in [0, 10, 32, 61, 127, 200] {
      #expect(throws: PaymentPayload.Problem.unusableSeparator(separator)) {
        try plain.encoded(separator: separator)
      }
    }
  }

  @Test func hostileBytesNeverTrap() {
    var generator = Steps(state: 7)
    for _ in 0..<3000 {
      var bytes = Array("ST00012|Name=x|PersonalAcc=1|BankName=b|BIC=0|CorrespAcc=0".utf8)
      for _ in 0..<4 {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[index] = UInt8.random(in: 0...255, using: &generator)
      }
      _ = try? PaymentPayload(decoding: bytes)
    }
  }
}

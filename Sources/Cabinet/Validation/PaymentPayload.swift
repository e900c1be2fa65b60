/// The content of a payment QR code, GOST R 56042-2014: named fields in a fixed order.
public struct PaymentPayload: Equatable, Sendable {
  /// One named value.
  public struct Field: Equatable, Sendable {
    /// The name in the standard's spelling, such as `PersonalAcc`; case matters.
    public let key: String
    /// The value, without the separator of the payload.
    public let value: String

    /// Makes a field from its name and value.
    public init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  /// The fields in the order in which they are written: the required ones first.
  public let fields: [Field]

  /// The names of the fields that every payload has, in their order.
  public static let requiredKeys = ["Name", "PersonalAcc", "BankName", "BIC", "CorrespAcc"]

  /// The greatest number of signs in a field; nil where the standard sets none.
  public static func limit(of key: String) -> Int? {
    switch key {
    case "Name": 160
    case "BankName": 45
    case "Purpose": 210
    case "PersonalAcc", "CorrespAcc", "CBC": 20
    case "Sum": 18
    case "DocNo": 15
    case "PayeeINN", "PayerINN": 12
    case "OKTMO": 11
    case "TaxPeriod", "DocDate": 10
    case "BIC", "KPP": 9
    case "DrawerStatus", "PaytReason", "TaxPaytKind": 2
    default: nil
    }
  }

  /// Makes a payload of fields in any order.
  ///
  /// - Throws: ``Problem`` where a required field is missing or empty, a name is repeated or not
  ///   writable, or a value is longer than the standard allows.
  public init(_ fields: [Field]) throws(Problem) {
    for key in PaymentPayload.requiredKeys
    where !fields.contains(where: { $0.key == key && !$0.value.isEmpty }) {
      throw .missing(key)
    }
    for field in fields {
      if let limit = PaymentPayload.limit(of: field.key), field.value.unicodeScalars.count > limit {
        throw .tooLong(field.key, limit: limit)
      }
    }
    try self.init(read: fields)
  }

  /// Makes a payload of fields that were read, in which a value may be empty or over its limit.
  init(read fields: [Field]) throws(Problem) {
    var seen: Set<String> = []
    for field in fields {
      guard PaymentPayload.isKey(field.key) else { throw .unusableName(field.key) }
      guard seen.insert(field.key).inserted else { throw .repeated(field.key) }
    }
    var required: [Field] = []
    for key in PaymentPayload.requiredKeys {
      guard let field = fields.first(where: { $0.key == key }) else { throw .missing(key) }
      required.append(field)
    }
    self.fields = required + fields.filter { !PaymentPayload.requiredKeys.contains($0.key) }
  }

  /// The value of a field; nil where the payload does not have it.
  public subscript(key: String) -> String? {
    fields.first { $0.key == key }?.value
  }

  /// The sum in kopecks; nil where there is none or it is not a whole number.
  public var kopecks: Int? {
    guard let sum = self["Sum"], !sum.isEmpty,
      sum.unicodeScalars.allSatisfy({ $0.asciiDigit != nil })
    else { return nil }
    return Int(sum)
  }

  private static func isKey(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (33...126).contains($0) && $0 != UInt8(ascii: "=") }
  }
}

extension PaymentPayload {
  /// Why a payload can't be made, written or read.
  public enum Problem: Error, Equatable, Sendable {
    /// A required field is absent or empty.
    case missing(String)
    /// A field's value has more signs than the standard allows.
    case tooLong(String, limit: Int)
    /// A field stands twice.
    case repeated(String)
    /// A name that is empty or has anything but printable ASCII without "=".
    case unusableName(String)
    /// The separator occurs in the field with this name.
    case separatorInside(String)
    /// The separator is not a printable ASCII sign, or it would be mistaken for part of a field.
    case unusableSeparator(UInt8)
    /// A sign of the field can't be written in the encoding.
    case unencodable(String, Unicode.Scalar)
    /// The data does not begin with `ST0001` and an encoding.
    case notPayload
    /// A part of the data has no "=".
    case noValue
    /// The bytes of a part mean nothing in the encoding that the data declares.
    case undecodable
  }
}

import Cabinet

extension ServiceBrief {
  /// The members of a service that are stepped over here and have to be there all the same.
  private static let longParts: Set<String> = [
    "audience", "results", "documents", "acceptanceRefusals", "suspensions", "refusals", "appeal",
    "legalActs", "steps", "form", "regulation", "updated", "basis",
  ]

  /// Reads what a list needs of a service, and steps over the rest.
  ///
  /// - Returns: nil where a member is missing or of another kind; the decoder can tell which.
  static func read(_ reader: inout JSONReader) throws(JSONReader.Fault) -> ServiceBrief? {
    var texts: [String: String] = [:]
    var lists: [String: [String]] = [:]
    var term: Term?
    var fee: Fee?
    var longParts = 0
    let mismatches = reader.mismatches
    _ = try reader.forEachMember { (reader, key) throws(JSONReader.Fault) in
      switch key {
      case "id", "title", "titleEn", "shortTitle", "summary", "summaryEn", "category", "agency",
        "kind":
        texts[key] = try reader.string()
      case "lifeSituations", "keywords": lists[key] = try reader.strings()
      case "term": term = try Term.read(&reader)
      case "fee": fee = try Fee.read(&reader)
      default:
        if Self.longParts.contains(key) { longParts += 1 }
        try reader.skipValue()
      }
    }
    guard reader.mismatches == mismatches, longParts == Self.longParts.count,
      let id = texts["id"], let title = texts["title"],
      let titleEn = texts["titleEn"], let summary = texts["summary"],
      let summaryEn = texts["summaryEn"], let category = texts["category"],
      let agency = texts["agency"], let kind = texts["kind"].flatMap(Service.Kind.init),
      let lifeSituations = lists["lifeSituations"], let keywords = lists["keywords"], let term,
      let fee
    else { return nil }
    return ServiceBrief(
      id: id, title: title, titleEn: titleEn, shortTitle: texts["shortTitle"], summary: summary,
      summaryEn: summaryEn, category: category, lifeSituations: lifeSituations,
      keywords: keywords, agency: agency, kind: kind, term: term, fee: fee)
  }
}

extension Term {
  fileprivate static func read(_ reader: inout JSONReader) throws(JSONReader.Fault) -> Term? {
    var term: (value: Int?, unit: Unit?, note: String?) = (nil, nil, nil)
    _ = try reader.forEachMember { (reader, key) throws(JSONReader.Fault) in
      switch key {
      case "value": term.value = try reader.integer()
      case "unit": term.unit = try reader.string().flatMap(Unit.init)
      case "note": term.note = try reader.string()
      default: try reader.skipValue()
      }
    }
    return term.unit.map { Term(value: term.value, unit: $0, note: term.note) }
  }
}

extension Fee {
  fileprivate static func read(_ reader: inout JSONReader) throws(JSONReader.Fault) -> Fee? {
    var fee: (kind: Kind?, amount: Int?, note: String?, service: String?) = (nil, nil, nil, nil)
    _ = try reader.forEachMember { (reader, key) throws(JSONReader.Fault) in
      switch key {
      case "kind": fee.kind = try reader.string().flatMap(Kind.init)
      case "amount": fee.amount = try reader.integer()
      case "note": fee.note = try reader.string()
      case "service": fee.service = try reader.string()
      default: try reader.skipValue()
      }
    }
    return fee.kind.map {
      Fee(kind: $0, amount: fee.amount, note: fee.note, service: fee.service)
    }
  }
}

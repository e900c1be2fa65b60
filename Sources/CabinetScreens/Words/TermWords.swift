import Cabinet

extension ServiceNames {
  /// The fee and the term in a few words: `бесплатно · 5 рабочих дней`.
  var terms: Phrase {
    if fee.kind == .uncertain, term.unit == .uncertain {
      return Phrase("цена и срок уточняются", "price and term to be confirmed")
    }
    let fee = fee.inWords
    let term = term.inWords
    return Phrase("\(fee.ru) · \(term.ru)", "\(fee.en) · \(term.en)")
  }

  /// The fee and the term as short as they can be, for a list; a term that nobody knows is left out.
  var shortTerms: Phrase {
    guard let term = term.shortly else { return fee.inWords }
    let fee = fee.inWords
    return Phrase("\(fee.ru) · \(term.ru)", "\(fee.en) · \(term.en)")
  }
}

extension Fee {
  /// The fee in a few words.
  var inWords: Phrase {
    switch kind {
    case .free: Phrase("бесплатно", "free")
    case .duty, .price:
      amount.map { Money(kopecks: $0).inWords }
        ?? Phrase("платно", "paid")
    case .uncertain: Phrase("цена уточняется", "price to be confirmed")
    }
  }
}

extension Term {
  /// The term in a few words.
  var inWords: Phrase {
    switch unit {
    case .workingDays: Plural.workingDays(value ?? 0)
    case .calendarDays: Plural.calendarDays(value ?? 0)
    case .immediately: Phrase("сразу", "at once")
    case .onVisit: Phrase("во время приёма", "during the visit")
    case .uncertain: Phrase("срок уточняется", "term to be confirmed")
    }
  }
}

extension Term {
  /// The term in a list: `6 р.д.` of working days, `30 дней` of calendar ones; nil where it is not known.
  fileprivate var shortly: Phrase? {
    switch unit {
    case .workingDays: Phrase("\(value ?? 0)\u{A0}р.д.", "\(value ?? 0)\u{A0}w.d.")
    case .calendarDays: Plural.days(value ?? 0)
    case .immediately: inWords
    case .onVisit: Phrase("на приёме", "on the visit")
    case .uncertain: nil
    }
  }
}

/// What a person typed into a field for a number, held to a sane length, as Unicode scalars.
struct TypedText {
  /// The scalars that carry meaning, in order.
  var scalars: [Unicode.Scalar]

  /// The longest text that is looked at, in bytes of UTF-8: hostile input must cost nothing.
  static let limit = 1024

  /// Takes the text without the scalars that only group it.
  ///
  /// - Parameters:
  ///   - inCapitals: Whether small letters are read as capitals.
  /// - Throws: a problem where nothing is left, or where the text is far too long.
  init(
    _ text: String, inCapitals: Bool = false, without isSeparator: (Unicode.Scalar) -> Bool,
    advice: Phrase
  ) throws(IdentifierProblem) {
    guard text.utf8.count <= TypedText.limit else { throw .tooLong(advice) }
    let text = inCapitals ? text.uppercased() : text
    scalars = text.unicodeScalars.filter { !isSeparator($0) }
    if scalars.isEmpty { throw .nothingTyped(advice) }
  }
}

extension String {
  /// The text made of these scalars.
  init(scalars: some Sequence<Unicode.Scalar>) {
    self.init(String.UnicodeScalarView(scalars))
  }
}

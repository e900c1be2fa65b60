import Testing

@testable import Cabinet

@Suite struct JSONPlaceTests {
  private static let text = """
    {
      "a": [1, {"x": "}]"},
        {"b": "\\"b\\": ",
         "c": null}],

      "d": {"e": [[], [2,
        3]]}
    }
    """

  @Test func pathsLeadToTheirLines() {
    let vectors: [([JSONStep], Int)] = [
      ([], 1), ([.member("a")], 2), ([.member("a"), .element(0)], 2),
      ([.member("a"), .element(1), .member("x")], 2), ([.member("a"), .element(2)], 3),
      ([.member("a"), .element(2), .member("b")], 3),
      ([.member("a"), .element(2), .member("c")], 4), ([.member("d")], 6),
      ([.member("d"), .member("e"), .element(1), .element(1)], 7),
      // The deepest part that is there.
      ([.member("a"), .element(9)], 2), ([.member("nothing")], 1),
      ([.member("d"), .member("e"), .member("f")], 6), ([.member("a"), .member("x")], 2),
      ([.element(0)], 1), ([.member("d"), .member("e"), .element(0), .element(0)], 6),
    ]
    for (path, line) in vectors {
      #expect(StrictJSON.line(of: path, in: Array(Self.text.utf8)) == line, "\(path)")
    }
    #expect(
      StrictJSON.line(
        of: [.member("a")], in: Array(#"{"b":1,"#.utf8) + Array("\n\"\\u0061\":2}".utf8)) == 2)
    #expect(
      JSONStep.name(of: [.member("services"), .element(3), .member("term")]) == "services[3].term")
    #expect(JSONStep.name(of: []) == "")
  }

  @Test func everyBeginningOfATextIsScannedCalmly() {
    let bytes = Array(Self.text.utf8)
    let paths: [[JSONStep]] = [
      [.member("a"), .element(2), .member("c")], [.member("d"), .member("e"), .element(1)],
      [.element(5)],
    ]
    for length in 0...bytes.count {
      for path in paths {
        let line = StrictJSON.line(of: path, in: Array(bytes.prefix(length)))
        #expect((1...8).contains(line))
      }
    }
    for text in [#"{"a\"#, #"{"a"#, #"{"a":"\"#, "[[[[", "]", "{]", ",", "\""] {
      #expect(StrictJSON.line(of: [.member("a"), .element(1)], in: Array(text.utf8)) == 1)
      #expect(StrictJSON.line(of: [.element(1), .member("a")], in: Array(text.utf8)) == 1)
    }
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    #expect(StrictJSON.line(of: [.element(1)], in: deep) == 1)
  }
}

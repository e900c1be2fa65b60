import Testing

@testable import Cabinet

@Suite struct MedicalStateTests {
  static let start = Timestamp(seconds: 1_610_607_600)
  static let code = AccessCode(id: "k1", digits: "12345678", child: nil, issuedAt: start)

  private func state(_ events: [MedicalEvent]) throws -> MedicalState {
    var state = MedicalState()
    for event in events { try state.apply(event, at: Self.start) }
    return state
  }

  @Test func aCodeOpensOnceWithinADay() throws {
    var state = try state([.codeIssued(Self.code)])
    let last = Self.code.until.adding(seconds: -1)
    #expect(state.codes[0].standing(at: last) == .open)
    #expect(state.codes[0].standing(at: Self.code.until) == .expired)
    try state.apply(.codeUsed(code: "k1", by: "врач"), at: last)
    #expect(state.codes[0].standing(at: last) == .used(last, by: "врач"))
    #expect(throws: FoldRefusal.medical(.codeNotOpen("k1"))) {
      try state.apply(.codeUsed(code: "k1", by: "врач"), at: last)
    }
  }

  @Test func anExpiredUnknownOrRevokedCodeOpensNothing() throws {
    var state = try state([.codeIssued(Self.code)])
    #expect(throws: FoldRefusal.medical(.codeNotOpen("k1"))) {
      try state.apply(.codeUsed(code: "k1", by: ""), at: Self.code.until)
    }
    #expect(throws: FoldRefusal.medical(.codeNotOpen("k2"))) {
      try state.apply(.codeRevoked(code: "k2"), at: Self.start)
    }
    try state.apply(.codeRevoked(code: "k1"), at: Self.start)
    #expect(throws: FoldRefusal.medical(.codeNotOpen("k1"))) {
      try state.apply(.codeUsed(code: "k1", by: ""), at: Self.start)
    }
  }

  @Test func fiveWrongCodesEndAllOpenOnes() throws {
    var state = try state([.codeIssued(Self.code)])
    for _ in 1..<AccessCode.mostWrongTries {
      try state.apply(.codeRefused(by: "x"), at: Self.start)
      #expect(state.codes[0].standing(at: Self.start) == .open)
    }
    try state.apply(.codeRefused(by: "x"), at: Self.start)
    #expect(state.codes[0].standing(at: Self.start) == .revoked(Self.start))
  }

  @Test func aNewCodeForgivesWrongOnes() throws {
    let tries = Array(repeating: MedicalEvent.codeRefused(by: "x"), count: 4)
    let state = try state(tries + [.codeIssued(Self.code), .codeRefused(by: "x")])
    #expect(state.codes[0].standing(at: Self.start) == .open)
  }

  @Test func theStateDoesNotGrowForEver() throws {
    var state = MedicalState()
    for number in 0..<200 {
      let code = AccessCode(id: "k\(number)", digits: "0", child: nil, issuedAt: Self.start)
      try state.apply(.codeIssued(code), at: Self.start)
    }
    #expect(state.codes.count == MedicalState.mostCodes)
    #expect(state.codes.last?.id == "k199")
  }
}

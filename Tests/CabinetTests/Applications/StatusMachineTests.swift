import Testing

@testable import Cabinet

@Suite struct StatusMachineTests {
  /// What may follow what, as one would draw it on paper; control statuses aside.
  private static let table: [Int: [Int]] = [
    1010: [1040, 1069, 103_099],
    1030: [1050, 1052],
    1035: [1050, 1052],
    1040: [1030, 1035, 1050, 1069],
    1050: [1052, 1060, 1069, 1075, 1080, 1095, 7704, 8021],
    1052: [1060, 1069, 1075, 1080, 1095, 7704, 8021],
    1060: [1069, 1080, 1095, 1160],
    1069: [1090, 1169],
    1075: [1052, 7700],
    1080: [1050, 1052],
    1160: [1052, 1060, 1069, 1075, 1080, 1095, 7704, 8021],
    1169: [1052, 1060, 1069, 1075, 1080, 1095, 7704, 8021],
    7704: [1052, 1060, 1069, 1075, 1080, 1095, 7704, 7705, 8021],
    7705: [1052, 1060, 1069, 1075, 1080, 1095, 7704, 7705, 8021],
    8011: [1052, 1060, 1069, 1075, 1080, 1095, 7704, 8021],
    8021: [1069, 1095, 8011, 8031],
    8031: [1080, 8011],
  ]

  @Test(arguments: Status.allCases) func everyPairIsAsDrawn(status: Status) {
    for next in Status.allCases {
      let isAllowed =
        next.isControl
        ? !status.isFinal : Self.table[status.rawValue]?.contains(next.rawValue) ?? false
      #expect(StatusMachine.allows(next, after: status) == isAllowed, "\(status) → \(next)")
    }
  }

  @Test func nothingButASubmissionBegins() {
    for status in Status.allCases {
      #expect(StatusMachine.allows(status, after: nil) == (status == .submitted))
    }
  }

  @Test func everyStatusIsReachedAndNonePrecedesTheSubmission() {
    var reached: Set<Status> = [.submitted]
    var edge = reached
    while !edge.isEmpty {
      edge = Set(edge.flatMap { StatusMachine.successors(of: $0) }).subtracting(reached)
      reached.formUnion(edge)
    }
    #expect(reached == Set(Status.allCases.filter { !$0.isControl }))
    for status in Status.allCases {
      #expect(!StatusMachine.successors(of: status).contains(.submitted))
    }
  }

  @Test func theTermStopsAndResumesInPairs() {
    #expect(Status.allCases.filter(\.stopsTerm) == [.suspended, .clarificationRequested])
    #expect(
      Set(Status.allCases.filter(\.resumesTerm))
        == [.resumed, .clarificationGiven, .clarificationExpired])
  }

  @Test func everyStatusHasTitlesAndCodesAreWrittenWithTheirReasons() {
    for status in Status.allCases {
      #expect(!status.title.ru.isEmpty && !status.title.en.isEmpty)
    }
    #expect(StatusEvent(.refused, reason: 2, at: Samples.moment, by: .office).fullCode == "1080.2")
    #expect(StatusEvent(.granted, at: Samples.moment, by: .office).fullCode == "1075")
    #expect(
      [Party.resident, .office, .clock].map(\.title.ru) == ["вы", "ведомство", "срок"])
  }
}

import Cabinet
import Testing

@testable import CabinetServices

@Suite struct EditDistanceTests {
  private func distance(
    _ left: FoldedWord, _ right: FoldedWord, bound: Int, isPrefix: Bool = false
  ) -> Int? {
    var distance = EditDistance()
    return left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        distance(left, right, bound: bound, isPrefix: isPrefix)
      }
    }
  }

  /// The distance by its definition, without a band.
  static func reference(_ left: FoldedWord, _ right: FoldedWord) -> Int {
    var rows = [[Int]](
      repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in 0...left.count { rows[row][0] = row }
    for column in 0...right.count { rows[0][column] = column }
    for row in stride(from: 1, through: left.count, by: 1) {
      for column in stride(from: 1, through: right.count, by: 1) {
        let change = left[row - 1] == right[column - 1] ? 0 : 1
        var value = min(
          rows[row - 1][column] + 1, rows[row][column - 1] + 1, rows[row - 1][column - 1] + change)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          value = min(value, rows[row - 2][column - 2] + 1)
        }
        rows[row][column] = value
      }
    }
    return rows[left.count][right.count]
  }

  @Test(arguments: [
    ("паспорт", "паспорт", 0), ("паспорт", "паспрот", 1), ("паспорт", "паспор", 1),
    ("паспорт", "пасспорт", 1), ("паспорт", "пасторт", 1), ("паспорт", "апсопрт", 2),
  ]) func typosAreCounted(left: String, right: String, expected: Int) {
    #expect(
      distance(SearchFixture.folded(left), SearchFixture.folded(right), bound: 2) == expected)
  }

  @Test func boundsGrowWithLength() {
    #expect((1...3).allSatisfy { EditDistance.bound(forLength: $0) == 0 })
    #expect((4...7).allSatisfy { EditDistance.bound(forLength: $0) == 1 })
    #expect((8...40).allSatisfy { EditDistance.bound(forLength: $0) == 2 })
  }

  @Test func bandedDistanceEqualsTheDefinitionOnAllShortWords() {
    var words: [FoldedWord] = [[]]
    var last = words
    for _ in 0..<5 {
      last = last.flatMap { word in [0xC1, 0xC2].map { word + [$0] } }
      words += last
    }
    for left in words {
      for right in words {
        let expected = Self.reference(left, right)
        for bound in 1...3 {
          #expect(
            distance(left, right, bound: bound) == (expected <= bound ? expected : nil),
            "\(left) \(right) \(bound)")
        }
        let nearest = (0...right.count).map { Self.reference(left, Array(right.prefix($0))) }.min()
        let prefix = nearest.flatMap { $0 <= 2 ? $0 : nil }
        #expect(
          distance(left, right, bound: 2, isPrefix: true) == prefix, "\(left) \(right) prefix")
      }
    }
  }
}

/// What was measured of one analyte over time.
public struct Trend: Sendable, Equatable {
  /// One measurement.
  public struct Point: Sendable, Equatable {
    /// When.
    public var day: Day
    /// What.
    public var result: LabResult
    /// The id of the document that holds it.
    public var document: String
  }

  /// Where the value went from one measurement to the next.
  public enum Direction: Sendable, Equatable { case up, down, same }

  /// The analyte's id.
  public var analyte: String
  /// The measurements, the earliest first; never empty.
  public var points: [Point]

  /// What the analyte is called.
  public var name: Phrase { points.last?.result.name ?? Phrase(analyte, analyte) }

  /// Where the last value went from the one before; nil where there is only one.
  public var direction: Direction? {
    guard points.count > 1 else { return nil }
    let last = points[points.count - 1].result.value
    let before = points[points.count - 2].result.value
    return last > before ? .up : last < before ? .down : .same
  }

  /// The values that a chart has to show: all measured ones and all limits of their ranges.
  public var span: ClosedRange<Quantity> {
    let values = points.flatMap { [$0.result.value, $0.result.low, $0.result.high] }
      .compactMap { $0 }
    let low = values.min() ?? Quantity(thousandths: 0)
    return low...(values.max() ?? low)
  }
}

extension MedicalCard {
  /// What was measured, by analyte, in the order of the names; only what is of one unit is joined.
  public var trends: [Trend] {
    var found: [String: Trend] = [:]
    for document in documents.reversed() {
      for result in document.results {
        let point = Trend.Point(day: document.day, result: result, document: document.id)
        let key = result.analyte + " " + result.unit
        found[key, default: Trend(analyte: result.analyte, points: [])].points.append(point)
      }
    }
    return found.values.sorted {
      $0.name.ru != $1.name.ru
        ? $0.name.ru < $1.name.ru : $0.points[0].result.unit < $1.points[0].result.unit
    }
  }

  /// What was measured of one analyte; where its unit changed, in the latest unit.
  public func trend(of analyte: String) -> Trend? {
    trends.filter { $0.analyte == analyte }
      .max { ($0.points.last?.day ?? day) < ($1.points.last?.day ?? day) }
  }
}

/// The ЕНО, the single number of an application: `9990-9000001-010101-0000042/21`.
///
/// Blocks of 4, 7, 6 and 7 digits and the year (facts, 3.1). The first block is that of a portal; the
/// second tells the residents of a store apart, the third is the form code of the service, the fourth
/// counts the applications of the resident, so that a number is unique without any shared counter.
public enum ApplicationNumber {
  /// Makes a number.
  ///
  /// - Parameters:
  ///   - resident: the ordinal of the resident within the store, from 1.
  ///   - formCode: six digits of the service.
  ///   - count: which application of the resident it is, from 1.
  ///   - year: the year of submission.
  public static func make(resident: Int, formCode: String, count: Int, year: Int) -> String {
    "9990-\(9_000_000 + resident)-\(formCode)-\(padded(count, to: 7))/\(padded(year % 100, to: 2))"
  }
}

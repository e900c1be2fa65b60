import Cabinet
import CityOffice

/// The files in which the city's institutions are listed.
enum InstitutionFiles {
  /// Reads the institutions; an empty list where the file is missing or is no JSON.
  static func load(fixtures: String, calendar: WorkingCalendar) -> RegistryDesk {
    let list = read(InstitutionList.self, fixtures + "/city/institutions.json")
    return RegistryDesk(
      timetable: Timetable(list ?? InstitutionList(), calendar: calendar))
  }

  /// Reads the register of policies; an empty one where the file is missing or is no JSON.
  static func insured(fixtures: String) -> InsuredRegister {
    read(InsuredRegister.self, fixtures + "/city/insured.json") ?? InsuredRegister()
  }

  private static func read<Content: Decodable>(_ type: Content.Type, _ path: String) -> Content? {
    try? ShippedFile.read(type, at: path)
  }
}

extension Plural {
  /// Hours.
  public static let hours = Plural("час", "часа", "часов", en: "hour", "hours")
  /// Minutes, as in "within 15 minutes".
  public static let minutes = Plural("минуту", "минуты", "минут", en: "minute", "minutes")
  /// Free times of a schedule.
  public static let freeTimes = Plural(
    "свободное", "свободных", "свободных", en: "free", "free")
  /// Appointments.
  public static let appointments = Plural(
    "запись", "записи", "записей", en: "appointment", "appointments")
  /// Specialists who have the same time.
  public static let specialists = Plural(
    "специалиста", "специалистов", "специалистов", en: "specialist", "specialists")
}

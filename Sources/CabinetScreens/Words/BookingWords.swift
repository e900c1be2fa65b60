import Cabinet

/// Words of appointments.
enum BookingWords {
  static let services = Phrase("Услуги по записи", "Services by appointment")
}

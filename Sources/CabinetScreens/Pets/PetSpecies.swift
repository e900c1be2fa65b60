import Cabinet

extension ScreenContext {
  /// What kind of animal a pet is, by the options of its form.
  func species(_ id: String) -> String {
    let field = ProfileForms.form(.pet).fields.first { $0.id == "species" }
    return field?.options?.first { $0.id == id }.map { say($0.name) } ?? id
  }
}

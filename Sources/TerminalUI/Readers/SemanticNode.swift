import Terminal

/// A view as testers and assistive tools know it: what it is, what it is called, how it stands.
public struct SemanticNode: Hashable, Sendable {
  /// What a view is.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    case page, dialog, heading, text, alert, row, list, listitem, table, cell, textfield
    case radiogroup, radio, checkbox, button, progressbar, navigation, link, group
  }

  /// How a view stands.
  public enum State: String, Hashable, Sendable, CaseIterable {
    case focused, checked, selected, invalid, required, disabled, current
    /// How grave a notice is.
    case problem, warning, success, note
  }

  /// What the view is.
  public var role: Role
  /// What it is called, in the language of the interface.
  public var label: String
  /// How it stands, in the order of ``State``.
  public var states: [State]
  /// What it holds.
  public var value: String
  /// The views within it.
  public var children: [SemanticNode]

  /// Makes a node.
  public init(
    _ role: Role, _ label: String, states: [State] = [], value: String = "",
    children: [SemanticNode] = []
  ) {
    self.role = role
    self.label = label
    self.states = states
    self.value = value
    self.children = children
  }

  /// The tree as text: `role "label" [state, state]: value`, each level two spaces further in.
  public var text: String {
    var lines: [String] = []
    write(to: &lines, indent: 0)
    return lines.joined(separator: "\n")
  }

  private func write(to lines: inout [String], indent: Int) {
    var line = String(repeating: " ", count: indent) + role.rawValue
    if !label.isEmpty { line += " \"" + Self.oneLine(label) + "\"" }
    if !states.isEmpty { line += " [" + states.map(\.rawValue).joined(separator: ", ") + "]" }
    if !value.isEmpty { line += ": " + Self.oneLine(value) }
    lines.append(line)
    for child in children { child.write(to: &lines, indent: indent + 2) }
  }

  private static func oneLine(_ text: String) -> String {
    DisplayText(String(text.map { $0.isNewline ? " " : $0 })).description
  }

  /// The tree as a JSON object of `role`, `label`, `states`, `value` and `children`.
  public var json: String {
    var text = ""
    writeJSON(to: &text, indent: "")
    return text
  }

  private func writeJSON(to text: inout String, indent: String) {
    let inner = indent + "  "
    text += "{\n\(inner)\"role\": \"\(role.rawValue)\",\n\(inner)\"label\": "
    text += PrintableJSON(quoting: label).description + ",\n\(inner)\"states\": ["
    text += states.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    text +=
      "],\n\(inner)\"value\": " + PrintableJSON(quoting: value).description
      + ",\n\(inner)\"children\": ["
    for (index, child) in children.enumerated() {
      text += (index > 0 ? ", " : "")
      child.writeJSON(to: &text, indent: inner)
    }
    text += "]\n\(indent)}"
  }
}

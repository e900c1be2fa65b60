/// A text to type.
public struct Field {
  /// The field's name.
  public var id: ViewID
  /// What is asked.
  public var label: String
  /// What was typed so far; the screen's state owns it.
  public var text: String
  /// Where the value came from, or what it means, in a few words (`из профиля`).
  public var note: String
  /// How to fill it in; shown under the field while it has the focus.
  public var help: String
  /// What an empty field shows as an example.
  public var placeholder: String
  /// What is wrong and how to mend it; nil where nothing is.
  public var problem: String?
  /// True where it may not stay empty.
  public var isRequired: Bool
  /// True where Enter makes a new line.
  public var isMultiline: Bool
  /// True for a password: its characters are never shown or read out.
  public var isSecret: Bool
  /// The list that the arrows and Enter of this field drive, as in a search.
  public var drives: ViewID?
  /// The button that must be pressed for the text to count, as for the path of a file to attach.
  public var confirmedBy: ViewID?

  /// Makes a field.
  public init(
    id: ViewID, label: String, text: String, note: String = "", help: String = "",
    placeholder: String = "", problem: String? = nil, isRequired: Bool = false,
    isMultiline: Bool = false, isSecret: Bool = false, drives: ViewID? = nil,
    confirmedBy: ViewID? = nil
  ) {
    self.id = id
    self.label = label
    self.text = text
    self.note = note
    self.help = help
    self.placeholder = placeholder
    self.problem = problem
    self.isRequired = isRequired
    self.isMultiline = isMultiline
    self.isSecret = isSecret
    self.drives = drives
    self.confirmedBy = confirmedBy
  }
}

/// One or several of a few options.
public struct Choice {
  /// One option.
  public struct Option {
    /// The option's value.
    public var value: String
    /// What it says.
    public var title: String
    /// More about it, in a few words.
    public var note: String
    /// Makes an option.
    public init(value: String, title: String, note: String = "") {
      self.value = value
      self.title = title
      self.note = note
    }
  }

  /// The choice's name; it is one stop of the focus.
  public var id: ViewID
  /// What is asked.
  public var label: String
  /// What there is to choose from.
  public var options: [Option]
  /// The values chosen.
  public var selected: Set<String>
  /// True where several may be chosen.
  public var allowsMany: Bool
  /// Where the value came from, in a few words.
  public var note: String
  /// How to choose; shown while it has the focus.
  public var help: String
  /// What is wrong and how to mend it; nil where nothing is.
  public var problem: String?
  /// True where something must be chosen.
  public var isRequired: Bool

  /// Makes a choice.
  public init(
    id: ViewID, label: String, options: [Option], selected: Set<String>, allowsMany: Bool = false,
    note: String = "", help: String = "", problem: String? = nil, isRequired: Bool = false
  ) {
    self.id = id
    self.label = label
    self.options = options
    self.selected = selected
    self.allowsMany = allowsMany
    self.note = note
    self.help = help
    self.problem = problem
    self.isRequired = isRequired
  }
}

/// Yes or no.
public struct Toggle {
  /// The toggle's name.
  public var id: ViewID
  /// What is asked or agreed to.
  public var label: String
  /// The answer.
  public var isOn: Bool
  /// More about it; shown while it has the focus.
  public var help: String
  /// What is wrong and how to mend it; nil where nothing is.
  public var problem: String?
  /// Makes a toggle.
  public init(id: ViewID, label: String, isOn: Bool, help: String = "", problem: String? = nil) {
    self.id = id
    self.label = label
    self.isOn = isOn
    self.help = help
    self.problem = problem
  }
}

/// A whole screen, or a dialog over one, as a screen's `view` returns it.
public struct Page {
  /// The columns from which a terminal has room for a second page beside the first.
  public static let veryWide = 150

  /// How it stands on the terminal.
  public enum Kind: Hashable, Sendable { case screen, dialog }

  /// A section of the program, shown at the left on wide terminals.
  public struct Section: Sendable {
    /// The id sent when the section is chosen.
    public var id: ViewID
    /// Its name.
    public var title: String
    /// A number or word after the name: how many things wait there.
    public var badge: String
    /// The key that leads there, as shown.
    public var key: String
    /// True for the section in which the page stands.
    public var isCurrent: Bool
    /// Makes a section.
    public init(id: ViewID, title: String, badge: String = "", key: String, isCurrent: Bool) {
      self.id = id
      self.title = title
      self.badge = badge
      self.key = key
      self.isCurrent = isCurrent
    }
  }

  /// How it stands on the terminal.
  public var kind: Kind
  /// Where one is, outermost first: `Услуги › Охрана природы`.
  public var path: [String]
  /// The same in fewer words, for where it does not fit: its first name is never left out then.
  public var shortPath: [String]?
  /// A few words at the right end of the title line, between ` · ` where there are several: the last is the first
  /// thing dropped where room is short.
  public var status: String
  /// The sections of the program; empty where the page needs the whole width.
  public var sections: [Section]
  /// What the page shows, from the top.
  public var body: [View]
  /// The view focused when the page opens; the first that can be, where nil.
  public var initialFocus: ViewID?
  /// Names what the page shows: when it changes within a layer (the next step of a form, say), the
  /// page opens anew: scrolled to the top, with its initial focus.
  public var identity: String
  /// True where it opens at its top even if the first focus lies out of sight, so that it is read first.
  public var opensAtTop = false

  /// What a wide terminal shows beside the page, for reading only, of the view that has the focus; nil where
  /// the page has nothing to show there.
  ///
  /// It repeats what Enter would open, so that those who read lines lose nothing without it.
  public var aside: ((_ focus: ViewID) -> [View])?

  /// Makes a page.
  public init(
    kind: Kind = .screen, path: [String], status: String = "", sections: [Section] = [],
    body: [View], initialFocus: ViewID? = nil, identity: String = ""
  ) {
    self.kind = kind
    self.path = path
    self.status = status
    self.sections = sections
    self.body = body
    self.initialFocus = initialFocus
    self.identity = identity
  }
}

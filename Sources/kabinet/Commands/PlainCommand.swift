import ArgumentParser
import Cabinet

/// Opens the cabinet as a conversation.
struct PlainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plain",
    abstract: "Open the cabinet as plain lines: questions, numbered choices, typed answers.",
    discussion: """
      For screen readers, terminals that cannot place a cursor, and pipes: nothing is drawn, and \
      nothing is told twice. The same is chosen by TERM=dumb and by --plain. Lines are read to the \
      end of the input, so a file of answers can drive it.
      """)

  @Option(help: "The widest line, 20 to 1000 cells; COLUMNS or 78 where not given.")
  var width: Int?
  @OptionGroup var options: Options

  func validate() throws { try PlainOptions.validate(width) }

  func run() throws {
    var plain = PlainOptions()
    plain.plain = true
    plain.width = width
    try Desk(options: options, display: DisplayOptions(), plain: plain).open(
      try options.openSession(as: plain.manner, readsUpToDamage: true))
  }
}

/// How the cabinet is shown where a screen does not serve.
struct PlainOptions: ParsableArguments {
  @Flag(help: "Plain lines in place of a screen, as kabinet plain does.")
  var plain = false
  @Option(help: "The widest plain line, 20 to 1000 cells; COLUMNS or 78 where not given.")
  var width: Int?

  func validate() throws { try Self.validate(width) }

  static func validate(_ width: Int?) throws {
    guard let width, !widths.contains(width) else { return }
    throw ValidationError(
      Phrase(
        "--width ждёт число от 20 до 1000, а не \(width).",
        "--width takes a number from 20 to 1000, not \(width)."))
  }

  private static let widths = 20...1_000

  /// How long work tells how far it is.
  var manner: ProgressLine.Manner { plain ? .told : .usual }

  /// The widest line.
  var columns: Int {
    width ?? environment("COLUMNS").flatMap(Int.init).flatMap {
      Self.widths.contains($0) ? $0 : nil
    }
      ?? 78
  }
}

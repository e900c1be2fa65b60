/// A command that changes the store, with what makes it possible.
struct MutatingCommand: Sendable {
  /// What is there before.
  enum Base {
    /// A seeded demonstration, after these commands.
    case demonstration([[String]])
    /// The same, with half a record at the end of the resident's journal.
    case torn
    /// Nothing.
    case nothing
    /// Nothing, and beside it a seeded demonstration, `DIR/source`, after these commands.
    case beside([[String]])
  }

  let name: String
  let base: Base
  /// What is typed; `DIR` stands for the folder of the trial.
  let words: [String]
  /// The kind of the event, the first of it, without which the command may not say that it did what it
  /// was asked to; nil where it needs every event.
  let decisive: String?

  /// The files that commands read, by their names in the folder of a trial.
  static func files(fixtures: String) -> [String: String] {
    [
      "answers.json":
        #"{"minimum": true, "oldLicence": "no", "delivery": "mfc", "truthful": true}"#,
      "contract.json": #"{"hireContract": "\#(fixtures)/demo/contract.pdf"}"#,
      "favourite.tape": "F3\nType \"охотничий\"\nEnter\nType \"*\"\nExpect \"В избранном\"\n",
      "clock.tape": "Advance 20d\nExpect \"3 фев\"\n",
    ]
  }

  /// Every command that changes the store, and the recovery by the first one after a crash.
  ///
  /// A new command belongs here.
  static let all: [MutatingCommand] =
    applying + deciding + booking + receiving + [
      .init(
        name: "medcard show", base: .demonstration([]), words: ["medcard", "show", "lab-20201229"],
        decisive: "medical"),
      .init(
        name: "medcard code", base: .demonstration([]), words: ["medcard", "code"],
        decisive: "medical"),
      .init(
        name: "add to favourites (tape)", base: .demonstration([]),
        words: ["play", "DIR/favourite.tape", "--store", "DIR/store"], decisive: nil),
      .init(
        name: "move the clock (tape)", base: .demonstration([]),
        words: ["play", "DIR/clock.tape", "--store", "DIR/store"], decisive: nil),
      .init(
        name: "demo --seed-only", base: .nothing, words: ["demo", "--seed-only"], decisive: nil),
      .init(
        name: "import", base: .beside([["export", "DIR/export.json"]]),
        words: ["import", "DIR/export.json"], decisive: nil),
      .init(
        name: "repair", base: .beside([]),
        words: ["repair", "--store", "DIR/source", "--into", "DIR/store"], decisive: nil),
    ]

  private static let apply = [
    "apply", "hunting-licence", "--answers", "DIR/answers.json", "--request-id", "life",
  ]

  private static let applying: [MutatingCommand] = [
    .init(name: "apply", base: .demonstration([]), words: apply, decisive: "applicationSubmitted"),
    .init(
      name: "apply --draft", base: .demonstration([]), words: apply + ["--draft"],
      decisive: "draftSaved"),
    .init(
      name: "withdraw", base: .demonstration([apply, ["office", "accept", "life"]]),
      words: ["withdraw", "life"], decisive: "statusChanged"),
    .init(
      name: "answer", base: .demonstration([]),
      words: ["answer", "aparking", "--answers", "DIR/contract.json"],
      decisive: "clarificationGiven"),
    .init(
      name: "appeal",
      base: .demonstration([
        apply, ["office", "accept", "life"], ["office", "refuse", "life", "--note", "no"],
      ]),
      words: ["appeal", "life", "--text", "The decision is wrong."], decisive: "complaintFiled"),
    .init(
      name: "recovery, then apply", base: .torn, words: apply, decisive: "applicationSubmitted"),
  ]

  private static let deciding: [MutatingCommand] = [
    order("accept", ["life"]),
    order(
      "ask", ["life", "--field", "photo", "--text", "A photo"],
      after: [["office", "accept", "life"]]),
    order("suspend", ["life", "--text", "Wait"], after: [["office", "accept", "life"]]),
    order("refuse", ["life", "--note", "No"], after: [["office", "accept", "life"]]),
    order("grant", ["life"], after: [["office", "accept", "life"]]),
    order("run", ["--until", "2021-03-01"]),
  ]

  private static func order(_ name: String, _ words: [String], after: [[String]] = [])
    -> MutatingCommand
  {
    MutatingCommand(
      name: "office \(name)", base: .demonstration([apply] + after),
      words: ["office", name] + words, decisive: nil)
  }

  /// What institutions do to appointments.
  private static let receiving: [MutatingCommand] = [
    .init(
      name: "office cancel", base: .demonstration([]), words: ["office", "cancel", "btherapist"],
      decisive: nil),
    .init(
      name: "office move", base: .demonstration([]),
      words: ["office", "move", "btherapist", "--slot", "doctor-068.01.202101141120.20"],
      decisive: nil),
    .init(
      name: "office cancel, paid", base: .demonstration([onScreen, payment]),
      words: ["office", "cancel", "video"], decisive: nil),
    .init(
      name: "book vet --refund",
      base: .demonstration([onScreen, payment, ["office", "cancel", "video"]]),
      words: ["book", "vet", "--refund", "video", "--card", "4111111111111111"],
      decisive: "marked"),
  ]

  private static let payment = [
    "book", "vet", "--pay", "video", "--card", "4111111111111111",
  ]

  private static let onScreen = [
    "book", "vet", "--online", "--slot", "vet-svao.01.202101141030.30", "--request-id", "video",
  ]

  private static let booking: [MutatingCommand] = [
    .init(
      name: "book doctor", base: .demonstration([]),
      words: [
        "book", "doctor", "--slot", "doctor-068.07.202101151600.20", "--request-id", "visit",
      ],
      decisive: "confirmed"),
    .init(
      name: "book doctor --move", base: .demonstration([]),
      words: [
        "book", "doctor", "--move", "btherapist", "--slot", "doctor-068.01.202101141120.20",
      ], decisive: nil),
    .init(
      name: "book doctor --wait", base: .demonstration([]),
      words: [
        "book", "doctor", "--wait", "--for", "child-1", "--speciality", "dentist",
        "--request-id", "wait",
      ], decisive: nil),
    .init(
      name: "book doctor --cancel", base: .demonstration([]),
      words: ["book", "doctor", "--cancel", "btherapist"], decisive: "marked"),
    .init(
      name: "book vet --online", base: .demonstration([]), words: onScreen, decisive: "confirmed"),
    .init(
      name: "book vet --pay", base: .demonstration([onScreen]),
      words: payment, decisive: "marked"),
    .init(
      name: "book consultation", base: .demonstration([]),
      words: [
        "book", "consultation", "--slot", "consultation-dgi.03.202101141100.30", "--question",
        "Whose room is this?", "--request-id", "talk",
      ], decisive: "confirmed"),
  ]
}

import Foundation
import Testing

@Suite("The command line")
struct UsageTests {
  static let commands: [[String]] = [
    [], ["open"], ["demo"], ["services"], ["service"], ["apply"], ["applications"],
    ["application"], ["keys"], ["withdraw"], ["answer"], ["appeal"], ["check"], ["repair"],
    ["export"],
    ["import"], ["play"],
    ["record"],
    ["catalogue"], ["catalogue", "check"], ["office"], ["office", "list"], ["office", "show"],
    ["office", "accept"], ["office", "ask"], ["office", "suspend"], ["office", "refuse"],
    ["office", "grant"], ["office", "run"],
  ]

  @Test("Every command tells how it is used", arguments: commands)
  func help(command: [String]) throws {
    let program = try Program()
    let line = (["$kabinet"] + command + ["--help"]).joined(separator: " ")
    let help = try program.bash(line)
    #expect(help.code == 0)
    #expect(help.out.contains("USAGE: " + (["kabinet"] + command).joined(separator: " ")))
    #expect(help.err.isEmpty)
    // Those that act, and are no group of others, take the options that every command takes.
    if !help.out.contains("SUBCOMMANDS:") {
      for option in ["--store", "--lang", "--now", "--as", "--password-file"] {
        #expect(help.out.contains(option))
      }
    }
    #expect(try program.files().isEmpty)
  }

  @Test(
    "A wrong command line is told on standard error and nothing happens",
    arguments: [
      "bogus", "--bogus", "services --limit x", "services --limit -1", "service", "apply",
      "apply hunting-licence", "demo --store ''", "demo --lang fr", "demo --now yesterday",
      "office bogus",
      "office run --until soon", "office ask a", "appeal a", "application a b", "record",
      "apply x --answers y --request-id 'a b'", "apply x --answers y --request-id ''",
      "appeal x --text y --request-id я",
    ])
  func usage(arguments: String) throws {
    let program = try Program()
    let outcome = try program.bash("$kabinet \(arguments)")
    #expect(outcome.code == 2)
    #expect(outcome.out.isEmpty)
    #expect(outcome.err.hasPrefix("kabinet: "))
    #expect(outcome.err.contains("Ничего не сделано.") && outcome.err.contains(": kabinet help"))
    #expect(!outcome.err.contains("Usage") && !outcome.err.contains("Error"))
    // What is named in English is what is typed: names of commands and options, values and places for them.
    let isOfLanguage = arguments.contains("--lang")
    if isOfLanguage { program.environment["LC_ALL"] = "en_US.UTF-8" }
    let english = try program.bash("$kabinet \(arguments)" + (isOfLanguage ? "" : " --lang en"))
    #expect(english.code == 2 && english.out.isEmpty)
    #expect(english.err.contains("Nothing was done.") && english.err.contains(": kabinet help"))
    let typed = arguments.unicodeScalars.contains { $0.value >= 0x400 }
    #expect(typed || !english.err.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) })
    #expect(try program.files().isEmpty)
  }

  @Test(
    "A wrong word is named, with what is meant perhaps and where more is told",
    arguments: [
      ("servises", "у kabinet нет команды «servises»; может быть, services или service?", "help"),
      (
        "office acept x", "у kabinet office нет команды «acept»; может быть, accept?", "help office"
      ),
      ("help servises", "у kabinet нет команды «servises»; может быть, services", "help"),
      ("--lang ru services", "команда пишется первой", "help services"),
      ("--lang ru services --limit 3", "команда пишется первой", "help services"),
      ("foo", "у kabinet нет команды «foo».", "help"),
      ("services --bogus", "параметра --bogus здесь нет.", "help services"),
      ("services --limt 3", "параметра --limt здесь нет; может быть, --limit?", "help services"),
      ("services --limit", "у --limit не хватает значения.", "help services"),
      ("services --limit x", "«x» не подходит для --limit: нужно целое число.", "help services"),
      ("services --json=3", "у --json не бывает значения, а написано «3».", "help services"),
      ("office ask a", "не хватает --text <text>.", "help office ask"),
      ("application a b c", "лишнее: «b», «c».", "help application"),
      ("demo --theme pink", "--theme: можно dark, light", "help demo"),
      ("medcard list --kind x", "«x» не подходит для --kind: можно ", "help medcard list"),
      ("--generate-completion-script sh", "можно zsh, bash, fish.", "help"),
      ("book vet --list --home --online", "--home и --online вместе не бывают", "help book vet"),
    ])
  func wrongWord(arguments: String, sentence: String, more: String) throws {
    let outcome = try Program().bash("$kabinet \(arguments)")
    #expect(outcome.code == 2 && outcome.out.isEmpty)
    #expect(outcome.err.contains(sentence), "\(outcome.err)")
    #expect(outcome.err.hasSuffix("kabinet \(more)\n"), "\(outcome.err)")
  }

  @Test("How a command is written is told beside what is wrong with it")
  func synopsis() throws {
    let outcome = try Program().run("application", "--json")
    #expect(outcome.err.contains("Пишется так: kabinet application <id> [--json] […]\n"))
    #expect(
      try Program().run("application", "--lang=en").err
        .contains("Usage: kabinet application <id> [--json] […]\n"))
  }

  @Test("A reader that goes away early is no error", arguments: ["", "--json"])
  func brokenPipe(option: String) throws {
    let program = try Program()
    let outcome = try program.bash(
      "$kabinet services \(option) | head -c 1; echo \" ${PIPESTATUS[0]}\"")
    #expect(outcome.out.hasSuffix(" 0\n") || outcome.out.hasSuffix(" 141\n"))
    #expect(outcome.err.isEmpty)
  }

  @Test("Output that the disk does not take is no success", arguments: ["", "--json"])
  func fullDisk(option: String) throws {
    let outcome = try Program().bash("$kabinet services --limit 1 \(option) > /dev/full")
    #expect(outcome.code == 1)
    #expect(outcome.err.hasPrefix("kabinet: вывод не записан"))
  }

  @Test("A stream that is closed is no place for a file of the store")
  func closedStreams() throws {
    let program = try Program.demonstration()
    let before = try program.files()
    // Whoever reads the closed one must not read a pipe of the program's own, which never ends.
    let answers = try program.bash("$kabinet apply hunting-licence --answers - <&-")
    #expect(answers.code == 1 && answers.err.hasPrefix("kabinet: "), "\(answers.err)")
    for line in ["applications >&-", "applications --json >&-", "applications --json <&- >&-"] {
      let outcome = try program.bash("$kabinet \(line)")
      #expect(outcome.code == 1 && outcome.err.contains("вывод не записан"), "\(line)")
    }
    #expect(try program.bash("$kabinet service x 2>&- <&-").code == 4)
    #expect(try program.bash("$kabinet check <&- >&- 2>&-").code == 1)
    let journal = { (files: [String: Data]) in files.filter { $0.key.hasSuffix("journal.jsonl") } }
    #expect(try journal(program.files()) == journal(before))
    #expect(try program.run("check").code == 0)
  }

  @Test("What cannot be meant is refused with what can")
  func wrongValues() throws {
    let program = try Program.demonstration()
    for (line, code, words) in [
      ("calendar --for nobody", 4, "Есть: me, "),
      ("eligible --situation nowhere", 4, "нет. Есть: "),
      ("office suspend asubsidy --days=-5", 2, "--days ждёт рабочие дни от 1 до 365, а не -5."),
      ("office ask asubsidy --text x --days 0", 2, "--days ждёт рабочие дни"),
      ("play nowhere.tape", 2, "ленты «nowhere.tape» нет"),
      ("office run --until 2020-01-01", 0, "это время прошло: сейчас 14.01.2021 10:00"),
    ] as [(String, Int32, String)] {
      let outcome = try program.bash("$kabinet \(line)")
      #expect(outcome.code == code && outcome.err.contains(words), "\(line): \(outcome.err)")
    }
    let nobody = try Program().run("book", "doctor", "--list")
    #expect(nobody.err.contains("Не указан полис ОМС. Запись не сделана"), "\(nobody.err)")
  }

  @Test("Messages come in the language asked for, or that of the environment")
  func language() throws {
    let program = try Program()
    #expect(try program.run("service", "x").err.hasPrefix("kabinet: Услуги «x» нет."))
    let asked = try program.run("service", "x", "--lang", "en")
    #expect(asked.err.hasPrefix("kabinet: There is no service x."))
    program.environment["LC_ALL"] = "en_US.UTF-8"
    #expect(try program.run("service", "x").err == asked.err)
  }

  @Test(
    "Every action is listed once with its keys; mistakes in the key file are told with their lines")
  func keys() throws {
    let program = try Program()
    let rows = try program.run("keys", "--json").objects()
    let ids = rows.compactMap { $0["id"] as? String }
    #expect(Set(ids).count == rows.count)
    let keys = rows.flatMap { $0["keys"] as? [String] ?? [] }
    for key in ["?", "F3", "Ctrl+P", "Escape", "q", "1"] { #expect(keys.contains(key)) }
    let table = try program.run("keys").out
    for id in ids { #expect(table.contains("  \(id) ")) }
    #expect(try program.files().isEmpty)
    program.environment["XDG_CONFIG_HOME"] = program.folder
    try FileManager.default.createDirectory(
      atPath: program.path("kabinet"), withIntermediateDirectories: true)
    try program.write("kabinet/keys.json", #"{"quit": ["F12"]}"#)
    let own = try program.run("keys", "--json").objects().first { $0["id"] as? String == "quit" }
    #expect(own?["keys"] as? [String] == ["F12"])
    try program.write("kabinet/keys.json", "{\n\"qiut\": [\"F12\"]}")
    let refused = try program.run("keys", "--json")
    #expect(refused.code == 1)
    #expect(try refused.objects().count == rows.count)
    #expect(refused.err.contains("kabinet/keys.json:2: действия «qiut» нет; может быть, quit?"))
  }

  @Test("The version is told")
  func version() throws {
    let outcome = try Program().run("--version")
    #expect(outcome.code == 0)
    #expect(outcome.out.split(separator: ".").count == 3)
  }

  @Test("Completions are there for the shells that people use", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let outcome = try Program().run("--generate-completion-script", shell)
    #expect(outcome.code == 0)
    #expect(outcome.out.contains("kabinet") && outcome.out.contains("request-id"))
  }
}

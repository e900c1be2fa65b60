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

import Foundation
import Testing

@Suite("Playing tapes by the command")
struct PlayCommandTests {
  private func play(_ program: Program, _ tape: String, _ options: String...) throws -> Outcome {
    try program.write("a.tape", tape)
    return try program.bash("$kabinet play a.tape " + options.joined(separator: " "))
  }

  @Test("A tape that holds ends with 0, says nothing and leaves no store")
  func holds() throws {
    let program = try Program()
    let outcome = try play(program, "Expect \"Личный кабинет\"\nType \"2\"\nExpect \"Услуги\"\n")
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(outcome.out.isEmpty && outcome.err.isEmpty)
    #expect(try program.files().isEmpty)
  }

  @Test("The first expectation that fails ends with 1, names its line and shows the screen")
  func fails() throws {
    let outcome = try play(Program(), "Expect \"Личный кабинет\"\nExpect \"снег\"\n")
    #expect(outcome.code == 1)
    #expect(outcome.err.contains("a.tape:2"))
    #expect(outcome.err.contains("снег") && outcome.err.contains("Личный кабинет"))
  }

  @Test(
    "A tape that cannot be read ends with 2 and names line and column",
    arguments: ["Enter\nJump \"x\"\n", "Enter\nType\n"])
  func unreadable(tape: String) throws {
    let outcome = try play(Program(), tape)
    #expect(outcome.code == 2)
    #expect(outcome.out.isEmpty && outcome.err.contains("a.tape:2:"))
  }

  @Test("A tape that is not there ends with 2 and is named")
  func missing() throws {
    let outcome = try Program().run("play", "nowhere.tape")
    #expect(outcome.code == 2)
    #expect(outcome.err.contains("nowhere.tape"))
  }

  @Test("A screenshot is written first, compared then, and written anew when told to")
  func golden() throws {
    let program = try Program()
    let tape = "Screenshot home.txt\n"
    #expect(try play(program, tape).code == 0)
    let shot = try String(contentsOfFile: program.path("home.txt"), encoding: .utf8)
    #expect(shot.contains("Личный кабинет"))
    #expect(try play(program, tape).code == 0)
    #expect(try play(program, tape, "--columns", "60").code == 1)
    #expect(try play(program, tape, "--columns", "60", "--update").code == 0)
    #expect(try play(program, tape, "--columns", "60").code == 0)
  }
}

import CFuzzer
import Glibc

/// What is fuzzed, by the name that `make fuzz` and the folders of the corpora use.
///
/// Each callback is without context, as C wants it, and stops the process where a property fails.
private let targets: [(name: String, callback: FuzzCallback)] = [
  ("json", { call(strictJSON, $0, $1) }),
  ("journal", { call(journal, $0, $1) }),
  ("snapshot", { call(snapshot, $0, $1) }),
  ("cabinet", { call(cabinet, $0, $1) }),
  ("import", { call(answerImport, $0, $1) }),
  ("export", { call(exportDocument, $0, $1) }),
  ("catalogue", { call(catalogue, $0, $1) }),
  ("tape", { call(tape, $0, $1) }),
  ("keys", { call(keys, $0, $1) }),
  ("display", { call(display, $0, $1) }),
]

private func call(_ target: ([UInt8]) -> Void, _ bytes: UnsafePointer<UInt8>?, _ count: Int)
  -> Int32
{
  target(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

/// Ends the process where something that must hold does not.
func require(_ holds: Bool, _ what: @autoclosure () -> String) {
  if !holds { fatalError(what()) }
}

let arguments = CommandLine.arguments
if arguments.count == 2, arguments[1] == "--list" {
  for target in targets { print(target.name) }
  exit(0)
}
guard arguments.count > 1, let target = targets.first(where: { $0.name == arguments[1] }) else {
  print("usage: kabinet-fuzz --list | TARGET [CORPUS…] [-flag=value…]")
  exit(2)
}
// libFuzzer sees the program's name and what comes behind the target's.
var words: [UnsafeMutablePointer<CChar>?] =
  ([arguments[0]] + arguments.dropFirst(2)).map { strdup($0) } + [nil]
var count = Int32(words.count - 1)
exit(
  words.withUnsafeMutableBufferPointer { buffer in
    var start = buffer.baseAddress
    return LLVMFuzzerRunDriver(&count, &start, target.callback)
  })

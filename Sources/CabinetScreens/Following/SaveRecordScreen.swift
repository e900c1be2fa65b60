import Cabinet
import CabinetServices
import TerminalUI

/// Where to keep a copy of an application.
struct SaveRecordScreen: Screen {
  let application: String
  private var path: String?

  var section: Section? { nil }

  init(application: String) { self.application = application }

  private func proposed(_ context: ScreenContext) -> String {
    path ?? "~/kabinet-\(application).txt"
  }

  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect] {
    switch event {
    case .textChanged("path", let typed):
      path = typed
      return []
    case .activated("save"):
      return [.saveRecord(application: application, path: proposed(context))]
    case .activated("back"): return [.pop]
    default: return []
    }
  }

  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect] {
    SaveDialog.finished(outcome)
  }

  func view(_ context: ScreenContext) -> Page {
    Page(
      kind: .dialog, path: [context.say(FollowWords.keepCopy)],
      body: SaveDialog.place(proposed(context), context), initialFocus: "path")
  }
}

import Cabinet
import CabinetServices
import Terminal
import TerminalUI

extension CabinetApp {
  func perform(_ effect: DeskEffect) {
    switch effect {
    case .theme(let theme):
      fittings.sessionTheme = nil
      prefer { $0.theme = theme.rawValue }
    case .way(let minutes): prefer { $0.wayMinutes = minutes }
    case .mouse(let isOn): prefer { $0.mouse = isOn }
    case .tourSeen: prefer { $0.tourSeen = true }
    case .copy(let text): copy(text)
    }
  }

  /// Does what belongs to the desk; false for other actions.
  func invokeAtDesk(_ id: ActionID) -> Bool {
    switch id {
    case "theme":
      // Where nothing would change, nothing is kept for terminals where it would.
      if fittings.colors != .none { perform(.theme(fittings.theme.next)) }
      message =
        fittings.colors == .none ? DeskWords.noColors : DeskWords.themeIs(fittings.theme)
    case "mouse":
      perform(.mouse(!fittings.reportsMouse))
      message = fittings.reportsMouse ? DeskWords.mouseOn : DeskWords.mouseOff
    case "copy": copyFocused()
    case "copy.choose": chooseCopy()
    case "settings": push(SettingsScreen())
    case "tour": push(TourScreen())
    default: return false
    }
    return true
  }

  /// Acts by what the resident likes, and keeps it; where it cannot be kept, it acts until the end.
  private func prefer(_ change: (inout Preferences) -> Void) {
    let old = fittings
    change(&fittings.preferences)
    guard fittings.preferences != old.preferences else { return }
    if fittings.reportsMouse != old.reportsMouse {
      requests.append(.reportMouse(fittings.reportsMouse))
    }
    do { try fittings.keep(fittings.preferences) } catch {
      push(FailureScreen(phrase: error.phrase))
    }
  }

  private func copyFocused() {
    guard let top = layers.last else { return }
    let page = top.screen.view(context)
    guard let text = CopyReader(words: words).focused(page, top.memory) else {
      chooseCopy()
      return
    }
    copy(text)
  }

  private func chooseCopy() {
    guard let top = layers.last, !(top.screen is CopyScreen) else { return }
    let values = CopyReader(words: words).values(top.screen.view(context), top.memory)
    if values.isEmpty {
      message = DeskWords.nothingToCopy
    } else {
      push(CopyScreen(values: values))
    }
  }

  private func copy(_ text: String) {
    guard fittings.canCopy else {
      message = DeskWords.cannotCopy
      return
    }
    guard text.utf8.count <= Clipboard.limit else {
      message = DeskWords.tooLong
      return
    }
    requests.append(.copy(text))
    message = DeskWords.copied(text)
  }

  /// What the terminal is asked for since the last time.
  func takeRequests() -> [DeviceRequest] {
    defer { requests = [] }
    return requests
  }
}

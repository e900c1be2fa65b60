import Cabinet
import CabinetServices
import Terminal
import TerminalUI

extension CabinetApp {
  /// Performs effects in order; what they answer goes back to the screen that asked.
  ///
  /// - Returns: false where one failed; those after it are not performed then.
  @discardableResult
  func perform(_ effects: [Effect]) -> Bool {
    drawn = nil
    for effect in effects {
      let reverse = reverse(of: effect)
      let seen = session.eventCount
      let before = failures
      perform(effect)
      if failures > before { return false }
      if let reverse, session.eventCount > seen { remember(reverse) }
    }
    return true
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .push(let screen): push(screen)
    case .replace(let screen):
      pop()
      push(screen)
    case .pop: pop()
    case .open(let section): leave(for: [.open(section)]) { open(section) }
    case .quit: isRunning = false
    case .focus(let id): moveFocus(to: id)
    case .notify(let phrase): message = phrase
    case .switchLanguage: switchLanguage()
    case .desk(let effect): perform(effect)
    case .abandon: layers.removeSubrange(1...)
    case .invoke(let action): invoke(action)
    case .eligibility(let effect): perform(effect)
    case .beginDraft(let service):
      attempt { () throws(CabinetFailure) in
        .draftBegan(try session.beginDraft(for: try session.service(service)))
      }
    case .repeatApplication(let id):
      attempt { () throws(CabinetFailure) in .draftBegan(try session.repeatApplication(id)) }
    case .saveDraft(let draft):
      attempt { () throws(CabinetFailure) in
        try session.save(draft)
        return .draftSaved(session.now)
      }
    case .discardDraft(let id):
      attempt { () throws(CabinetFailure) in
        try session.discard(draft: id)
        return nil
      }
    case .restoreDraft(let id):
      attempt { () throws(CabinetFailure) in
        try session.restore(draft: id)
        return nil
      }
    case .eraseDraft(let id):
      attempt { () throws(CabinetFailure) in
        try session.erase(draft: id)
        return nil
      }
    case .submit(let draft):
      attempt { () throws(CabinetFailure) in .submitted(try session.submit(draft: draft)) }
    case .attach(let name, let field):
      attempt { () throws(CabinetFailure) in .attached(try session.attach(name), field: field) }
    case .saveReply(let answers, let application):
      attempt { () throws(CabinetFailure) in
        try session.saveReply(answers, to: application)
        return .draftSaved(session.now)
      }
    case .sendReply(let answers, let application):
      attempt { () throws(CabinetFailure) in
        .replySent(try session.sendReply(answers, to: application))
      }
    case .withdraw(let application):
      attempt { () throws(CabinetFailure) in .withdrawn(try session.withdraw(application)) }
    case .complain(let application, let text):
      attempt { () throws(CabinetFailure) in
        .complained(try session.complain(about: application, text: text))
      }
    case .saveRecord(let application, let path):
      attempt { () throws(CabinetFailure) in
        let record = session.record(of: try session.application(application), language: language)
        let shown = DisplayText(record, keepingLines: true).description
        return .recordSaved(path: try RecordFile.write(shown, to: path))
      }
    case .saveProfile(let profile):
      attempt { () throws(CabinetFailure) in
        try session.save(profile)
        return .profileSaved
      }
    case .favourite(let effect): perform(effect)
    case .booking(let effect): perform(effect)
    case .advanceClock(let moment): begin(ClockWork(from: session.now, to: moment))
    case .saveCalendar(let items, let path):
      attempt { () throws(CabinetFailure) in
        let file = ICalendar.file(items, language, at: session.now)
        return .recordSaved(path: try RecordFile.write(file, to: path))
      }
    case .medical(let effect):
      attempt { () throws(CabinetFailure) in .medical(try effect.perform(session)) }
    }
  }

  /// Says how an effect ended, and tells the screen.
  func tell(_ outcome: Outcome) {
    if case .clockAdvanced = outcome { message = AppWords.clockAdvanced }
    if case .withdrawn = outcome { message = FollowWords.withdrawn }
    tellTop(outcome)
  }

  /// Does something that may fail; a failure is told in a dialog, and nothing typed is lost.
  func attempt(_ body: () throws(CabinetFailure) -> Outcome?) {
    do {
      if let outcome = try body() { tell(outcome) }
    } catch {
      failures += 1
      tellTop(.failed(error))
      push(FailureScreen(phrase: error.phrase))
    }
  }
}

import Cabinet
import CabinetServices

/// Something done that can be taken back.
///
/// What reached the office is not among it: it is no longer the resident's, so one is asked first.
enum Undoable {
  case discarded(draft: String)
  case restored(draft: String)
  case changed(profile: Profile)
  /// A service was added to the favourites, or removed where `isFavourite` was true before.
  case favourite(service: String, wasFavourite: Bool)

  /// What to say once it was taken back.
  var undone: Phrase {
    switch self {
    case .discarded: FollowWords.draftRestored
    case .restored: Phrase("Черновик снова в корзине.", "The draft is in the trash again.")
    case .changed: Phrase("Прежние данные возвращены.", "Your details are as before.")
    case .favourite(_, true):
      Phrase("Услуга снова в избранном.", "The service is among the favourites again.")
    case .favourite(_, false):
      Phrase("Услуги больше нет в избранном.", "The service is no longer among the favourites.")
    }
  }
}

extension CabinetApp {
  /// The most steps that can be taken back.
  private static let deepest = 20

  /// What has to be known to take an effect back, asked before it is performed; nil where it cannot be.
  func reverse(of effect: Effect) -> Undoable? {
    switch effect {
    case .discardDraft(let id): .discarded(draft: id)
    case .restoreDraft(let id): .restored(draft: id)
    case .saveProfile: .changed(profile: session.state.profile)
    case .favourite(.set(let service, _)):
      .favourite(service: service, wasFavourite: session.isFavourite(service))
    default: nil
    }
  }

  func remember(_ step: Undoable) {
    undoable.append(step)
    if undoable.count > Self.deepest { undoable.removeFirst() }
  }

  /// Takes back what was done last in this session; what cannot be taken back now stays to be tried again.
  func undo() {
    guard let step = undoable.last else {
      message = Phrase("Возвращать нечего.", "Nothing to take back.")
      return
    }
    do throws(CabinetFailure) {
      switch step {
      case .discarded(let draft): try session.restore(draft: draft)
      case .restored(let draft): try session.discard(draft: draft)
      case .changed(let profile): try session.save(profile)
      case .favourite(let service, let wasFavourite):
        try session.setFavourite(service, wasFavourite)
      }
      undoable.removeLast()
      message = step.undone
    } catch {
      push(FailureScreen(phrase: error.phrase))
    }
  }
}

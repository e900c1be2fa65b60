import Cabinet
import CabinetServices
import TerminalUI

/// What a screen may look at while it draws or decides: never what it may change.
public struct ScreenContext {
  /// The cabinet, for reading.
  let session: CabinetSession
  /// The language of the interface.
  let language: Language
  /// The resident's desk, for the screens that show it.
  var fittings = Fittings()

  /// A phrase in the language of the interface.
  func say(_ phrase: Phrase) -> String { phrase[language] }

  /// A name that exists in Russian alone, in letters that the reader can read.
  func name(_ name: String) -> String {
    language == .russian ? name : say(PersonName.phrase(name))
  }

  /// An institution or an address, readable in the same way.
  func place(_ place: String) -> String {
    language == .russian ? place : say(PlaceName.phrase(place))
  }

  /// The day in the cabinet.
  var today: Day { session.today }

  /// The status at the right of the title line: that a damaged cabinet takes nothing new, that it is a
  /// demonstration, and where one is in time, which alone is dropped where room is short.
  var status: String {
    var words = [DateWords.dayAndTime(session.now, language)]
    if session.isDemonstration { words.insert(say(AppWords.demo), at: 0) }
    if session.damage != nil { words.insert(say(AppWords.readOnly), at: 0) }
    return words.joined(separator: " · ")
  }
}

/// One screen or dialog: a value that turns events into a new state of itself and effects.
///
/// `update` never draws and `view` never changes anything; what must be done outside the screen is
/// returned as an effect.
protocol Screen {
  /// The section of the program to which it belongs; nil for a dialog.
  var section: Section? { get }
  /// What it shows.
  func view(_ context: ScreenContext) -> Page
  /// What can be done here by a key, beside what can be done everywhere.
  func actions(_ context: ScreenContext) -> [Action]
  /// Takes in what happened on the page.
  mutating func update(_ event: PageEvent, _ context: ScreenContext) -> [Effect]
  /// Takes in how an effect of this screen ended.
  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect]
  /// True where leaving would lose what was typed; then one is asked first.
  var isUnsaved: Bool { get }
  /// True where a very wide terminal shows beside it what its rows would open.
  var hasAside: Bool { get }
  /// What stands there while the focus leads nowhere; nil for nothing.
  var usualAside: ViewID? { get }
  /// What the movement of the focus is to it.
  var focusUse: FocusUse { get }
  /// What is to be done as it opens.
  func opened() -> [Effect]
  /// Works up what the next key will need, once the frame is on the terminal; it changes nothing.
  func prepare(_ context: ScreenContext)
  /// What must be saved before the program ends without asking: hang-up, a signal.
  func interrupted(_ context: ScreenContext) -> [Effect]
}

extension Screen {
  var isUnsaved: Bool { false }
  var hasAside: Bool { false }
  var usualAside: ViewID? { nil }
  var focusUse: FocusUse { .none }
  func actions(_ context: ScreenContext) -> [Action] { [] }
  mutating func finished(_ outcome: Outcome, _ context: ScreenContext) -> [Effect] { [] }
  func opened() -> [Effect] { [] }
  func prepare(_ context: ScreenContext) {}
  func interrupted(_ context: ScreenContext) -> [Effect] { [] }
}

/// What the movement of the focus is to a screen.
enum FocusUse {
  /// Nothing: it is not told of it, so its page stays as it is.
  case none
  /// It notes where the focus stands, for its actions; its page stays as it is.
  case noted
  /// Its page may change with it.
  case shown
}

/// A screen that reads the actions of the one below it: their words are of one language.
protocol ActionReader: Screen {
  /// Takes the actions anew, after the language was switched.
  mutating func take(_ actions: [Action])
}

/// Something that a screen wants done.
enum Effect {
  case push(any Screen)
  case replace(any Screen)
  /// Back to the screen before.
  case pop
  /// To the root of a section, leaving all layers.
  case open(Section)
  case quit
  case focus(ViewID)
  /// Says something in a few words until the next key.
  case notify(Phrase)
  case beginDraft(service: String)
  case saveDraft(Draft)
  case discardDraft(String)
  case restoreDraft(String)
  case eraseDraft(String)
  case submit(draft: String)
  case attach(name: String, field: String)
  case saveReply([String: Answer], application: String)
  case sendReply([String: Answer], application: String)
  case withdraw(application: String)
  case complain(application: String, text: String)
  case repeatApplication(String)
  case saveRecord(application: String, path: String)
  case saveProfile(Profile)
  case advanceClock(to: Timestamp)
  case medical(MedicalEffect)
  case favourite(FavouriteEffect)
  case eligibility(EligibilityEffect)
  case booking(BookingEffect)
  /// Writes things with a date to a calendar file.
  case saveCalendar([AgendaItem], path: String)
  case switchLanguage
  /// Changes something of the resident's desk.
  case desk(DeskEffect)
  /// Leaves all layers and what was typed there without being saved.
  case abandon
  /// Does what an action does, as if its key had been pressed.
  case invoke(ActionID)
}

/// How an effect ended.
enum Outcome {
  case draftBegan(Draft)
  case draftSaved(Timestamp)
  case submitted(Application)
  case attached(Attachment, field: String)
  case replySent(Application)
  case withdrawn(Application)
  case complained(Application)
  case recordSaved(path: String)
  case profileSaved
  case clockAdvanced
  case medical(MedicalOutcome)
  case booking(BookingOutcome)
  case failed(CabinetFailure)
}

/// A part of the cabinet, with a key of its own: the digit of its value.
///
/// Digits that lead nowhere yet stay free, so that no section ever changes its key.
public enum Section: Int, CaseIterable, Sendable {
  case home = 1
  case services = 2
  case applications = 3
  case appointments = 5
  case health = 6
  case pets = 9
  case profile = 0

  /// What it is called.
  var title: Phrase {
    switch self {
    case .home: Phrase("Главная", "Home")
    case .services: Phrase("Услуги", "Services")
    case .applications: Phrase("Заявления", "Applications")
    case .appointments: Phrase("Записи", "Appointments")
    case .health: Phrase("Здоровье", "Health")
    case .pets: Phrase("Питомцы", "Pets")
    case .profile: Phrase("Мои данные", "My details")
    }
  }

  /// The section's view on a page.
  var viewID: ViewID { ViewID("section.\(rawValue)") }

  /// The action that leads there.
  var actionID: ActionID { ActionID("section.\(self)") }

  /// The screen with which it begins.
  func root() -> any Screen {
    switch self {
    case .home: HomeScreen()
    case .services: ServicesScreen()
    case .applications: ApplicationsScreen()
    case .appointments: AppointmentsScreen()
    case .health: HealthScreen()
    case .pets: PetsScreen()
    case .profile: ProfileScreen()
    }
  }

  /// The sections as a page shows them, with what waits in each.
  static func list(current: Section?, _ context: ScreenContext) -> [Page.Section] {
    let state = context.session.state
    let open = state.applications.count { !$0.isClosed }
    let drafts = state.drafts.count { !$0.isDiscarded }
    return allCases.map { section in
      let waiting =
        switch section {
        case .applications: open + drafts
        case .appointments: context.session.upcomingAppointments.count
        default: 0
        }
      return Page.Section(
        id: section.viewID, title: context.say(section.title),
        badge: waiting > 0 ? String(waiting) : "", key: String(section.rawValue),
        isCurrent: section == current)
    }
  }
}

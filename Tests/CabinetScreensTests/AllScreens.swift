import Cabinet
import CabinetServices
import CabinetStore
import Foundation
import Terminal
import TerminalUI

@testable import CabinetScreens

/// A demonstration cabinet in memory, and every screen of the program opened on it.
struct AllScreens {
  let session: CabinetSession

  /// The folder of the files that the program ships with.
  static let fixtures =
    URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    + "/Fixtures"

  init() throws {
    session = try Demonstration.open(
      MemoryEventLog(), fixtures: Self.fixtures, ids: IDSource(seed: 1))
  }

  func context(_ language: Language = .russian) -> ScreenContext {
    ScreenContext(session: session, language: language)
  }

  /// Every screen, by name.
  func list(_ language: Language = .russian) throws -> [(String, any Screen)] {
    let context = context(language)
    let parking = try session.application("aparking")
    let service = try session.service("hunting-licence")
    let draft = try session.beginDraft(for: service, id: "asample")
    var check = draft
    check.step = service.form.steps.count
    let me = try session.medicalPatient("me")
    let child = try session.medicalPatient("child-1")
    let documents = try MedicalDocumentKind.allCases.compactMap {
      try session.medicalCard(of: me).documents($0).first
    }
    let global = GlobalActions.list(context, isRoot: false)
    let booking = try bookingScreens()
    return booking + [
      ("home", HomeScreen()), ("services", ServicesScreen()),
      ("themes", BrowseScreen(axis: .category)), ("situations", BrowseScreen(axis: .situation)),
      ("agencies", BrowseScreen(axis: .agency)),
      ("one situation", ServiceListScreen(.situation("child-born"))),
      ("favourites", ServiceListScreen(.favourites)), ("recent", ServiceListScreen(.recent)),
      ("search", ServicesScreen(query: "парковка")), ("nothing", ServicesScreen(query: "ъъъ")),
      ("card", ServiceScreen(id: "resident-parking-permit")),
      ("screener", ScreenerScreen(service: "kindergarten-enrolment")),
      ("open screener", ScreenerScreen(service: "city-events")),
      (
        "warning",
        EligibilityWarningScreen(
          service: try session.service("kindergarten-enrolment"),
          assessment: session.assess(try session.service("kindergarten-enrolment")),
          offersCheck: true)
      ),
      ("unknown card", ServiceScreen(id: "none")),
      ("online", ServiceActionsScreen(id: "marriage-registration")),
      ("whole card", ServiceScreen(id: "housing-subsidy", isWhole: true)),
      ("contents", CardContentsScreen(id: service.id, current: .acts)),
      ("form", ApplyScreen(draft: draft)), ("check", ApplyScreen(draft: check)),
      ("receipt", ReceiptScreen(id: "asubsidy")), ("applications", ApplicationsScreen()),
      ("drafts", DraftsScreen()), ("appointments", AppointmentsScreen()),
      ("application", ApplicationScreen(id: "asubsidy")),
      ("request", ApplicationScreen(id: "aparking")),
      ("granted", ApplicationScreen(id: "amedcard")),
      ("reply", ReplyScreen(application: parking)),
      ("complaint", ComplaintScreen(id: "asubsidy", subject: .decision)),
      ("answers", AnswersScreen(id: "asubsidy")), ("why", WhyScreen(id: "aparking")),
      ("record", SaveRecordScreen(application: "asubsidy")), ("profile", ProfileScreen()),
      ("profile form", ProfileFormScreen(step: 1, context)),
      ("child form", ProfileFormScreen(adding: .child, context)),
      ("calendar", AgendaScreen(today: context.today)),
      ("calendar list", AgendaScreen(today: context.today, shape: .list)),
      (
        "save calendar",
        SaveCalendarScreen(all: session.agendaItems, one: session.agendaItems.first)
      ),
      ("health", HealthScreen()), ("card of documents", MedicalCardScreen(patient: me)),
      ("card search", MedicalCardScreen(patient: me, query: "терапевт")),
      ("card without access", MedicalCardScreen(patient: child)),
      ("laboratory", MedicalDocumentsScreen(patient: me, kind: .laboratory)),
      ("vaccinations", MedicalDocumentsScreen(patient: me, kind: .vaccination)),
      ("trends", TrendsScreen(patient: me)),
      ("trend", TrendScreen(patient: me, analyte: "glucose")),
      ("medical access", MedicalAccessScreen(patient: me)),
    ] + CardPart.allCases.map { ("part \($0)", ServicePartScreen(id: service.id, part: $0)) }
      + documents.map { ("document \($0.id)", MedicalDocumentScreen(document: $0, patient: me)) }
      + [
        ("help", HelpScreen(actions: global)), ("palette", PaletteScreen(actions: global)),
        ("settings", SettingsScreen()),
        (
          "copy",
          CopyScreen(values: [.init(label: "Номер", text: "9990-9000001-010101-0000001/21")])
        ), ("tour", TourScreen()), ("tour of keys", TourScreen(step: 1)),
        ("end of the tour", TourScreen(step: 2)), ("sections", SectionsScreen()),
        ("clock", ClockScreen()),
        ("failure", FailureScreen(phrase: CabinetFailure.noSuchDraft("a").phrase)),
        (
          "confirm",
          ConfirmScreen(
            question: Phrase("Точно?", "Sure?"), confirm: Phrase("Да", "Yes"), effects: [])
        ),
      ]
  }

  /// The screens of appointments, on the polyclinic and the vets of the demonstration.
  private func bookingScreens() throws -> [(String, any Screen)] {
    let context = context()
    let own = BookingSubject(id: BookingSubject.ownID, name: "Анна")
    func grid(_ speciality: String) -> SlotGridScreen {
      SlotGridScreen(
        request: BookingRequest(kind: .doctor, subject: own, speciality: speciality),
        registry: "doctor-068", context)
    }
    let therapist = try session.booking("btherapist")
    let surgeons = try session.slots(
      SlotQuestion(kind: .doctor, speciality: "surgeon"), in: "doctor-068")
    let offers = surgeons.prefix(3).compactMap { slot in
      session.talon(slot, kind: .doctor).map { SlotOffer(slot: slot, talon: $0) }
    }
    let failure = BookingFailure.slotLost(surgeons[0], nearest: offers)
    let surgeon = BookingRequest(kind: .doctor, subject: own, speciality: "surgeon")
    let hold = Booking(
      id: "bhold", kind: .doctor, resident: "demo", subject: own, talon: therapist.talon,
      heldUntil: session.now.adding(seconds: 600))
    return [
      ("doctor", DoctorScreen(kind: .doctor, context)),
      ("doctor for a child", DoctorScreen(kind: .doctor, context, who: "child-1")),
      ("doctor at home", DoctorScreen(kind: .doctorHome, context)), ("grid", grid("surgeon")),
      ("full grid", grid("endocrinologist")),
      ("day", DaySlotsScreen(grid: grid("surgeon"), day: surgeons[0].at.day, slots: surgeons)),
      ("doctors", SpecialistsScreen(grid: grid("surgeon"), context)),
      (
        "nearest",
        NearestTimesScreen(
          failure: failure, nearest: offers, effect: .hold(surgeons[0], surgeon))
      ),
      ("hold", ConfirmBookingScreen(booking: hold)),
      ("places to move", PlacesToMoveScreen(booking: try session.booking("bvet"))),
      ("slip", AppointmentScreen(id: "btherapist")), ("past visit", AppointmentScreen(id: "bvet")),
      ("no slip", AppointmentScreen(id: "none")), ("pay", PayBookingScreen(id: "bvet")),
      ("vet", VetScreen(kind: .vet, context)), ("vet at home", VetScreen(kind: .vetHome, context)),
      ("vet online", VetScreen(kind: .vetOnline, context)),
      ("consultation", ConsultationScreen(context)),
      ("bookable", BookableServicesScreen()), ("pets", PetsScreen()),
      ("pet", PetScreen(id: "pet-1")),
    ]
  }
}

import Cabinet
import CabinetServices
import TerminalUI

/// What in a card asks for attention, as rows that lead to the documents.
///
/// A row never says a diagnosis.
struct MedicalNotices {
  let patient: MedicalPatient

  func rows(_ context: ScreenContext) throws(CabinetFailure) -> [Row] {
    guard let card = try? context.session.medicalCard(of: patient) else { return [] }
    let due = try context.session.vaccinationsDue(card, of: patient)
      .filter { $0.standing != .later }
    return card.notices.map { row($0, context) } + due.map { row($0, context) }
  }

  private func row(_ notice: MedicalCard.Notice, _ context: ScreenContext) -> Row {
    switch notice {
    case .sickLeaveOpen(let document):
      return row(document, context.say(HealthWords.leaveOpen), .warning, "", context)
    case .prescriptionExpires(let document, let left):
      let end = left == 0 ? HealthWords.lastDay : HealthWords.daysLeft(left)
      return row(document, context.say(document.name), .warning, context.say(end), context)
    case .referralOpen(let document, let until):
      return row(
        document, context.say(document.name), .accent,
        "\(context.say(AppWords.by)) \(DateWords.short(until, context.language))", context)
    case .outOfRange(let document, let results):
      let names = results.map { context.say($0.name) }.joined(separator: ", ")
      return row(
        document, "\(context.say(document.name)): \(names)", .warning,
        context.say(HealthWords.outside(results.count)), context)
    }
  }

  private func row(
    _ document: MedicalDocument, _ title: String, _ tone: Tone, _ note: String,
    _ context: ScreenContext
  ) -> Row {
    Row(
      id: ViewID("notice.\(patient.id)/\(document.id)"), marker: "!", title: StyledText(title),
      details: note.isEmpty ? [] : [.text(StyledText(note, tone))])
  }

  private func row(_ due: VaccinationPlan.Due, _ context: ScreenContext) -> Row {
    Row(
      id: ViewID("vaccinations.\(patient.id)"), marker: due.standing == .overdue ? "!" : "·",
      title: StyledText(
        context.say(HealthWords.vaccinationDue) + ": " + context.say(due.vaccine.name)),
      details: [.text(due.when(context))])
  }
}

extension VaccinationPlan.Due {
  /// When it is due, in a few words.
  func when(_ context: ScreenContext) -> StyledText {
    let day = DateWords.long(day, today: context.today, context.language)
    return switch standing {
    case .overdue: StyledText("\(context.say(HealthWords.dueSince)) \(day)", .bad)
    case .soon: StyledText("\(context.say(HealthWords.dueFrom)) \(day)", .warning)
    case .later: StyledText("\(context.say(HealthWords.dueFrom)) \(day)", .dim)
    }
  }
}

/// The electronic medical card of one patient, as it stands on a day.
public struct MedicalCard: Sendable, Equatable {
  /// The documents, the latest first.
  public let documents: [MedicalDocument]
  /// The day on which it is read; nothing later is in it.
  public let day: Day

  /// Makes the card of a day from all documents of a patient.
  public init(_ documents: [MedicalDocument], on day: Day) {
    self.day = day
    self.documents = documents.filter { $0.day <= day }
      .sorted { $0.day != $1.day ? $0.day > $1.day : $0.id < $1.id }
  }

  /// The documents of a kind, the latest first.
  public func documents(_ kind: MedicalDocumentKind) -> [MedicalDocument] {
    documents.filter { $0.kind == kind }
  }

  /// A document by its id.
  public func document(_ id: String) -> MedicalDocument? {
    documents.first { $0.id == id }
  }

  /// The documents in which every word of a query occurs, whatever its case; ё is е.
  ///
  /// A diagnosis is not searched: what a list must not show it must not betray either.
  public func documents(matching query: String) -> [MedicalDocument] {
    let words = Self.folded(query).split(separator: " ")
    return documents.filter { document in
      let text = Self.folded(document.searchedText)
      return words.allSatisfy { text.contains($0) }
    }
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().replacing("ё", with: "е")
  }
}

extension MedicalDocument {
  fileprivate var searchedText: String {
    var parts = [
      title, titleEn, place, placeName.en, doctor, author.en, speciality, specialityName.en,
      kind.title.ru, kind.title.en, day.russian,
    ]
    parts += results.flatMap { [$0.title, $0.titleEn] }
    switch content {
    case .prescription(let prescription): parts += [prescription.medicine, prescription.medicineEn]
    case .referral(let referral): parts += [referral.to, referral.toEn]
    case .sickLeave(let leave): parts.append(leave.number)
    default: break
    }
    return parts.joined(separator: " ")
  }
}

extension MedicalCard {
  /// Something in the card that asks for the patient's attention.
  public enum Notice: Sendable, Equatable {
    /// A prescription runs out within ``noticeDays`` days.
    case prescriptionExpires(MedicalDocument, daysLeft: Int)
    /// A referral with which nothing was booked yet.
    case referralOpen(MedicalDocument, until: Day)
    /// A sick leave that was not closed.
    case sickLeaveOpen(MedicalDocument)
    /// Results of a report that lie outside their ranges and were not measured anew since.
    case outOfRange(MedicalDocument, [LabResult])
  }

  /// Days before its end for which a prescription is told of.
  public static let noticeDays = 14

  /// What asks for attention, the most pressing first.
  public var notices: [Notice] {
    var notices: [Notice] = []
    for document in documents {
      switch document.content {
      case .sickLeave(let leave) where !leave.isClosed:
        notices.append(.sickLeaveOpen(document))
      case .prescription(let prescription):
        if case .valid(let left) = prescription.standing(on: day), left <= Self.noticeDays {
          notices.append(.prescriptionExpires(document, daysLeft: left))
        }
      case .referral(let referral) where referral.isOpen(on: day):
        notices.append(.referralOpen(document, until: referral.until))
      default: break
      }
    }
    var outside: [String: [LabResult]] = [:]
    for last in trends.compactMap(\.points.last) where last.result.standing.isOutside {
      outside[last.document, default: []].append(last.result)
    }
    return notices
      + documents.compactMap { document in
        outside[document.id].map { .outOfRange(document, $0) }
      }
  }
}

import Cabinet
import CityOffice
import Testing

@testable import CabinetServices

/// What the cards of the city say to who reads English.
@Suite struct MedicalWordingTests {
  private let register: MedicalRegister

  init() throws {
    register = try ShippedFile.read(
      MedicalRegister.self, at: Fixtures.folder + "/city/medical.json")
  }

  private var documents: [MedicalDocument] { register.patients.flatMap(\.documents) }

  /// All texts of a document.
  private func texts(_ document: MedicalDocument) -> [Phrase] {
    var texts = [document.name, document.author, document.specialityName, document.placeName]
    texts += document.passages.flatMap { [$0.name, $0.wording] }
    texts += document.results.flatMap { [$0.name, $0.unitInWords] }
    if let diagnosis = document.diagnosis { texts.append(diagnosis.name) }
    switch document.content {
    case .prescription(let prescription): texts += [prescription.name, prescription.instructions]
    case .referral(let referral): texts += [referral.target, referral.reason]
    default: break
    }
    return texts
  }

  @Test func everyTextOfEveryDocumentHasItsEnglish() {
    #expect(documents.count > 50)
    for document in documents {
      for text in texts(document) {
        #expect(!text.en.isEmpty, "\(document.id): \(text.ru)")
        #expect(
          !text.en.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) },
          "\(document.id): \(text.en)")
      }
    }
    #expect(!register.vaccinationPlan.source.en.isEmpty)
  }

  @Test func onlyPeopleAreSpelledInLatinLetters() {
    for document in documents {
      #expect(document.specialityName.en != document.speciality.romanized, "\(document.speciality)")
      let isPerson = document.doctor.contains("Синтетическ")
      #expect((document.author.en == document.doctor.romanized) == isPerson, "\(document.doctor)")
    }
  }

  @Test func aSignatureSaysNothingTwice() throws {
    let laboratory = try #require(documents.first { $0.doctor == "Лаборатория" })
    #expect(laboratory.signature == Phrase("Лаборатория", "Laboratory"))
    let doctor = try #require(documents.first { $0.id == "exam-20201228" })
    #expect(
      doctor.signature
        == Phrase(
          "Петров-Синтетический А. Б., терапевт",
          "Petrov-Sinteticheskii A. B., general practitioner"))
  }
}

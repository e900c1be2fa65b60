import FoundationEssentials
import Testing

@testable import Cabinet

@Suite struct ProfileTests {
  @Test func theFullNameLeavesOutWhatIsNotKnown() {
    var profile = Profile(values: ["surname": "Синтетическая", "name": "Анна", "patronymic": ""])
    #expect(profile["fullName"] == "Синтетическая Анна")
    profile.values = ["surname": "", "name": ""]
    #expect(profile["fullName"] == nil)
    #expect(profile["surname"] == nil, "an empty value is none")
    #expect(profile["nothing"] == nil)
  }

  @Test(arguments: [
    (Profile.Object.Kind.child, ["surname": "А", "name": "Б", "patronymic": "В"], "А Б В"),
    (.pet, ["name": "Буся", "species": "кошка"], "Буся кошка"),
    (.vehicle, ["model": "LADA", "plate": "А123ВС77"], "LADA А123ВС77"),
    (.home, ["address": "Москва, дом 1"], "Москва, дом 1"), (.person, ["name": ""], "id"),
  ])
  func thingsAreCalledByWhatIsKnown(
    kind: Profile.Object.Kind, facts: [String: String], title: String
  ) {
    let thing = Profile.Object(id: "id", kind: kind, facts: facts)
    #expect(thing.title == title)
    #expect(thing.answer == .reference(.init(id: "id", title: title, facts: facts)))
  }

  @Test func profilesRoundTrip() throws {
    let profile = Profile(
      values: ["name": "Анна"], objects: [.init(id: "pet-1", kind: .pet, facts: ["name": "Буся"])],
      documents: [.init(id: "d", title: "Договор", attachment: Samples.file())])
    let data = try JSONEncoder().encode(profile)
    #expect(try JSONDecoder().decode(Profile.self, from: data) == profile)
    #expect(profile.objects(.pet).count == 1 && profile.objects(.child).isEmpty)
    let account = Account(login: "demo", resident: "demo")
    #expect(
      try JSONDecoder().decode(Account.self, from: JSONEncoder().encode(account)) == account)
  }

  @Test func everyFormOfTheProfileIsWhole() {
    let forms = Profile.Object.Kind.allCases.map(ProfileForms.form) + [ProfileForms.resident]
    for form in forms {
      let ids = form.fields.map(\.id)
      #expect(Set(ids).count == ids.count)
      for field in form.fields {
        #expect(!field.title.isEmpty && !field.titleEn.isEmpty, "\(field.id)")
        #expect((field.type == .choice) == (field.options != nil), "\(field.id)")
      }
    }
  }
}

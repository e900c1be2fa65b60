import FoundationEssentials
import Testing

@testable import Cabinet

@Suite struct SplicedTests {
  private struct Holder: Codable { @Spliced var grounds: [Ground] }

  private func decode(_ text: String, lists: SharedLists? = nil) throws -> [Ground] {
    let decoder = JSONDecoder()
    if let key = SharedLists.userInfoKey, let lists { decoder.userInfo[key] = lists }
    return try decoder.decode(Holder.self, from: Data(#"{"grounds":\#(text)}"#.utf8)).grounds
  }

  private let lists: SharedLists = {
    var lists = SharedLists.none
    lists.grounds["common"] = [Ground(code: "1", title: "а"), Ground(code: "2", title: "б")]
    return lists
  }()

  @Test func sharedElementsTakeTheirPlaces() throws {
    let read = try decode(
      #"[{"code":"0","title":"я"},{"use":"common"},{"code":"3","title":"в"}]"#, lists: lists)
    #expect(read.map(\.code) == ["0", "1", "2", "3"])
    #expect(try decode("[]", lists: lists).isEmpty)
  }

  @Test func aNameThatNoListBearsIsRefusedAtItsPlace() {
    do {
      _ = try decode(#"[{"code":"0","title":"я"},{"use":"nothing"}]"#, lists: lists)
      Issue.record("it was read")
    } catch DecodingError.dataCorrupted(let context) {
      #expect(context.debugDescription == "no shared list is called nothing")
      #expect(context.codingPath.map(\.stringValue).first == "grounds")
      #expect(context.codingPath.last?.intValue == 1)
    } catch {
      Issue.record(error)
    }
    #expect(throws: DecodingError.self) { try decode(#"[{"use":"common"}]"#) }
  }

  @Test func whatIsWrittenIsTheWholeList() throws {
    let holder = Holder(grounds: lists.grounds["common"] ?? [])
    let data = try JSONEncoder().encode(holder)
    #expect(
      try decode(
        String(decoding: data, as: UTF8.self).replacing(#"{"grounds":"#, with: "")
          .replacing("]}", with: "]")) == holder.grounds)
  }
}

@Suite struct CatalogueTests {
  private let catalogue = Catalogue(
    services: [Samples.service(id: "a"), Samples.service(id: "b"), Samples.service(id: "a")],
    agencies: [.init(id: "dtszn", title: "Департамент", titleEn: "Department")],
    categories: [], lifeSituations: [])

  @Test func servicesAreFoundByTheirIds() {
    #expect(catalogue.service("b")?.id == "b")
    #expect(catalogue.service("c") == nil)
  }

  @Test func whatTheCatalogueDoesNotKnowIsCalledByItsId() {
    #expect(catalogue.agency("dtszn").ru == "Департамент")
    #expect(catalogue.agency("x").ru == "x")
    #expect(catalogue.category("y").en == "y")
  }

  @Test func aServiceRoundTrips() throws {
    let service = Samples.service(form: Samples.form([Samples.field(.text)]))
    let data = try JSONEncoder().encode(service)
    #expect(try JSONDecoder().decode(Service.self, from: data) == service)
  }
}

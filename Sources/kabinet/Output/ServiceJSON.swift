import Cabinet
import CabinetServices

/// A service in the list that a search prints.
struct FoundServiceJSON: Encodable {
  var id: String
  var title: String
  var category: String
  var agency: String
  var score: Int

  init(_ match: ServiceMatch, _ catalogue: some CatalogueNames, _ language: Language) {
    id = match.service.id
    title = match.service.name[language]
    category = catalogue.category(match.service.category)[language]
    agency = catalogue.agency(match.service.agency)[language]
    score = match.score
  }
}

/// The whole card of a service; how the office decides is its own affair and left out.
struct ServiceCardJSON: Encodable {
  var id: String
  var title: String
  var summary: String
  var category: String
  var lifeSituations: [String]
  var keywords: [String]
  var agency: String
  var audience: Audience
  var results: [ServiceResult]
  var term: Term
  var fee: Fee
  var documents: [RequiredDocument]
  var acceptanceRefusals: [Ground]
  var suspensions: [Suspension]
  var refusals: [Ground]
  var appeal: Appeal
  var legalActs: [LegalAct]
  var steps: [ProcedureStep]
  var form: Form
  var updated: Day
  var eligibility: EligibilityJSON

  init(_ service: Service, _ session: CabinetSession, _ language: Language) {
    let catalogue = session.directory
    id = service.id
    title = service.name[language]
    summary = service.gist[language]
    category = catalogue.category(service.category)[language]
    lifeSituations = service.lifeSituations
    keywords = service.keywords
    agency = catalogue.agency(service.agency)[language]
    audience = service.audience
    results = service.results
    term = service.term
    fee = service.fee
    documents = service.documents
    acceptanceRefusals = service.acceptanceRefusals
    suspensions = service.suspensions
    refusals = service.refusals
    appeal = service.appeal
    legalActs = service.legalActs
    steps = service.steps
    form = service.form
    updated = service.updated
    eligibility = EligibilityJSON(session.assess(service), session, language)
  }
}

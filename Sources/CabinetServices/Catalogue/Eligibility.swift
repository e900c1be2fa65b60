import Cabinet

extension CabinetSession {
  /// What is known of the resident: their details, what they answered in this session, and what was
  /// granted to them.
  ///
  /// - Parameter things: the thing of each kind of which is asked, where one was chosen.
  public func knowledge(about things: [Profile.Object.Kind: String] = [:]) -> Knowledge {
    Knowledge(
      profile: state.profile, answers: screened, proven: grantedFacts, things: things)
  }

  /// Judges the rules of who may apply for a service, by what is known today.
  ///
  /// It warns before the form and never stands in for the office's decision.
  public func assess(
    _ service: Service, about things: [Profile.Object.Kind: String] = [:]
  ) -> Assessment {
    assess(service, by: knowledge(about: things))
  }

  /// Judges the rules of many services, in their order.
  public func assess(_ services: [Service]) -> [(service: Service, assessment: Assessment)] {
    let knowledge = knowledge()
    return services.map { ($0, assess($0, by: knowledge)) }
  }

  /// Keeps an answer of the screener until the session ends; nil takes it back.
  ///
  /// - Parameter thing: the thing of the profile of which it tells; empty for one that is not there.
  public func remember(_ answer: Answer?, of path: FactPath, thing: String?) {
    screened[path, thing: thing] = answer
  }

  /// The profile with the session's answers in it, and the questions that they answer.
  ///
  /// An answer has a place in the profile where the profile asks the same: an answer of yes to whether
  /// one has a policy is no number of a policy.
  public func profileWithAnswers() -> (profile: Profile, saved: [ScreenerQuestion]) {
    var profile = state.profile
    var saved: [ScreenerQuestion] = []
    for question in questions.all {
      let path = FactPath(question.id)
      func place(_ field: FormField?, thing: String?) -> String? {
        guard let field, let answer = screened[path, thing: thing], !answer.isEmpty,
          field.problem(answer, in: [:], today: today) == nil
        else { return nil }
        return field.canonical(answer).text
      }
      if let kind = path.kind {
        guard path.isOfOneThing else { continue }
        let field = ProfileForms.form(kind).field(path.key)
        for index in profile.objects.indices where profile.objects[index].kind == kind {
          guard let value = place(field, thing: profile.objects[index].id),
            profile.objects[index].facts[path.key] != value
          else { continue }
          profile.objects[index].facts[path.key] = value
          saved.append(question)
        }
      } else if let value = place(ProfileForms.resident.field(path.key), thing: nil),
        profile.values[path.key] != value
      {
        profile.values[path.key] = value
        saved.append(question)
      }
    }
    return (profile, saved)
  }

  private func assess(_ service: Service, by knowledge: Knowledge) -> Assessment {
    service.audience.assess(knowledge, today: today, questions: questions.question)
  }

  /// What the services that were granted in this cabinet prove.
  private var grantedFacts: [String: Knowledge.Fact] {
    let granted = state.summaries.filter { $0.phase == .granted }
    guard !granted.isEmpty else { return [:] }
    return questions.all.reduce(into: [:]) { facts, question in
      if let proof = granted.first(where: { question.granted?.contains($0.service) ?? false }) {
        facts[question.id] = .init(.text("true"), from: .application(proof.number))
      }
    }
  }
}

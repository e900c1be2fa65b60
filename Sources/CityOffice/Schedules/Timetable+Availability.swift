import Cabinet

extension Timetable {
  /// How many times of a speciality are free in many institutions, as far as strangers are concerned.
  ///
  /// For appointments that take one step of the schedule.
  ///
  /// - Complexity: O(times) at a few nanoseconds each, without any allocation but the answer's.
  public func availability(
    _ question: SlotQuestion, in institutions: [InstitutionList.Institution],
    days: ClosedRange<Day>,
    now: Timestamp
  ) -> [Availability] {
    let step = step(of: question.speciality)
    let kinds = (days.lowerBound.ordinal...days.upperBound.ordinal).map { ordinal in
      let day = Day(ordinal: ordinal)
      return (
        ordinal: ordinal, date: day.dayOfMonth, midnight: Timestamp(day).seconds,
        kind: DayKind(day, calendar)
      )
    }
    let earliest = now.seconds + question.kind.rules.leadMinutes * 60
    var placesOfStaff: [String: [Int]] = [:]
    return institutions.map { institution in
      let seed = Noise.seed(of: institution.registry)
      let people = people[institution.staff] ?? []
      let places = placesOfStaff[institution.staff] ?? places(question, in: institution)
      placesOfStaff[institution.staff] = places
      var answer = Availability(registry: institution.registry, days: kinds.count)
      var first = Int.max
      for place in places {
        let post = people[place]
        let strangers = Strangers(post.demand)
        let person = self.seed(seed, place)
        let away = away(
          person: person, within: days.lowerBound.ordinal...days.upperBound.ordinal, now: now)
        for (index, day) in kinds.enumerated() {
          guard !away.contains(where: { $0.contains(day.ordinal) }),
            let hours = post.hours.range(
              place: place, day: day.ordinal, dayOfMonth: day.date, kind: day.kind)
          else { continue }
          var chances = DayChances(person: person, day: day.ordinal)
          var free = 0
          for cell in 0..<(hours.upperBound - hours.lowerBound) / step {
            let start = day.midnight + (hours.lowerBound + cell * step) * 60
            let chance = chances.chance(at: cell)
            guard start >= earliest, start > now.seconds,
              strangers.leaveFree(chance, lead: start - now.seconds)
            else { continue }
            free += 1
            if start < first { first = start }
          }
          answer.counts[index] += free
        }
      }
      if first < Int.max { answer.first = Timestamp(seconds: first) }
      return answer
    }
  }
}

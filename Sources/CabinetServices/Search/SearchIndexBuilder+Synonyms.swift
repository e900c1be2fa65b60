import Cabinet

extension SearchIndexBuilder {
  /// Gives services the words by which people call them.
  ///
  /// A synonym holds for a service where one title or keyword has all words of its meaning; the less
  /// else that phrase says, the more the synonym weighs.
  mutating func addSynonyms(
    _ synonyms: [SearchVocabulary.Synonym], _ serviceCount: Int, _ stemmer: Stemmer
  ) {
    let own = table.count
    var stems = WordTable()
    let stemOfNumber = (0..<own).map { stems.number(of: stemmer.stem(Array(table.word($0)))) }
    let phrasesOfStem = Groups(
      stems.count,
      phrases.indices.flatMap { index in
        phrases[index].value.terms.map {
          (group: Int32(stemOfNumber[Int(phraseTerms[Int($0)])]), value: Int32(index))
        }
      })
    for synonym in synonyms {
      let said = numbers(of: synonym.say)
      for meaning in synonym.mean {
        let meant = FoldedText.words(meaning.unicodeScalars)
          .map { stems.number(of: stemmer.stem($0)) }
        guard
          let rarest = meant.filter({ $0 < phrasesOfStem.count })
            .min(by: { phrasesOfStem[$0].count < phrasesOfStem[$1].count }),
          meant.allSatisfy({ $0 < phrasesOfStem.count })
        else { continue }
        let holders = Set(phrasesOfStem[rarest])
        for index in holders.sorted() {
          let phrase = phrases[Int(index)]
          let held = phrase.value.terms.map { stemOfNumber[Int(phraseTerms[Int($0)])] }
          guard meant.allSatisfy(held.contains) else { continue }
          // Prepositions tell nothing, so that «запись к врачу» is two words.
          let length = phrase.value.terms.count {
            table.word(Int(phraseTerms[Int($0)])).count > 2
          }
          let share = min(1, Float(meant.count) / Float(max(1, length)))
          let weight = phrase.value.weight * Weight.synonym * (0.6 + 0.4 * share)
          add(phrase: said, phrase.group, weight)
          for number in said { hit(number, phrase.group, weight) }
        }
      }
    }
  }
}

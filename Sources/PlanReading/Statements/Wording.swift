// How plans word an indicator: terms that must stand in the statement, in any order, and terms that must
// not. Declared in etl/catalog/wordings.csv.

/// One wording of an indicator.
struct Wording {
  /// Terms of which one spelling each must stand there, folded.
  let required: [[Folded.Phrase]]
  /// Terms that must not stand in the statement's own words, folded.
  let forbidden: [Folded.Phrase]

  /// Reads a declared wording: terms parted by semicolons; `a|b` for spellings; `-a` for what must not
  /// stand there.
  init(_ text: String) {
    var required: [[Folded.Phrase]] = []
    var forbidden: [Folded.Phrase] = []
    for term in text.split(separator: ";") {
      let term = term.drop { $0 == " " }
      let isForbidden = term.hasPrefix("-")
      let spellings = (isForbidden ? term.dropFirst() : term).split(separator: "|").map {
        Folded.phrase(String($0)).trimmed
      }.filter { !$0.isEmpty }.map(Folded.Phrase.init)
      if isForbidden {
        forbidden.append(contentsOf: spellings)
      } else if !spellings.isEmpty {
        required.append(spellings)
      }
    }
    self.required = required
    self.forbidden = forbidden
  }

  /// How well words fit, from 0: the letters of its terms, those of the surroundings for half.
  ///
  /// - Parameters:
  ///   - own: the statement's own words.
  ///   - clause: the clause around it.
  ///   - surroundings: headings and cells that it stands under.
  /// - Returns: the weight, and the share of it that the own words bear; nil if a term is missing or
  ///   forbidden.
  func fit(own: Folded, clause: Folded, surroundings: Folded) -> (weight: Double, share: Double)? {
    var weight = 0.0
    var full = 0.0
    var borne = 0.0
    for spellings in required {
      var best = 0.0
      var length = 0.0
      for spelling in spellings {
        let letters = Double(spelling.count)
        let share =
          own.contains(spelling)
          ? 1 : clause.contains(spelling) ? 0.4 : surroundings.contains(spelling) ? 0.2 : 0
        if share * letters > best { (best, length) = (share * letters, letters) }
      }
      guard best > 0 else { return nil }
      weight += best
      full += length
      if best == length { borne += length }
    }
    guard full > 0, !forbidden.contains(where: { own.contains($0) }) else { return nil }
    return (weight, borne / full)
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

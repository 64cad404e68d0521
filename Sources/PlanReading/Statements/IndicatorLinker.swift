// Links a statement to an indicator of the catalog: by its declared wordings, else by the words of its
// names. Near misses stay unlinked.

import IndicatorModel

/// Links statements.
struct IndicatorLinker {
  /// A link and how sure it is.
  struct Link {
    let code: String
    let area: Area?
    let unit: Unit?
    /// 0 to 1.
    let confidence: Double
  }

  /// What a link is sought for.
  struct Statement {
    /// Its own words, from the number or the subject to the next one's.
    let own: Folded
    /// The clause around it.
    let clause: Folded
    /// Headings and cells that it stands under.
    let surroundings: Folded
    /// What its figure counts; nil where the indicator has to say.
    let unit: Unit?
    /// State, rise or fall.
    let measure: Measure
  }

  private struct Entry {
    let code: String
    let area: Area?
    let unit: Unit
    let isIndex: Bool
    /// Code of the index that it is a part of; nil for others.
    let root: String?
    let isCut: Bool
    let wordings: [Wording]
    let names: [Name]
  }

  /// The words of a name, each as telling as it is.
  private struct Name {
    let words: [(phrase: Folded.Phrase, weight: Double)]
    let weight: Double
  }

  private let entries: [Entry]

  /// A linker that knows the indicators of a catalog.
  init(_ catalog: PlanCatalog) {
    let indicators = catalog.indicators.filter { $0.unit != nil }
    let names = indicators.map { indicator in
      indicator.names.map { Folded.phrase($0).split(separator: " ").map(String.init) }
    }
    var counts: [String: Double] = [:]
    for word in names.flatMap({ Set($0.joined()) }) { counts[word, default: 0] += 1 }
    let total = Double(max(indicators.count, 1))
    // The fewer names have a word, the more it tells.
    let weights = counts.mapValues { 1 / (0.3 + 8 * $0 / total) }
    func weighted(_ name: [String]) -> Name? {
      let words = name.filter { !["ty", "le", "so"].contains($0) }.map {
        (phrase: Folded.Phrase($0), weight: weights[$0] ?? 0)
      }
      let weight = words.reduce(0) { $0 + $1.weight }
      return name.count > 2 && weight > 0 ? Name(words: words, weight: weight) : nil
    }
    entries = zip(indicators, names).compactMap { indicator, names in
      guard let unit = indicator.unit else { return nil }
      return Entry(
        code: indicator.code, area: indicator.area, unit: unit,
        isIndex: indicator.area == .index && !indicator.code.contains("."),
        root: indicator.area == .index && indicator.code.contains(".")
          ? indicator.code.split(separator: ".").first.map(String.init) : nil,
        isCut: indicator.code.hasSuffix("_cut_rate") || indicator.code.hasSuffix("_cut_count"),
        wordings: indicator.wordings.map(Wording.init), names: names.compactMap(weighted))
    }
  }

  /// The best indicator, if one is near enough.
  func link(_ statement: Statement) -> Link? {
    var best: (entry: Entry, weight: Double, share: Double)?
    for entry in entries where fits(entry, statement) {
      for wording in entry.wordings {
        guard
          let fit = wording.fit(
            own: statement.own, clause: statement.clause, surroundings: statement.surroundings),
          fit.share > 0
        else { continue }
        // A wording that says that something is cut outdoes one that does not, where it is.
        let weight =
          fit.weight * (0.3 + 0.7 * fit.share)
          + (entry.isCut && statement.measure == .decrease ? 6 : 0)
        if weight > best?.weight ?? 0 { best = (entry, weight, fit.share) }
      }
    }
    if let best {
      let confidence = 0.6 + 0.4 * min(1, best.share)
      return Link(
        code: best.entry.code, area: best.entry.area, unit: best.entry.unit, confidence: confidence)
    }
    return nearestName(statement, parts: true) ?? nearestName(statement, parts: false)
  }

  /// Whether an index is named in a statement or above it.
  private func isNamed(_ index: String, _ statement: Statement) -> Bool {
    guard let entry = entries.first(where: { $0.code == index }) else { return false }
    return entry.wordings.contains { wording in
      wording.required.joined().contains {
        statement.clause.contains($0) || statement.surroundings.contains($0)
      }
    }
  }

  /// All indices that words name, in their order: "các chỉ số PAR INDEX, SIPAS, PAPI".
  func indices(_ words: some Sequence<Word>) -> [Link] {
    let folded = Folded(words)
    var found: [(position: Int, link: Link)] = []
    for entry in entries where entry.isIndex {
      var first: Int?
      for wording in entry.wordings {
        for spelling in wording.required.joined() {
          guard let position = folded.position(spelling) else { continue }
          first = min(first ?? position, position)
        }
      }
      if let first {
        found.append(
          (first, Link(code: entry.code, area: entry.area, unit: entry.unit, confidence: 1)))
      }
    }
    return found.sorted { $0.position < $1.position }.map(\.link)
  }

  private func fits(_ entry: Entry, _ statement: Statement) -> Bool {
    if entry.isCut && statement.measure != .decrease { return false }
    guard let unit = statement.unit else { return entry.isIndex }
    switch unit {
    case .rank: return entry.isIndex
    case .count, .people: return entry.unit == .count || entry.unit == .people
    case .points: return entry.isIndex || entry.unit == .points
    case .percent: return entry.unit == .percent || entry.isIndex
    default: return entry.unit == unit
    }
  }

  /// The indicator whose name shares most with the statement's own words, above a threshold: parts of
  /// an index that is named, or indicators of plans.
  private func nearestName(_ statement: Statement, parts: Bool) -> Link? {
    var best: (entry: Entry, score: Double)?
    var named: [String: Bool] = [:]
    for entry in entries where (entry.root != nil) == parts && !entry.isIndex {
      if let root = entry.root {
        guard statement.unit == .percent || statement.unit == .points else { continue }
        let isNamed = named[root] ?? isNamed(root, statement)
        named[root] = isNamed
        guard isNamed else { continue }
      } else if !fits(entry, statement) || entry.area == .index {
        continue
      }
      for name in entry.names {
        var shared = 0.0
        for word in name.words where statement.own.contains(word.phrase) { shared += word.weight }
        let score = shared / name.weight
        if score > best?.score ?? 0 { best = (entry, score) }
      }
    }
    guard let best, best.score >= IndicatorLinker.threshold else { return nil }
    return Link(
      code: best.entry.code, area: best.entry.area, unit: best.entry.unit,
      confidence: 0.5 * best.score)
  }

  /// The share of a name, weighted, below which a statement stays unlinked.
  private static let threshold = 0.82
}

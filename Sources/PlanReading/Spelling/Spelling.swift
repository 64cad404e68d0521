// How good a text is, and the Vietnamese behind a bad one: each word's likely syllables, and the likeliest
// row of them.

/// Restores the words of a text that was read without Vietnamese.
final class Spelling {
  /// Below this quality a text is repaired.
  static let good = 0.7

  private let lexicon: Lexicon
  private var known: [String: [Candidate]] = [:]

  private struct Candidate {
    let entry: Int
    /// How unlike the letters are, from 0.
    let cost: Double
  }

  /// A repairer that knows a lexicon.
  init(lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  /// The share of words that Vietnamese could spell so, marks included: 0 to 1.
  ///
  /// Of words of a good text more than half bear a mark; of a text without marks none do, though each
  /// word may be a syllable.
  static func quality(of lines: [String]) -> Double {
    var words = 0
    var possible = 0
    var marked = 0
    var isMarked = false
    var isSmall = false
    var skeleton: [UInt8] = []
    func end() {
      // Abbreviations and headings in capitals say nothing of spelling.
      if skeleton.count > 1, isSmall {
        words += 1
        if Syllable.isPossible(skeleton: String(decoding: skeleton, as: UTF8.self)) {
          possible += 1
        }
        if isMarked { marked += 1 }
      }
      skeleton.removeAll(keepingCapacity: true)
      isMarked = false
      isSmall = false
    }
    for line in lines.prefix(2000) {
      for scalar in line.unicodeScalars {
        switch Letters.fold(scalar) {
        case .letter(let letter):
          skeleton.append(letter)
          if Letters.isMarked(scalar) { isMarked = true }
          if Letters.isSmall(scalar) { isSmall = true }
        case .mark: isMarked = true
        case .other: end()
        }
      }
      end()
    }
    guard words > 0 else { return 1 }
    let share = Double(marked) / Double(words)
    return Double(possible) / Double(words) * min(1, share / 0.6)
  }

  /// Puts the likeliest syllables in the place of words; numbers and signs stay.
  func restore(_ words: inout [Word]) {
    var run: [Int] = []
    for index in words.indices {
      if words[index].kind == .letters, words[index].skeleton.utf8.count > 1 {
        run.append(index)
      } else if case .sign(let sign) = words[index].kind, sign != ";", sign != "." {
        continue
      } else {
        restore(run, in: &words)
        run = []
      }
    }
    restore(run, in: &words)
  }

  /// The row of candidates with the least cost: unlike letters, rare syllables, unseen pairs.
  private func restore(_ run: [Int], in words: inout [Word]) {
    guard !run.isEmpty else { return }
    let rows = run.map { candidates(for: words[$0].skeleton) }
    var costs: [[Double]] = []
    var origins: [[Int]] = []
    for (position, row) in rows.enumerated() {
      var cost: [Double] = []
      var origin: [Int] = []
      for candidate in row {
        var best = position == 0 ? 0 : Double.infinity
        var from = 0
        if position > 0 {
          for (index, previous) in rows[position - 1].enumerated() {
            let step = costs[position - 1][index] + pairCost(previous.entry, candidate.entry)
            if step < best { (best, from) = (step, index) }
          }
        }
        cost.append(best + 4 * candidate.cost + rarity(candidate.entry))
        origin.append(from)
      }
      costs.append(cost)
      origins.append(origin)
    }
    guard
      var at = costs[rows.count - 1].indices.min(by: {
        costs[rows.count - 1][$0] < costs[rows.count - 1][$1]
      })
    else { return }
    for position in rows.indices.reversed() {
      let candidate = rows[position][at]
      at = origins[position][at]
      guard candidate.entry >= 0 else { continue }
      let entry = lexicon.entries[candidate.entry]
      words[run[position]].skeleton = entry.skeleton
      words[run[position]].spelling = entry.spelling
    }
  }

  private func rarity(_ entry: Int) -> Double {
    guard entry >= 0 else { return 3.5 }
    return -logarithm(Double(lexicon.entries[entry].count) / Double(lexicon.total + 1)) / 6
  }

  /// The logarithm to base 2, near enough for a cost.
  private func logarithm(_ value: Double) -> Double {
    Double(value.exponent) + value.significand - 1
  }

  private func pairCost(_ first: Int, _ second: Int) -> Double {
    guard first >= 0, second >= 0 else { return 3 }
    let seen = lexicon.pairs(first, second)
    return seen > 0 ? 1 / Double(1 + seen) : 3
  }

  /// Syllables within the limit of letters, each at its own cost and that of the letters.
  private func add(_ skeleton: String, _ extra: Double, _ found: inout [Candidate]) {
    if extra > 0 {
      for entry in lexicon.bySkeleton[skeleton] ?? [] {
        found.append(Candidate(entry: entry, cost: extra))
      }
    }
    let shape = Lexicon.Shape(skeleton)
    let count = shape.letters.count
    guard (1...9).contains(count) else { return }
    let limit = (count <= 2 ? 0.5 : count == 3 ? 0.8 : 1.1) - extra
    for length in max(1, count - 2)...(count + 1) {
      for near in lexicon.byLength[length] ?? [] {
        // Two changes are the most within the limit, and each touches two letters at most.
        guard (near.set ^ shape.set).nonzeroBitCount <= 4, near.skeleton != skeleton,
          let cost = LetterDistance.cost(shape.letters, near.letters, limit: limit)
        else { continue }
        for entry in lexicon.bySkeleton[near.skeleton] ?? [] {
          found.append(Candidate(entry: entry, cost: cost + extra))
        }
      }
    }
  }

  /// Syllables that letters may stand for; the last one, -1, leaves the word as it is.
  private func candidates(for skeleton: String) -> [Candidate] {
    if let candidates = known[skeleton] { return candidates }
    var found: [Candidate] = []
    for entry in lexicon.bySkeleton[skeleton] ?? [] {
      found.append(Candidate(entry: entry, cost: 0))
    }
    for (letters, cost) in Misreading.variants(of: skeleton) { add(letters, cost, &found) }
    found.sort { $0.cost < $1.cost }
    var candidates = Array(found.prefix(14))
    if candidates.first?.cost != 0 { candidates.append(Candidate(entry: -1, cost: 0.5)) }
    known[skeleton] = candidates
    return candidates
  }
}

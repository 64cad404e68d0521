// "Did you mean": the few known words nearest to one that is not known.

/// Known words, made ready to be searched many times.
public struct NearestIndex: Sendable {
  private struct Candidate {
    let bytes: [UInt8]
    let letters: UInt64
  }

  private let candidates: [Candidate]

  /// Takes the known words.
  ///
  /// - Parameter words: The words; earlier ones win where all else is equal.
  public init(_ words: [String]) {
    candidates = words.map { word in
      let bytes = Array(word.utf8)
      return Candidate(bytes: bytes, letters: Self.letters(of: bytes))
    }
  }

  /// The candidates nearest to a word, best first.
  ///
  /// Near is a small edit distance (insert, delete, replace, swap neighbours: one step for a short
  /// word, up to three for a long one); after those come candidates that begin with the word.
  ///
  /// - Parameters:
  ///   - word: What was typed; compare like with like, folded or not.
  ///   - limit: How many at most.
  /// - Returns: Indices of the known words; empty when nothing is near.
  public func indices(of word: String, limit: Int = 3) -> [Int] {
    let typed = Array(word.utf8)
    guard !typed.isEmpty, limit > 0 else { return [] }
    let allowed = min(3, max(1, typed.count / 3))
    let letters = Self.letters(of: typed)
    var found: [(distance: Int, index: Int)] = []
    for (index, known) in candidates.enumerated() {
      // A step takes away one letter at most, and adds one: most words need no closer look.
      let mayBeNear =
        (letters & ~known.letters).nonzeroBitCount <= allowed
        && (known.letters & ~letters).nonzeroBitCount <= allowed
      if mayBeNear, let distance = Nearest.distance(typed, known.bytes, upTo: allowed) {
        found.append((distance, index))
      } else if typed.count > 1, letters & ~known.letters == 0, known.bytes.starts(with: typed) {
        found.append((allowed + 1, index))
      }
    }
    found.sort { ($0.distance, $0.index) < ($1.distance, $1.index) }
    return found.prefix(limit).map(\.index)
  }

  /// Which letters a word has, one bit for each or for a few.
  private static func letters(of bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }
}

/// Finds near misses among known words.
public enum Nearest {
  /// The known words nearest to a word, best first, as `NearestIndex.indices(of:limit:)` finds them.
  ///
  /// - Parameters:
  ///   - word: What was typed.
  ///   - candidates: The known words; earlier ones win where all else is equal.
  ///   - limit: How many at most.
  /// - Returns: The nearest words; empty when nothing is near.
  public static func words(to word: String, among candidates: [String], limit: Int = 3) -> [String]
  {
    NearestIndex(candidates).indices(of: word, limit: limit).map { candidates[$0] }
  }

  /// The Damerau-Levenshtein distance (no part edited twice), or nil where it is above the limit.
  static func distance(_ left: [UInt8], _ right: [UInt8], upTo limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var before: [Int] = []
    var above = Array(0...right.count)
    for (row, byte) in left.enumerated() {
      var line = [row + 1]
      line.reserveCapacity(right.count + 1)
      for (column, other) in right.enumerated() {
        var best = min(above[column + 1], line[column]) + 1
        best = min(best, above[column] + (byte == other ? 0 : 1))
        let isSwap =
          row > 0 && column > 0 && byte == right[column - 1] && other == left[row - 1]
        if isSwap { best = min(best, before[column - 1] + 1) }
        line.append(best)
      }
      guard let least = line.min(), least <= limit else { return nil }
      before = above
      above = line
    }
    guard let distance = above.last, distance <= limit else { return nil }
    return distance
  }
}

// Syllables that texts of administration use, by their letters without marks, and which follow which:
// counted from the vocabulary, from the wordings of the catalog and from texts that a user has loaded.

/// Counts of syllables and of pairs of them.
public struct Lexicon: Sendable {
  /// A syllable as spelled, small letters with marks.
  struct Entry: Sendable {
    let spelling: String
    let skeleton: String
    var count: Int
  }

  /// A syllable's letters without marks.
  struct Shape: Sendable {
    let skeleton: String
    let letters: [UInt8]
    /// One bit a letter of the alphabet.
    let set: UInt32

    init(_ skeleton: String) {
      self.skeleton = skeleton
      self.letters = Array(skeleton.utf8)
      self.set = letters.reduce(0) { $0 | 1 << UInt32(($1 &- 0x61) & 31) }
    }
  }

  /// All syllables.
  private(set) var entries: [Entry] = []
  private var numbers: [String: Int] = [:]
  private(set) var bySkeleton: [String: [Int]] = [:]
  /// Letters without marks by their number, with the set of letters in each.
  private(set) var byLength: [Int: [Shape]] = [:]
  private var pairs: [Pair: Int] = [:]
  private(set) var total = 0

  private struct Pair: Hashable {
    let first: Int32
    let second: Int32
  }

  /// A lexicon that counts texts.
  ///
  /// - Parameter texts: texts in correct Vietnamese; a comma, a full stop or a new line parts what
  ///   follows from what came before.
  public init(texts: some Sequence<String>) {
    for text in texts { count(text) }
    for skeleton in bySkeleton.keys.sorted() {
      byLength[skeleton.utf8.count, default: []].append(Shape(skeleton))
    }
  }

  private mutating func count(_ text: String) {
    var previous: Int?
    var spelling = String.UnicodeScalarView()
    var skeleton: [UInt8] = []
    func isEnd(_ scalar: Unicode.Scalar) -> Bool { scalar != " " }
    for scalar in text.lowercased().unicodeScalars {
      switch Letters.fold(scalar) {
      case .letter(let letter):
        spelling.append(scalar)
        skeleton.append(letter)
      case .mark: spelling.append(scalar)
      case .other:
        previous = add(&spelling, &skeleton, after: previous)
        if isEnd(scalar) { previous = nil }
      }
    }
    _ = add(&spelling, &skeleton, after: previous)
  }

  private mutating func add(
    _ spelling: inout String.UnicodeScalarView, _ skeleton: inout [UInt8], after previous: Int?
  ) -> Int? {
    defer {
      spelling = String.UnicodeScalarView()
      skeleton = []
    }
    guard !skeleton.isEmpty else { return previous }
    let word = String(spelling)
    let folded = String(decoding: skeleton, as: UTF8.self)
    guard folded.utf8.contains(where: { $0 > 0x39 }) else { return nil }
    let number: Int
    if let known = numbers[word] {
      number = known
      entries[known].count += 1
    } else {
      number = entries.count
      numbers[word] = number
      entries.append(Entry(spelling: word, skeleton: folded, count: 1))
      bySkeleton[folded, default: []].append(number)
    }
    total += 1
    if let previous { pairs[Pair(first: Int32(previous), second: Int32(number)), default: 0] += 1 }
    return number
  }

  /// How often a syllable followed another.
  func pairs(_ first: Int, _ second: Int) -> Int {
    pairs[Pair(first: Int32(first), second: Int32(second))] ?? 0
  }
}

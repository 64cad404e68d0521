// Lists that pair levels with figures: "cấp tỉnh 90%, cấp huyện 80%, cấp xã 75%", "cấp tỉnh, cấp huyện,
// cấp xã đạt tối thiểu tương ứng 90%, 80%, 75%".

import IndicatorModel

/// Pairs levels with the figures of lists.
struct ListReader {
  let words: [Word]

  /// The quantities, those of lists with their levels and the comparator that the list shares.
  func paired(_ input: [Quantity]) -> [Quantity] {
    var quantities = input
    var index = 0
    while index < quantities.count {
      let end = runEnd(quantities, from: index)
      if end - index >= 2 { pair(&quantities, index..<end) }
      index = max(end, index + 1)
    }
    return quantities
  }

  /// Figures that follow each other with nothing but signs, "và" and names of levels between.
  private func runEnd(_ quantities: [Quantity], from index: Int) -> Int {
    var end = index + 1
    while end < quantities.count, end - index < ListReader.longest,
      quantities[end].unit == quantities[index].unit,
      quantities[end].value != nil,
      isJoint(quantities[end - 1].words.upperBound, quantities[end].words.lowerBound)
    {
      end += 1
    }
    return end
  }

  /// Each member is quoted with the whole list; there are not so many levels.
  private static let longest = 12

  private func isJoint(_ from: Int, _ to: Int) -> Bool {
    guard from < to else { return false }
    var letters = 0
    for word in words[from..<to] {
      if word.isSign(".") || word.isSign("(") { return false }
      guard word.kind == .letters else { continue }
      guard ListReader.between.contains(word.skeleton) else { return false }
      letters += 1
    }
    // "cấp tỉnh: 90%; cấp huyện: 80%" is one list, "giảm 10%; 20%" are two.
    return letters < 9 && (letters > 0 || !words[from..<to].contains { $0.isSign(";") })
  }

  private func pair(_ quantities: inout [Quantity], _ run: Range<Int>) {
    let first = quantities[run.lowerBound]
    let levelsBefore = levels(before: first)
    let levelsBehind = levels(behind: quantities[run.upperBound - 1], count: run.count)
    let inList = run.map { index -> Level? in
      let from = index == run.lowerBound ? listStart(first) : quantities[index - 1].words.upperBound
      return LevelReader.levels(words, in: from..<quantities[index].words.lowerBound).last
        ?? bareLevel(before: quantities[index].words.lowerBound)
    }
    let behind = run.map { index -> Level? in
      let to =
        index + 1 < run.upperBound
        ? quantities[index + 1].words.lowerBound
        : min(quantities[index].words.upperBound + 4, words.count)
      return LevelReader.levels(words, in: quantities[index].words.upperBound..<to).first
    }
    // "95% đối với cấp tỉnh, 90% đối với cấp huyện": each level stands behind its figure.
    let isBehind =
      behind.allSatisfy { $0 != nil } && Set(behind.compactMap { $0 }).count == run.count
    let named = isBehind ? behind : inList.allSatisfy { $0 != nil } ? inList : nil
    let isPaired =
      named != nil || levelsBefore.count == run.count || levelsBehind.count == run.count
    guard isPaired || behind.allSatisfy({ $0 != nil }) else { return }
    let head = ComparatorReader.read(
      words, at: listStart(first), end: first.words.upperBound, from: 0, tolerance: 1)
    let shared = run.compactMap { quantities[$0].comparator }.first ?? head.comparator
    for (offset, index) in run.enumerated() {
      quantities[index].level =
        named?[offset] ?? (levelsBefore.count == run.count ? levelsBefore[offset] : nil)
        ?? (levelsBehind.count == run.count ? levelsBehind[offset] : behind[offset])
      if quantities[index].comparator == nil || quantities[index].comparator == .atLeast {
        quantities[index].comparator = shared
      }
      quantities[index].list = listStart(first)
      quantities[index].isSubjectBefore = true
    }
  }

  /// "tỉnh 95% - huyện 85% - xã 70%".
  private func bareLevel(before index: Int) -> Level? {
    guard index > 0 else { return nil }
    return switch words[index - 1].skeleton {
    case "tinh": .province
    case "huyen": .district
    case "xa": .commune
    default: nil
    }
  }

  /// The first word of "cấp tỉnh 90%": the level's own, where it stands right before the figure.
  private func listStart(_ quantity: Quantity) -> Int {
    var start = quantity.lead
    while start > 0 {
      let before = words[start - 1]
      guard before.isSign(":") || ListReader.levels.contains(before.skeleton) else { break }
      start -= 1
    }
    return start
  }

  /// Levels named one after the other before "tương ứng".
  private func levels(before quantity: Quantity) -> [Level] {
    let start = QuantityFinder(words: words, countsThings: false).clauseStart(quantity.lead)
    let reach = max(start, quantity.lead - 40)
    guard reach < quantity.words.lowerBound else { return [] }
    return LevelReader.levels(words, in: reach..<quantity.words.lowerBound)
  }

  /// "tương ứng 100%, 80%, 75% đối với kết quả của cấp tỉnh, cấp huyện, cấp xã".
  private func levels(behind quantity: Quantity, count: Int) -> [Level] {
    let start = quantity.words.upperBound
    var end = start
    while end < words.count, end < start + 24, !words[end].isSign(";"), !words[end].isSign("."),
      words[end].number == nil
    {
      end += 1
    }
    let found = LevelReader.levels(words, in: start..<end)
    return found.count == count && count > 1 ? found : []
  }

  private static let levels = LevelReader.names.union(["o", "tai", "doi", "voi"])
  private static let between: Set<String> = [
    "va", "cap", "tinh", "huyen", "xa", "so", "nganh", "ban", "cac", "o", "tai", "dat", "doi",
    "voi",
    "la", "lan", "luot", "tuong", "ung", "phuong", "tu", "toi", "thieu", "tren",
  ]
}

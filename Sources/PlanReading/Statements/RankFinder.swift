// Finds places that a province wants among all: groups of the best, ranks, steps up, the first place in
// words, groups by name.

import IndicatorModel

/// Finds ranks.
struct RankFinder {
  let words: [Word]

  /// Names of the five indices as they stand alone.
  static let indexNames: Set<String> = [
    "par", "parindex", "sipas", "papi", "pci", "dti", "index", "pgi",
  ]

  /// The rank that begins at a word, if one does.
  ///
  /// - Parameters:
  ///   - index: the word.
  ///   - start: first word of the clause.
  /// - Returns: the rank, or nil.
  func rank(at index: Int, from start: Int) -> Quantity? {
    if words[index].kind == .letters {
      return placeInWords(at: index, from: start) ?? group(at: index, from: start)
    }
    if case .code = words[index].kind { return fraction(at: index, from: start) }
    guard let value = words[index].number, !words[index].isPercent, value >= 1, value <= 100,
      value == value.rounded()
    else { return nil }
    return steps(at: index, value, from: start) ?? topGroup(at: index, value, from: start)
      ?? place(at: index, value, from: start)
  }

  private func skeleton(_ index: Int) -> String {
    words.indices.contains(index) ? words[index].skeleton : ""
  }

  private func quantity(_ words: Range<Int>, lead: Int, anchor: Int, _ value: Double?) -> Quantity {
    var quantity = Quantity(words: words, lead: lead, anchor: anchor, value: value)
    quantity.unit = .rank
    quantity.comparator = .atMost
    quantity.isSubjectBefore = true
    return quantity
  }

  /// "nhóm 35 tỉnh", "top 10", "thuộc 15 địa phương dẫn đầu".
  private func topGroup(at index: Int, _ value: Double, from start: Int) -> Quantity? {
    let before = skeleton(index - 1)
    let next = skeleton(index + 1)
    let isPlaces = ["tinh", "dia", "thanh", "don", "vi"].contains(next)
    let isTop = before == "top"
    let isGroup =
      before == "nhom" && (isPlaces || isIndexNear(index, from: start) && !isUnitGroup(index))
    let rest = Folded(words[index..<min(index + 14, words.count)])
    let isBest =
      isPlaces && ["dan dau", "dung dau", "cao nhat", "tot nhat"].contains { rest.contains($0) }
      && ["tinh", "dia", "thanh"].contains(next)
    guard isTop || isGroup || isBest else { return nil }
    var lead = index
    while lead > start,
      ["nhom", "top", "trong", "thuoc", "nam", "vao", "cac", "so"].contains(skeleton(lead - 1))
    {
      lead -= 1
    }
    return quantity(index..<(index + 1), lead: lead, anchor: index, value)
  }

  /// "đơn vị sự nghiệp nhóm 3" is a kind of unit.
  private func isUnitGroup(_ index: Int) -> Bool {
    let before = words[max(0, index - 6)..<index].map(\.skeleton)
    return before.contains("nghiep") || before.contains("lap") || before.contains("vi")
  }

  /// "xếp thứ 10", "vị trí thứ 15", "thứ hạng 20", "xếp hạng từ 10 đến 15".
  private func place(at index: Int, _ value: Double, from start: Int) -> Quantity? {
    guard isPlaceWord(before: index, from: start) else { return nil }
    var found = quantity(index..<(index + 1), lead: max(start, index - 3), anchor: index, value)
    if index + 2 < words.count, words[index + 1].isSign("-") || skeleton(index + 1) == "den",
      let high = words[index + 2].number, high > value
    {
      found.high = high
      found.comparator = .between
      found.words = index..<(index + 3)
    }
    return found
  }

  private func isPlaceWord(before index: Int, from start: Int) -> Bool {
    var at = index - 1
    while at >= start, at > index - 4,
      ["tu", "so", "toi", "thieu", "khoang", "it", "nhat", "la", "dat"].contains(skeleton(at))
    {
      at -= 1
    }
    let word = skeleton(at)
    let before = skeleton(at - 1)
    switch word {
    case "thu": return ["xep", "hang", "tri", "dung", "vi"].contains(before)
    case "hang": return before == "xep" || before == "thu"
    case "tri": return before == "vi"
    default: return false
    }
  }

  /// "thứ 10/63": of the number before the stroke.
  private func fraction(at index: Int, from start: Int) -> Quantity? {
    let parts = words[index].spelling.split(separator: "/")
    guard parts.count == 2, let place = Double(parts[0]), let places = Double(parts[1]),
      place >= 1, place <= places, [63, 64, 34].contains(places),
      isPlaceWord(before: index, from: start)
        || ["hang", "nhom", "thu", "top"].contains(skeleton(index - 1))
    else { return nil }
    return quantity(index..<(index + 1), lead: max(start, index - 2), anchor: index, place)
  }

  /// "tăng 5 bậc", "tăng từ 3 đến 5 bậc": places moved.
  private func steps(at index: Int, _ value: Double, from start: Int) -> Quantity? {
    var end = index + 1
    var high: Double?
    if end + 1 < words.count, words[end].isSign("-") || skeleton(end) == "den",
      let other = words[end + 1].number, other > value
    {
      high = other
      end += 2
    }
    let isStep = skeleton(end) == "bac" || (skeleton(end) == "thu" && skeleton(end + 1) == "hang")
    guard isStep else { return nil }
    let reading = ComparatorReader.read(words, at: index, end: end + 1, from: start)
    var found = quantity(index..<(end + 1), lead: reading.lead, anchor: index, value)
    found.high = high
    found.comparator = high != nil ? .between : reading.comparator ?? .equal
    let before = Folded(words[start..<index])
    found.measure = before.contains("giam") ? .decrease : .increase
    return found
  }

  /// "dẫn đầu cả nước", "đứng thứ nhất", "vị trí số một".
  private func placeInWords(at index: Int, from start: Int) -> Quantity? {
    let first = words[index].skeleton
    if first == "dan" || first == "dung", skeleton(index + 1) == "dau" {
      let before = words[max(start, index - 6)..<index].map(\.skeleton)
      let rest = Folded(words[(index + 2)..<min(index + 6, words.count)])
      let isWhere = ["ca nuoc", "toan quoc", "cac tinh", "khu vuc", "vung", "ca vung"].contains {
        rest.contains($0)
      }
      let isOfOthers =
        before.contains("cac") && ["tinh", "pho", "phuong", "vi"].contains(before.last ?? "")
      guard !before.contains("nhom"), !before.contains("top"), !before.contains("nguoi"),
        !isOfOthers,
        isIndexNear(index, from: start), first == "dan" || isWhere,
        !words[max(start, index - 10)..<index].contains(where: {
          $0.number != nil && !$0.isPercent && PeriodReader.year($0) == nil
        })
      else { return nil }
      return quantity(index..<(index + 2), lead: index, anchor: index, 1)
    }
    guard skeleton(index - 1) == "thu" || skeleton(index - 1) == "so",
      let value = RankFinder.places[first], isPlaceWord(before: index, from: start),
      isIndexNear(index, from: start)
    else { return nil }
    return quantity(index..<(index + 1), lead: max(start, index - 3), anchor: index, value)
  }

  private func isIndexNear(_ index: Int, from start: Int) -> Bool {
    let reach = min(index + ClauseReader.reach, words.count)
    let end = words[index..<reach].firstIndex { $0.partsClauses } ?? reach
    return words[start..<end].contains { RankFinder.indexNames.contains($0.skeleton) }
      || Folded(words[start..<end]).contains("chi so")
  }

  /// "trong nhóm trung bình cao", "nhóm khá": a group by name, without a number near.
  private func group(at index: Int, from start: Int) -> Quantity? {
    guard skeleton(index) == "nhom", isIndexNear(index, from: start) else { return nil }
    var end = index + 1
    while end < words.count, end < index + 5, RankFinder.groupWords.contains(skeleton(end)) {
      end += 1
    }
    guard end > index + 1, skeleton(end - 1) != "cac" else { return nil }
    // The number may stand behind: "nhóm cao nhất (nhóm 15 tỉnh ...)".
    let reach = min(end + 8, words.count)
    for next in end..<max(end, reach) where words[next].number != nil || words[next].isSign(";") {
      if words[next].number != nil { return nil }
      break
    }
    var found = quantity(index..<end, lead: index, anchor: index, nil)
    found.unit = nil
    found.comparator = nil
    found.group = words[(index + 1)..<end].map(\.spelling).joined(separator: " ").lowercased()
    return found
  }

  private static let places: [String: Double] = ["nhat": 1, "nhi": 2, "ba": 3, "mot": 1, "hai": 2]

  private static let groupWords: Set<String> = [
    "trung", "binh", "cao", "kha", "tot", "nhat", "thap", "dan", "dau", "rat", "dung",
  ]
}

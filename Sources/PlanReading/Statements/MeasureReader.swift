// Whether a figure is a state or a change of it: by the verb that governs it.

import IndicatorModel

/// Reads measures.
struct MeasureReader {
  let words: [Word]

  /// The quantities with their measures.
  func measured(_ input: [Quantity]) -> [Quantity] {
    var quantities = input
    for index in quantities.indices
    where quantities[index].unit != .rank && quantities[index].unit != nil {
      let previous = index > 0 ? quantities[index - 1] : nil
      if let previous, goesOn(previous, quantities[index]) {
        quantities[index].measure = previous.measure
        quantities[index].comparator = quantities[index].comparator ?? previous.comparator
      } else {
        quantities[index].measure = measure(quantities[index], after: previous)
        if let previous, quantities[index].comparator == nil, isTwin(previous, quantities[index]) {
          quantities[index].comparator = previous.comparator
        }
      }
    }
    return quantities
  }

  /// "120 biên chế công chức, 1.245 biên chế viên chức".
  private func hasSameNoun(_ previous: Quantity, _ quantity: Quantity) -> Bool {
    let first = previous.words.upperBound
    let second = quantity.words.upperBound
    guard first < words.count, second < words.count, words[first].kind == .letters else {
      return false
    }
    return words[first].skeleton == words[second].skeleton
  }

  /// "Ít nhất 80% công chức ở đồng bằng và 70% công chức ở miền núi": the same things, counted twice.
  private func isTwin(_ previous: Quantity, _ quantity: Quantity) -> Bool {
    let first = previous.words.upperBound
    let second = quantity.words.upperBound
    guard previous.unit == quantity.unit, !previous.isSubjectBefore, !quantity.isSubjectBefore,
      first < quantity.lead, words[quantity.lead - 1].skeleton == "va", second + 1 < words.count,
      first + 1 < words.count
    else { return false }
    return words[first].skeleton == words[second].skeleton
      && words[first + 1].skeleton == words[second + 1].skeleton
  }

  /// "giảm tối thiểu 10% X và 10% Y": the verb and its comparator go on.
  private func goesOn(_ previous: Quantity, _ quantity: Quantity) -> Bool {
    guard previous.measure != .level, previous.unit == quantity.unit, !quantity.isSubjectBefore,
      previous.words.upperBound < quantity.lead
    else { return false }
    let joint = words[quantity.lead - 1]
    let isNear = quantity.lead - previous.words.upperBound < 9
    if joint.isSign(","), isNear, hasSameNoun(previous, quantity) { return true }
    if joint.isSign(";"), previous.value == quantity.value, isCompared(quantity.lead) {
      return true
    }
    guard
      joint.skeleton == "va"
        || (joint.isSign(",") && isNear && (isCompared(quantity.lead) || !saysState(quantity)))
    else { return false }
    return !words[previous.words.upperBound..<quantity.lead].contains(where: \.partsClauses)
  }

  /// "100% hồ sơ được số hóa", "30 xã đạt chuẩn": what is counted is something or has something done.
  private func saysState(_ quantity: Quantity) -> Bool {
    guard quantity.value != 100 else { return true }
    let rest = words[quantity.words.upperBound...].prefix(24)
    for (word, next) in zip(rest, rest.dropFirst().map(\.skeleton) + [""]) {
      if word.partsClauses || word.isSign(",") || word.number != nil { return false }
      // "báo cáo" is a thing, "bảo đảm" and "đảm bảo" say that something is so.
      if ["bao dam", "dam bao"].contains("\(word.skeleton) \(next)") { return true }
      if ["duoc", "dat", "co", "la", "hoan", "thuc", "su", "tham"].contains(word.skeleton) {
        return true
      }
    }
    return false
  }

  private func measure(_ quantity: Quantity, after previous: Quantity?) -> Measure {
    let start = max(
      QuantityFinder(words: words, countsThings: false).clauseStart(quantity.anchor), 0)
    let lead = quantity.lead
    let reading = ComparatorReader.read(
      words, at: quantity.words.lowerBound, end: quantity.words.upperBound, from: start)
    if reading.isEndOfChange { return .level }
    if quantity.unit == .percent, lead > start + 2,
      words[(lead - 3)..<lead].map(\.skeleton) == ["don", "gian", "hoa"]
    {
      return .decrease
    }
    if reading.hasPredicate && !isVerb(lead - 1) { return .level }
    if let behind = changeBehind(quantity) { return behind }
    let floor = max(
      start, previous.map { $0.words.upperBound } ?? start, lead - (isCompared(lead) ? 18 : 12))
    guard floor < lead else { return .level }
    var commas = 0
    for index in (floor..<lead).reversed() {
      if words[index].partsClauses { return .level }
      if words[index].isSign(",") {
        // Right before the figure a comma ends what the verb governs.
        if index == lead - 1 { return .level }
        commas += 1
      }
      if let verb = verb(index) { return commas > 1 && !isCompared(lead) ? .level : verb }
      if ["dat", "hoan", "la"].contains(words[index].skeleton) { return .level }
    }
    return .level
  }

  /// "02 đơn vị tăng mức độ tự chủ so với năm trước": what is counted changes.
  private func changeBehind(_ quantity: Quantity) -> Measure? {
    guard quantity.unit == .count || quantity.unit == .people else { return nil }
    for index in quantity.words.upperBound..<min(quantity.words.upperBound + 12, words.count) {
      if words[index].partsClauses || words[index].isSign(",") || words[index].number != nil {
        return nil
      }
      if let verb = verb(index) { return isCompared(index) ? verb : nil }
    }
    return nil
  }

  private func isVerb(_ index: Int) -> Bool { index >= 0 && verb(index) != nil }

  private func isCompared(_ lead: Int) -> Bool {
    let rest = words[lead..<min(lead + 40, words.count)]
    guard let so = rest.firstIndex(where: { $0.skeleton == "so" }), so + 1 < words.count else {
      return false
    }
    return words[so + 1].skeleton == "voi" || words[so + 1].skeleton == "vi"
  }

  private func verb(_ index: Int) -> Measure? {
    let next = index + 1 < words.count ? words[index + 1].skeleton : ""
    switch words[index].skeleton {
    case "giam":
      // "giám sát", "giám đốc" are no falls, and no verb stands behind "nhằm" for the figure.
      if next == "sat" || next == "doc" || next == "dinh" { return nil }
      return .decrease
    case "rut": return next == "ngan" ? .decrease : nil
    case "tinh": return next == "giam" || next == "gian" ? .decrease : nil
    case "tang": return next == "cuong" || next == "truong" ? nil : .increase
    case "them": return index > 0 && words[index - 1].skeleton == "giam" ? .decrease : .increase
    default: return nil
    }
  }
}

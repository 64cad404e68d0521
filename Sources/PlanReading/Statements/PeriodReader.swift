// The years that words name: of a document, of a heading, of a target.

/// Reads years.
enum PeriodReader {
  /// Years that a heading of goals names: "đến năm 2025", "giai đoạn 2021-2025", "năm 2024".
  static func years(ofHeading words: [Word]) -> ClosedRange<Int>? {
    for (index, word) in words.enumerated() {
      if case .years(let from, let to) = word.kind, from <= to { return from...to }
      if let year = year(word), index > 0, words[index - 1].skeleton == "nam" {
        let isUntil = index > 1 && ["den", "het", "cuoi"].contains(words[index - 2].skeleton)
        return isUntil ? Int.min...year : year...year
      }
    }
    return nil
  }

  /// The years of one target.
  ///
  /// "đến (hết) năm 2025" is that year, for all that the sentence says after it; "năm 2024" right
  /// before or behind the figure of a phase is its year; years of bases and documents are none.
  ///
  /// - Parameters:
  ///   - words: all words.
  ///   - reach: words from the beginning of the sentence to the end of the statement.
  ///   - number: where the figure stands.
  ///   - plan: the plan's years.
  ///   - section: years of the nearest heading.
  /// - Returns: the first and the last year, nil where nothing says them.
  static func period(
    _ words: [Word], in reach: Range<Int>, at number: Int, plan: ClosedRange<Int>?,
    section: ClosedRange<Int>?
  ) -> (start: Int?, end: Int?) {
    var start = plan?.lowerBound
    var end = plan?.upperBound
    if let section, section.lowerBound != Int.min {
      (start, end) = (section.lowerBound, section.upperBound)
    } else if let section {
      (start, end) = (section.upperBound, section.upperBound)
    }
    let behind = (number..<max(number, reach.upperBound)).filter { $0 - number < 14 }
    let own =
      words[reach.lowerBound..<max(number, reach.lowerBound)].lastIndex { $0.isSign(";") } ?? 0
    for index in behind + (reach.lowerBound..<number).reversed() where index > 0 {
      guard let year = year(words[index]),
        words[index - 1].skeleton == "nam" || isUntil(words, index),
        !isBase(words, index), year >= plan?.lowerBound ?? year
      else { continue }
      // Of a clause before only what it begins with goes on.
      if index < own,
        words[reach.lowerBound..<index].contains(where: { $0.number != nil && self.year($0) == nil }
        )
      {
        continue
      }
      if isUntil(words, index) || isIn(words, index) {
        return (year, year)
      }
      if let plan, plan.lowerBound < plan.upperBound, plan.contains(year),
        isBeside(words, index, number)
      {
        return (year, year)
      }
    }
    return (start, end)
  }

  /// "Năm 2022, tỷ lệ đạt 84%": the year of a fact, before the plan's.
  static func pastYear(_ words: [Word], in reach: Range<Int>, plan: ClosedRange<Int>?) -> Int? {
    guard let first = plan?.lowerBound, reach.lowerBound < reach.upperBound else { return nil }
    for index in reach.reversed() where index > 0 {
      if let year = year(words[index]), words[index - 1].skeleton == "nam", !isBase(words, index) {
        return year < first ? year : nil
      }
    }
    return nil
  }

  /// "so với năm 2021" gives 2021, "so với năm trước" the year before the plan's.
  static func baseline(_ words: [Word], in clause: Range<Int>, plan: ClosedRange<Int>?) -> Int? {
    for index in clause.dropLast() {
      guard words[index].skeleton == "so",
        words[index + 1].skeleton == "voi" || words[index + 1].skeleton == "vi"
      else { continue }
      let end = min(index + 9, clause.upperBound)
      for next in (index + 2)..<max(end, index + 2) {
        // A phase is no year to count from.
        if words[next].skeleton == "doan" { return nil }
        if let year = year(words[next]) { return year }
        let word = words[next].skeleton
        if word == "truoc" || word == "lien",
          words[index..<next].contains(where: { $0.skeleton == "nam" })
        {
          return plan.map { $0.lowerBound - 1 }
        }
        if words[next].partsClauses { break }
      }
    }
    return nil
  }

  /// A year from 1990 to 2100, not a percent.
  static func year(_ word: Word) -> Int? {
    guard case .number(let value) = word.kind, !word.isPercent, value >= 1990, value <= 2100,
      value == value.rounded(), word.spelling.utf8.count == 4
    else { return nil }
    return Int(value)
  }

  private static func isUntil(_ words: [Word], _ index: Int) -> Bool {
    var at = index - 1
    if at >= 0, words[at].skeleton == "nam" { at -= 1 }
    guard at >= 0 else { return false }
    return ["den", "het", "cuoi"].contains(words[at].skeleton)
  }

  /// "vào năm 2025".
  private static func isIn(_ words: [Word], _ index: Int) -> Bool {
    index > 1 && words[index - 2].skeleton == "vao"
  }

  private static func isBase(_ words: [Word], _ index: Int) -> Bool {
    let before = words[max(0, index - 6)..<index].map(\.skeleton)
    return before.contains("voi") && before.contains("so")
      || before.contains("tinh")
        && before.contains("den") && before.contains("ngay")
  }

  /// Nothing but "đạt", "phấn đấu" and comparators between a year and the figure.
  private static func isBeside(_ words: [Word], _ year: Int, _ number: Int) -> Bool {
    // A cell's figure may itself be read as a year.
    guard year != number else { return false }
    let between = year < number ? (year + 1)..<number : (number + 1)..<year
    return between.allSatisfy {
      [
        "dat", "phan", "dau", "nam", "toi", "thieu", "it", "nhat", "tren", "tu", "la", "vao",
        "trong", "len",
      ]
      .contains(words[$0].skeleton)
    }
  }
}

// Whose level a figure is set for.

import IndicatorModel

/// Reads administrative levels.
enum LevelReader {
  /// Words that names of levels are made of.
  static let names: Set<String> = ["cap", "tinh", "huyen", "xa", "phuong", "so", "nganh", "cac"]

  /// The level that words name: one, or all three (two since there are no districts), else none.
  ///
  /// - Parameters:
  ///   - words: all words.
  ///   - window: the words of the statement; what stands in brackets says nothing of the figure.
  ///   - hasDistricts: whether districts existed in the plan's years.
  /// - Returns: the level.
  static func level(_ words: [Word], in window: Range<Int>, hasDistricts: Bool) -> Level {
    let found = levels(words, in: window)
    if found.isEmpty {
      let folded = Folded(words[window])
      if LevelReader.allLevels.contains(where: { folded.contains($0) }) { return .all }
    }
    if found.count == 2, let last = found.last, isCountedAlone(words, window, last) { return last }
    if found.count == 3 || (found.count == 2 && spansAll(words, window)) { return .all }
    if found.count == 2, !hasDistricts, found.contains(.province), found.contains(.commune) {
      return .all
    }
    guard let only = found.first, found.count == 1 else { return .uncut }
    // Departments alone say nothing of a level; beside communes they stand for the province.
    if only == .province, !window.contains(where: { isProvince(words, at: $0) }) { return .uncut }
    return only
  }

  private static func isProvince(_ words: [Word], at index: Int) -> Bool {
    level(words, at: index) == .province && !["so", "tinh"].contains(words[index].skeleton)
  }

  private static let allLevels = [
    "uy ban nhan dan cac cap", "nha nuoc cac cap", "ca hai cap", "ca 2 cap", "hai cap", "ba cap",
  ]

  /// All levels that words name, in their order, each once.
  static func levels(_ words: [Word], in window: Range<Int>) -> [Level] {
    var found: [Level] = []
    var depth = 0
    for index in window {
      if words[index].isSign("(") { depth += 1 }
      if words[index].isSign(")") { depth = max(0, depth - 1) }
      guard depth == 0, let level = level(words, at: index), !found.contains(level) else {
        continue
      }
      found.append(level)
    }
    return found
  }

  /// The level whose name begins at a word.
  static func level(_ words: [Word], at index: Int) -> Level? {
    func word(_ offset: Int) -> String {
      words.indices.contains(index + offset) ? words[index + offset].skeleton : ""
    }
    switch word(0) {
    case "cap":
      switch word(1) {
      case "tinh", "so": return .province
      case "thanh": return word(2) == "pho" ? .province : nil
      case "huyen", "quan": return .district
      case "xa": return .commune
      default: return nil
      }
    case "nganh":
      return word(1) == "tinh" || word(1) == "cap" && word(2) == "tinh" ? .province : nil
    case "so":
      // "các sở, ban, ngành": departments, told from numbers and digits by what follows.
      let next = index + 1 < words.count && words[index + 1].isSign(",") ? word(2) : word(1)
      return next == "ban" || next == "nganh" ? .province : nil
    case "tinh": return ["ubnd", "dan"].contains(word(-1)) ? .province : nil
    case "huyen": return ["cap", "cac", "ban", "dan"].contains(word(-1)) ? .district : nil
    case "xa":
      if word(1) == "hoi" || word(-1) == "cap" { return nil }
      if index + 1 < words.count, words[index + 1].isSign(","), word(2) == "hoi" { return nil }
      let before = word(-1)
      let isCounted = index > 0 && words[index - 1].number != nil
      return isCounted || ["cac", "dan", "tam", "le", "ubnd", "so"].contains(before)
        || word(1) == "phuong"
        || word(2) == "phuong" ? .commune : nil
    case "phuong": return word(-1) == "cac" || word(-2) == "cac" ? .commune : nil
    default: return nil
    }
  }

  /// "từ cấp tỉnh đến 100% cấp xã": the figure counts the last only.
  private static func isCountedAlone(_ words: [Word], _ window: Range<Int>, _ last: Level) -> Bool {
    window.dropFirst().contains { index in
      words[index].number != nil && words[index - 1].skeleton == "den" && index + 1 < words.count
        && level(words, at: index + 1) == last
    }
  }

  /// "từ cấp tỉnh đến cấp xã".
  private static func spansAll(_ words: [Word], _ window: Range<Int>) -> Bool {
    let folded = Folded(words[window])
    return folded.contains("tinh den cap xa") || folded.contains("tinh den xa")
      || folded.contains("tinh den co so")
  }
}

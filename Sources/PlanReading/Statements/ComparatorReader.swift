// How a figure is compared, by the words before and behind it.

import IndicatorModel

/// Reads comparators.
enum ComparatorReader {
  /// What stands around a number.
  struct Reading {
    /// Nil where no word says; a bare number.
    var comparator: Comparator?
    /// First word of the lead.
    var lead: Int
    /// Whether "đạt", "là", "lên", "còn" or the like stands in the lead: a subject is before.
    var hasPredicate = false
    /// Whether a word says that it is the end of a change ("xuống còn 5%", "lên 80%").
    var isEndOfChange = false
    /// Whether "từ" stands before.
    var hasFrom = false
  }

  /// Reads the words before a number, and "trở lên" behind.
  ///
  /// - Parameters:
  ///   - words: all words.
  ///   - number: where the number stands.
  ///   - end: the first word behind the number and its unit.
  ///   - start: the first word of the clause.
  ///   - tolerance: how many unknown words may stand between, of a text of bad quality.
  /// - Returns: what stands around the number.
  static func read(
    _ words: [Word], at number: Int, end: Int, from start: Int, tolerance: Int = 0
  ) -> Reading {
    var tolerance = tolerance
    var reading = Reading(lead: number)
    var index = number - 1
    var filler = 0
    while index >= start {
      let before = index > start ? words[index - 1].skeleton : ""
      let pair = before + " " + words[index].skeleton
      if let found = pairs[pair] {
        if reading.comparator == nil {
          reading.comparator = negated(found, words, index - 2, start)
        }
        index -= 2
        reading.lead = index + 1
        continue
      }
      let word = words[index]
      if word.skeleton == "tu", isFrom(word) {
        reading.hasFrom = true
      } else if let found = singles[word.skeleton] {
        if reading.comparator == nil {
          reading.comparator = negated(found, words, index - 1, start)
        }
      } else if case .sign(let sign) = word.kind, let found = signs[sign] {
        reading.comparator = reading.comparator ?? found
      } else if predicates.contains(word.skeleton) {
        reading.hasPredicate = true
        if changes.contains(word.skeleton) { reading.isEndOfChange = true }
      } else if fillers.contains(word.skeleton) || (word.isSign(":") && filler == 0) {
        filler += 1
        if filler > 3 { break }
        index -= 1
        continue
      } else if let before = colonBeforeLevel(words, index, start) {
        // "đạt tối thiểu: Cấp tỉnh: 90%".
        index = before - 1
        continue
      } else if tolerance > 0 {
        tolerance -= 1
        index -= 1
        continue
      } else {
        break
      }
      index -= 1
      reading.lead = index + 1
      filler = 0
    }
    if holdsFigureOnly(words, reading.lead, end) { reading.hasPredicate = true }
    readBehind(words, end, &reading)
    return reading
  }

  /// The colon before the name of a level that ends at a word, if that is all between.
  private static func colonBeforeLevel(_ words: [Word], _ index: Int, _ start: Int) -> Int? {
    var at = index
    while at >= start, LevelReader.names.contains(words[at].skeleton) { at -= 1 }
    return at < index && at >= start && words[at].isSign(":") ? at : nil
  }

  /// "SIPAS: 85%, PAPI: 44 điểm", "hồ sơ trực tuyến (90%)": the subject stands before, nothing behind.
  private static func holdsFigureOnly(_ words: [Word], _ lead: Int, _ end: Int) -> Bool {
    let isEnd =
      end >= words.count || words[end].kind != .letters
      || ["tro", "diem"].contains(words[end].skeleton)
    guard isEnd, lead > 0 else { return false }
    if words[lead - 1].isSign("(") { return end < words.count && words[end].isSign(")") }
    return lead < words.count && (words[lead].isSign(":") || words[lead - 1].isSign(":"))
  }

  /// "trở lên", "trở xuống" right behind, or after a few words where "từ" stood before.
  private static func readBehind(_ words: [Word], _ end: Int, _ reading: inout Reading) {
    let reach = reading.hasFrom ? 9 : 1
    var index = end
    while index + 1 < words.count, index < end + reach, !words[index].partsClauses {
      if words[index].skeleton == "tro" {
        if words[index + 1].skeleton.hasPrefix("len") || words[index + 1].skeleton == "ln" {
          if reading.comparator == nil || reading.hasFrom { reading.comparator = .atLeast }
          return
        }
        if words[index + 1].skeleton == "xuong" {
          reading.comparator = .atMost
          return
        }
      }
      if words[index].number != nil { break }
      index += 1
    }
    if reading.comparator == nil, reading.hasFrom { reading.comparator = .atLeast }
  }

  /// "không dưới" is at least, "không quá" at most.
  private static func negated(
    _ comparator: Comparator, _ words: [Word], _ index: Int, _ start: Int
  ) -> Comparator {
    guard index >= start, words[index].skeleton == "khong" || words[index].skeleton == "chua" else {
      return comparator
    }
    return switch comparator {
    case .lessThan: .atLeast
    case .moreThan: .atMost
    default: comparator
    }
  }

  /// In a good text "tự" and "tử" are told from "từ".
  private static func isFrom(_ word: Word) -> Bool {
    !["tự", "tử", "tư", "tứ"].contains(word.spelling.lowercased())
  }

  private static let pairs: [String: Comparator] = [
    "toi thieu": .atLeast, "it nhat": .atLeast, "thap nhat": .atLeast, "toi da": .atMost,
    "nhieu nhat": .atMost, "khong qua": .atMost, "lon hon": .moreThan, "cao hon": .moreThan,
    "nho hon": .lessThan, "thap hon": .lessThan, "it hon": .lessThan, "vuot qua": .moreThan,
    "vuot tren": .moreThan, "cham nhat": .atMost,
    "va vuot": .atLeast,
  ]
  private static let singles: [String: Comparator] = [
    "tren": .moreThan, "hon": .moreThan, "duoi": .lessThan, "vuot": .moreThan,
  ]
  private static let signs: [Unicode.Scalar: Comparator] = [
    "≥": .atLeast, "≤": .atMost, ">": .moreThan, "<": .lessThan,
  ]
  private static let predicates: Set<String> = [
    "dat", "la", "bang", "len", "xuong", "con", "o", "duoc",
  ]
  private static let changes: Set<String> = ["len", "xuong", "con"]
  private static let fillers: Set<String> = [
    "ty", "le", "muc", "tuong", "ung", "khoang", "co", "phan", "dau", "ti", "chi", "tieu", "dam",
    "bao",
    "lan", "luot", "khong", "gan", "toan", "bo", "du", "phai", "va", "it", "duy", "tri", "hoan",
    "thanh",
  ]
}

// Undoes what the breaking of lines does to the words of a narrow cell: "Thườn g xuyên". A small check
// of what Vietnamese can spell, without marks.

import IndicatorModel

/// Repairs the words of a cell.
enum TaskRepair {
  /// The words of a cell on one line: white space folded, broken syllables joined, entities of HTML
  /// read.
  ///
  /// Two fragments are joined where at least one is no syllable and both together are one.
  static func text(_ text: String) -> String {
    var words: [Substring] = []
    var result: [String] = []
    words = readingEntities(text).split(whereSeparator: \.isWhitespace)
    for word in words {
      if let last = result.last, let joined = joined(last, word) {
        result[result.count - 1] = joined
      } else {
        result.append(String(word))
      }
    }
    return result.joined(separator: " ")
  }

  /// Two fragments of one syllable as one; signs may follow the second.
  private static func joined(_ left: String, _ right: Substring) -> String? {
    // No syllable has more letters, with marks of their own; most pairs of words have.
    guard left.unicodeScalars.count + right.unicodeScalars.count <= 14 else { return nil }
    let core = right.prefix { $0.isLetter }
    guard !core.isEmpty, left.utf8.count <= 16, core.utf8.count <= 16,
      left.allSatisfy(\.isLetter),
      right.dropFirst(core.count).allSatisfy({ !$0.isLetter && !$0.isNumber })
    else { return nil }
    // "TT TT" are abbreviations; a break leaves small letters, or capitals in a word of capitals.
    guard core.allSatisfy(\.isLowercase) || (left + core).allSatisfy(\.isUppercase) else {
      return nil
    }
    guard !isSyllable(left) || !isSyllable(core), isSyllable(left + core) else { return nil }
    if (left + core).allSatisfy(\.isUppercase), left.count + core.count < 5 { return nil }
    return left + right
  }

  private static func readingEntities(_ text: String) -> String {
    guard text.contains("&") else { return text }
    return [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  // MARK: - Syllables

  /// Whether Vietnamese could spell a word so, marks aside.
  static func isSyllable(_ word: some StringProtocol) -> Bool {
    let letters = NameFolding.unmarked(String(word))
    guard letters.utf8.count <= 7 else { return false }
    for length in stride(from: min(3, letters.utf8.count), through: 0, by: -1) {
      let onset = String(letters.prefix(length))
      let rhyme = String(letters.dropFirst(length))
      if onsets.contains(onset), rhymes.contains(rhyme) { return true }
      if onset == "qu", rhymesAfterQu.contains(rhyme) { return true }
    }
    return letters == "gi"
  }

  private static let onsets: Set<String> = [
    "", "b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p",
    "ph", "r", "s", "t", "th", "tr", "v", "x",
  ]

  private static let rhymes = Set(
    """
    a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien \
    ieng iep iet ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen \
    oeo oet oi om on ong op ot u ua uan uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon \
    uong uop uot uou up ut uu uy uya uych uyen uyet uynh uyt uyu y yem yen yet yeu
    """.split(separator: " ").map(String.init))

  private static let rhymesAfterQu = Set(
    "a ac ach ai an ang anh ao at au ay e en eo et eu i ich in inh it o oc oi on y yen yet ynh yt"
      .split(separator: " ").map(String.init))
}

// Undoes what the breaking of lines does to the words of a narrow cell: "Thườn g xuyên".

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
    guard left.utf8.count + right.utf8.count <= 28 else { return nil }
    let core = right.prefix { $0.isLetter }
    // Most neighbours are two words of their own, which is cheap to see.
    guard !core.isEmpty, !Syllable.isPossible(left) || !Syllable.isPossible(core),
      left.unicodeScalars.count + core.unicodeScalars.count <= 14,
      left.allSatisfy(\.isLetter),
      right.dropFirst(core.count).allSatisfy({ !$0.isLetter && !$0.isNumber })
    else { return nil }
    // "TT TT" are abbreviations; a break leaves small letters, or capitals in a word of capitals.
    guard core.allSatisfy(\.isLowercase) || (left + core).allSatisfy(\.isUppercase) else {
      return nil
    }
    guard Syllable.isPossible(left + core) else { return nil }
    if (left + core).allSatisfy(\.isUppercase), left.count + core.count < 5 { return nil }
    return left + right
  }

  private static func readingEntities(_ text: String) -> String {
    guard text.contains("&") else { return text }
    return [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}

// Undoes what the breaking of lines does to the words of a narrow cell: "Thườn g xuyên".

/// Repairs the words of a cell.
enum TaskRepair {
  /// The words of a cell on one line: white space folded, broken syllables joined, entities of HTML
  /// read.
  ///
  /// Two fragments are joined where at least one is no syllable and both together are one.
  static func text(_ text: String) -> String {
    var result: [String] = []
    var isLastSyllable = false
    for word in Letters.unspaced(readingEntities(text)[...]) {
      let core = Substring(word.unicodeScalars.prefix(while: isLetter))
      let isSyllable = Syllable.isPossible(core)
      // Most neighbours are two words of their own.
      if let last = result.last, !isLastSyllable || !isSyllable,
        let joined = joined(last, word, core: core)
      {
        result[result.count - 1] = joined
        isLastSyllable = Syllable.isPossible(joined)
      } else {
        result.append(String(word))
        isLastSyllable = isSyllable && core.endIndex == word.endIndex
      }
    }
    return result.joined(separator: " ")
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch Letters.fold(scalar) {
    case .letter(let letter): letter > 0x39
    case .mark: true
    case .other: scalar.properties.isAlphabetic
    }
  }

  /// Two fragments of one syllable as one; signs may follow the second.
  private static func joined(_ left: String, _ right: Substring, core: Substring) -> String? {
    guard !core.isEmpty, left.unicodeScalars.count + core.unicodeScalars.count <= 14,
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

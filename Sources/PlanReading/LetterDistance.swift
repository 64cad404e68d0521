// How unlike two rows of letters are when an engine that knows no Vietnamese has read one of them: marks
// over vowels make it take vowels for each other, a horn looks like a letter more.

/// Distances between letters without marks.
enum LetterDistance {
  /// The cost of reading one row for the other.
  ///
  /// - Parameters:
  ///   - read: what the engine printed.
  ///   - meant: what may have stood there.
  ///   - limit: the highest cost of interest.
  /// - Returns: the cost from 0, or nil above the limit.
  static func cost(_ read: [UInt8], _ meant: [UInt8], limit: Double) -> Double? {
    var previous = [Double](repeating: 0, count: meant.count + 1)
    for index in 0..<meant.count { previous[index + 1] = previous[index] + insertion }
    var current = previous
    for (row, letter) in read.enumerated() {
      current[0] = previous[0] + deletion(letter, after: row > 0 ? read[row - 1] : 0)
      var least = current[0]
      for (column, other) in meant.enumerated() {
        let replaced = previous[column] + (letter == other ? 0 : replacement(letter, other))
        let dropped =
          previous[column + 1] + deletion(letter, after: row > 0 ? read[row - 1] : 0)
        current[column + 1] = min(replaced, dropped, current[column] + insertion)
        least = min(least, current[column + 1])
      }
      if least > limit { return nil }
      swap(&previous, &current)
    }
    let cost = previous[meant.count]
    return cost <= limit ? cost : nil
  }

  private static let insertion = 0.8

  /// A horn or a hook is read as a letter of its own after a vowel.
  private static func deletion(_ letter: UInt8, after before: UInt8) -> Double {
    let isHook = "ritlcj".utf8.contains(letter)
    return isHook ? (isVowel(before) || before == UInt8(ascii: "t") ? 0.4 : 0.6) : 0.8
  }

  private static func isVowel(_ letter: UInt8) -> Bool { "aeiouyw".utf8.contains(letter) }

  private static func replacement(_ read: UInt8, _ meant: UInt8) -> Double {
    if isVowel(read) && isVowel(meant) { return 0.4 }
    // A vowel under two marks looks like a letter with a stem: "tbi" for "tối", "ndm" for "năm".
    if isVowel(meant), "bdhnpgf".utf8.contains(read) { return 0.5 }
    let pair = [read, meant]
    for alike in alikes where pair == alike || pair == alike.reversed() { return 0.4 }
    return 1
  }

  private static let alikes: [[UInt8]] = [
    "pd", "bd", "li", "lt", "it", "rt", "cl", "ce", "hn", "un", "rn", "gq", "yv", "fi", "kh", "wu",
    "sx", "oc",
  ].map { Array($0.utf8) }
}

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
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * (meant.count + 1)) { rows in
      var previous = rows.prefix(meant.count + 1)
      var current = rows.suffix(meant.count + 1)
      rows.initialize(repeating: 0)
      return cost(read, meant, limit, &previous, &current)
    }
  }

  private static func cost(
    _ read: [UInt8], _ meant: [UInt8], _ limit: Double, _ previous: inout Row, _ current: inout Row
  ) -> Double? {
    func set(_ row: inout Row, _ column: Int, _ value: Double) {
      row[row.startIndex + column] = value
    }
    func at(_ row: Row, _ column: Int) -> Double { row[row.startIndex + column] }
    for index in meant.indices { set(&previous, index + 1, Double(index + 1) * insertion) }
    for (row, letter) in read.enumerated() {
      let dropping = deletion(letter, after: row > 0 ? read[row - 1] : 0)
      set(&current, 0, at(previous, 0) + dropping)
      var least = at(current, 0)
      for (column, other) in meant.enumerated() {
        let replaced = at(previous, column) + (letter == other ? 0 : replacement(letter, other))
        let cost = min(
          replaced, at(previous, column + 1) + dropping, at(current, column) + insertion)
        set(&current, column + 1, cost)
        least = min(least, cost)
      }
      if least > limit { return nil }
      swap(&previous, &current)
    }
    let cost = at(previous, meant.count)
    return cost <= limit ? cost : nil
  }

  private typealias Row = Slice<UnsafeMutableBufferPointer<Double>>

  private static let insertion = 0.8

  /// A horn or a hook is read as a letter of its own after a vowel.
  private static func deletion(_ letter: UInt8, after before: UInt8) -> Double {
    let isHook = isIn(letter, hooks)
    return isHook ? (isVowel(before) || before == UInt8(ascii: "t") ? 0.4 : 0.6) : 0.8
  }

  private static func isVowel(_ letter: UInt8) -> Bool { isIn(letter, vowels) }

  private static func isIn(_ letter: UInt8, _ set: UInt32) -> Bool {
    (0x61...0x7A).contains(letter) && set & (1 << UInt32(letter - 0x61)) != 0
  }

  private static let vowels = Lexicon.Shape("aeiouyw").set
  private static let hooks = Lexicon.Shape("ritlcj").set
  private static let stems = Lexicon.Shape("bdhnpgf").set

  private static func replacement(_ read: UInt8, _ meant: UInt8) -> Double {
    if isVowel(read) && isVowel(meant) { return 0.4 }
    // A vowel under two marks looks like a letter with a stem: "tbi" for "tối", "ndm" for "năm".
    if isVowel(meant), isIn(read, stems) { return 0.5 }
    return alikes.contains(UInt16(read) << 8 | UInt16(meant)) ? 0.4 : 1
  }

  private static let alikes: Set<UInt16> = {
    let pairs = [
      "pd", "bd", "li", "lt", "it", "rt", "cl", "ce", "hn", "un", "rn", "gq", "yv", "fi", "kh",
      "wu",
      "sx", "oc", "ad", "og", "nm", "bh",
    ]
    var set: Set<UInt16> = []
    for pair in pairs.map({ Array($0.utf8) }) {
      set.insert(UInt16(pair[0]) << 8 | UInt16(pair[1]))
      set.insert(UInt16(pair[1]) << 8 | UInt16(pair[0]))
    }
    return set
  }()
}

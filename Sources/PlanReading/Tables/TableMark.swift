// Numbers that rows and their cells begin with: "II", "A", "1.2", "3.17.", "a)", "-".

import IndicatorModel

/// The number of a row or of a heading.
struct TableMark: Equatable {
  /// Kinds of numbering, coarse to fine.
  enum Kind: Int {
    case roman, letter, number
  }

  /// Its kind; "I", "V" and "C" can be letters too, which the heading before decides.
  let kind: Kind
  /// How many numbers it is made of: 2 for "1.2"; 1 for letters.
  let depth: Int
  /// The mark without signs at its ends.
  let label: String

  /// Reads a cell that is nothing but a mark: "II", "II.", "A", "(1)", "1.2".
  init?(_ text: String) {
    let signs: Set<Character> = [".", ")", "(", ":", "-", "/", " ", "*"]
    let middle = text.drop { signs.contains($0) }
    guard !middle.isEmpty, middle.utf8.count <= 12 else { return nil }
    let label = String(middle.reversed().drop { signs.contains($0) }.reversed())
    self.label = label
    if label.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }) {
      kind = .number
      depth = label.split(separator: ".").count
    } else if label.utf8.count <= 6, label.allSatisfy({ "IVXL".contains($0) }) {
      kind = .roman
      depth = 1
    } else if label.count == 1, label.allSatisfy({ $0.isUppercase }) {
      kind = .letter
      depth = 1
    } else {
      return nil
    }
  }

  /// The mark that a heading begins with, and its words; without a mark only if it is in capitals.
  init?(heading text: String) {
    if let split = TableMark.split(text) {
      guard split.mark.kind != .number || TableMark.isInCapitals(split.rest) else { return nil }
      self = split.mark
    } else {
      guard TableMark.isInCapitals(text) else { return nil }
      kind = .roman
      depth = 1
      label = ""
    }
  }

  /// The mark that a text begins with, and the words after it.
  static func split(_ text: String) -> (mark: TableMark, rest: String)? {
    let text = text.drop { $0.isWhitespace }
    guard
      let end = text.firstIndex(where: { $0.isWhitespace || $0 == "." || $0 == ")" || $0 == ":" }),
      let mark = TableMark(String(text[..<end]))
    else { return nil }
    let rest = text[end...].drop { $0.isWhitespace || ".):/-–".contains($0) }
    guard !rest.isEmpty else { return nil }
    return (mark, String(rest))
  }

  /// Whether the letters of a text are capitals, with at least two words.
  static func isInCapitals(_ text: String) -> Bool {
    var capitals = 0
    var small = 0
    for character in text.prefix(400) where character.isLetter {
      if character.isUppercase { capitals += 1 } else { small += 1 }
    }
    return capitals >= 6 && small * 10 <= capitals && text.contains(" ")
  }

  /// How a cell begins.
  enum Opening {
    /// With a number or a sign of a list.
    case mark
    /// With a capital letter or another number.
    case capital
    /// In the middle of a sentence.
    case small
  }

  /// How a cell begins: a cell that begins in the middle of a sentence goes on with one above.
  static func opening(of text: String) -> Opening {
    let text = text.drop { $0.isWhitespace || "(\"“'".contains($0) }
    guard let first = text.first else { return .capital }
    if "-–+•*".contains(first) { return .mark }
    if first.isNumber {
      let rest = text.drop { $0.isNumber }
      guard let sign = rest.first else { return .capital }
      return (sign == "." || sign == ")") ? .mark : .capital
    }
    if first.isLowercase {
      return text.dropFirst().first == ")" ? .mark : .small
    }
    return first.isLetter ? .capital : .small
  }

  /// Whether a cell breaks off in the middle of a sentence.
  static func isOpenEnded(_ text: String) -> Bool {
    guard let last = text.last(where: { !$0.isWhitespace }) else { return false }
    if ",(–-/".contains(last) { return true }
    let word = NameFolding.unmarked(String(text.suffix(12))).split(separator: " ").last
    return word.map { ["va", "cua", "cac", "cho", "ve", "tai", "theo"].contains($0) } ?? false
  }
}

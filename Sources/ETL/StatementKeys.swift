// What stays the same of a statement when a better reader reads it again: its words, without marks, and
// where in them its quantity stands.

import IndicatorModel
import PlanReading

/// Makes keys that no two statements of one document share.
struct StatementKeys {
  private var counts: [String: Int] = [:]

  /// The key of a statement: its words, and which of their numbers it is about.
  mutating func key(of target: PlanTarget) -> String {
    let place = target.value.flatMap { Self.place(of: $0, in: target.quote) } ?? 0
    return unique(Self.digest(target.quote) + ":\(place)")
  }

  /// The key of a task: its number and its words.
  mutating func key(of task: PlanTask) -> String {
    let words = [task.item, task.activity ?? task.task ?? task.objective ?? task.product]
    return unique(Self.digest(words.map { $0 ?? "" }.joined(separator: "\n")))
  }

  /// The second of two that would be the same ends in `.2`.
  private mutating func unique(_ key: String) -> String {
    let count = counts[key, default: 0] &+ 1
    counts[key] = count
    return count == 1 ? key : "\(key).\(count)"
  }

  private static func digest(_ text: String) -> String {
    String(KeptFiles.digest(ofText: NameFolding.phrase(text)).prefix(16))
  }

  /// Which number of a text a value is, from 1; nil where it is said in words.
  ///
  /// The only number of a text is meant by whatever was read from it.
  static func place(of value: Double, in text: String) -> Int? {
    var place = 0
    let numbers = text.utf8.split { !isDigit($0) && !isMark($0) }
    for number in numbers where number.contains(where: isDigit) {
      place += 1
      if Self.means(number, value) { return place }
    }
    return place == 1 ? 1 : nil
  }

  /// Whether a number may mean a value: a dot or a comma may be the decimal mark, or part thousands.
  private static func means(_ number: Substring.UTF8View, _ value: Double) -> Bool {
    var digits = number
    while let last = digits.last, !isDigit(last) { digits.removeLast() }
    while let first = digits.first, !isDigit(first) { digits.removeFirst() }
    let (dot, comma) = (UInt8(ascii: "."), UInt8(ascii: ","))
    func isValue(_ bytes: [UInt8]) -> Bool {
      Double(String(decoding: bytes, as: UTF8.self)) == value
    }
    return isValue(digits.map { $0 == comma ? dot : $0 })
      || isValue(digits.filter { $0 != dot }.map { $0 == comma ? dot : $0 })
      || isValue(digits.filter(isDigit))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isMark(_ byte: UInt8) -> Bool { byte == 0x2C || byte == 0x2E }
}

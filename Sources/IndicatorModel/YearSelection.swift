// The years a question is about, as typed after `--years`.

/// Years from one to another, both included; an end that is nil is open.
public struct YearRange: Sendable, Hashable {
  /// The first year; nil is "from the beginning".
  public let first: Int?
  /// The last year; nil is "until now".
  public let last: Int?

  /// A range; the first year is not after the last.
  public init(first: Int?, last: Int?) {
    precondition((first ?? .min) <= (last ?? .max), "years run forward")
    self.first = first
    self.last = last
  }

  /// Whether a year lies in the range.
  public func contains(_ year: Int) -> Bool {
    (first ?? .min) <= year && year <= (last ?? .max)
  }
}

/// Why a selection of years could not be read.
public enum YearSelectionError: Error, Sendable, Equatable {
  /// Nothing was given, or nothing between two commas.
  case empty
  /// Not a year of four digits, nor a range of them.
  case notAYear(String)
  /// A range joined by something else than "..", which is what was meant.
  case wrongRangeMark(String, first: Int, last: Int)
  /// A range that ends before it begins.
  case reversed(first: Int, last: Int)
}

/// A set of years: `2019`, `2019..2024`, `2019..`, `..2024`, and several of them with commas.
public struct YearSelection: Sendable, Hashable {
  /// The ranges, ascending; those that touch or overlap are joined.
  public let ranges: [YearRange]

  /// Every year.
  public static let all = YearSelection([YearRange(first: nil, last: nil)])

  /// A selection of several ranges, in any order.
  public init(_ ranges: [YearRange]) {
    let sorted = ranges.sorted { ($0.first ?? .min) < ($1.first ?? .min) }
    self.ranges = sorted.reduce(into: []) { joined, range in
      guard let last = joined.last, last.touches(range) else {
        joined.append(range)
        return
      }
      let end = last.last.flatMap { left in range.last.map { max(left, $0) } }
      joined[joined.count - 1] = YearRange(first: last.first, last: end)
    }
  }

  /// Reads what was typed.
  ///
  /// - Parameter text: Years and ranges, joined by commas; spaces around them do not matter.
  /// - Throws: `YearSelectionError`, with the part that could not be read.
  public init(parsing text: String) throws(YearSelectionError) {
    var ranges: [YearRange] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      ranges.append(try YearSelection.range(trimmed(part)))
    }
    self.init(ranges)
  }

  /// Whether a year is selected.
  public func contains(_ year: Int) -> Bool {
    ranges.contains { $0.contains(year) }
  }

  /// The first selected year; nil when open.
  public var first: Int? { ranges.first?.first }

  /// The last selected year; nil when open.
  public var last: Int? { ranges.last?.last }

  private static func range(_ part: Substring) throws(YearSelectionError) -> YearRange {
    if part.isEmpty { throw .empty }
    if let year = digits(part, count: 4) { return YearRange(first: year, last: year) }
    guard let ends = split(part, at: "..") else { throw mistake(in: part) }
    let first = digits(ends.0, count: 4)
    let last = digits(ends.1, count: 4)
    guard first != nil || last != nil, first != nil || ends.0.isEmpty,
      last != nil || ends.1.isEmpty
    else { throw mistake(in: part) }
    if let first, let last, first > last { throw .reversed(first: first, last: last) }
    return YearRange(first: first, last: last)
  }

  /// Tells `2019-2024` and its like from what is no range at all.
  private static func mistake(in part: Substring) -> YearSelectionError {
    for mark in ["...", "-", "–", "—", ":", "/"] {
      guard let ends = split(part, at: mark), let first = digits(ends.0, count: 4),
        let last = digits(ends.1, count: 4)
      else { continue }
      return .wrongRangeMark(String(part), first: first, last: last)
    }
    return .notAYear(String(part))
  }

  private static func split(_ part: Substring, at mark: String) -> (Substring, Substring)? {
    guard let place = part.firstRange(of: mark) else { return nil }
    return (trimmed(part[..<place.lowerBound]), trimmed(part[place.upperBound...]))
  }
}

extension YearRange: CustomStringConvertible {
  /// The range as it is typed.
  public var description: String {
    if let first, first == last { return "\(first)" }
    return "\(first.map(String.init) ?? "")..\(last.map(String.init) ?? "")"
  }

  /// Whether the next range, which does not begin before this one, continues or overlaps it.
  fileprivate func touches(_ next: YearRange) -> Bool {
    guard let last, let first = next.first else { return true }
    return first <= last + 1
  }
}

extension YearSelection: CustomStringConvertible {
  /// The selection as it is typed.
  public var description: String {
    ranges.map(\.description).joined(separator: ",")
  }
}

/// A text without white space at its ends.
func trimmed(_ text: Substring) -> Substring {
  var text = text
  while text.first?.isWhitespace == true { text.removeFirst() }
  while text.last?.isWhitespace == true { text.removeLast() }
  return text
}

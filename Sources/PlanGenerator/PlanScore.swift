// How well targets were read, against what a text says: which were found, with which fields right. The
// rules of the gold tables: a target is found by value, unit and lines; a repeat costs nothing.

import IndicatorModel
public import PlanReading

/// The score of targets read from one text, or from several together.
public struct PlanScore: Sendable, Equatable {
  /// What is compared on targets that were found.
  public enum Field: String, Sendable, CaseIterable {
    /// How the figure compares.
    case comparator
    /// State, rise or fall.
    case measure
    /// Administrative level.
    case level
    /// Area of reform.
    case area
    /// Year that a change is counted from.
    case baselineYear = "baseline_year"
    /// First year.
    case periodStart = "period_start"
    /// Last year.
    case periodEnd = "period_end"
    /// Code of the catalog, where the truth has one.
    case indicator
  }

  /// Rights out of all.
  public struct Share: Sendable, Equatable {
    /// How many were right.
    public var right = 0
    /// How many there were.
    public var all = 0

    /// Some rights, of all.
    public init(right: Int = 0, all: Int = 0) {
      self.right = right
      self.all = all
    }

    /// Part that was right, 0 to 1; 1 where there was nothing.
    public var part: Double { all == 0 ? 1 : Double(right) / Double(all) }
  }

  /// Targets that the text sets, without repeats.
  public private(set) var wanted = 0
  /// Targets that were read, without repeats that were found.
  public private(set) var given = 0
  /// Targets that were found, without repeats.
  public private(set) var found = 0
  /// Repeats that were found, of all.
  public private(set) var repeats = Share()
  /// Fields right, of those found.
  public private(set) var fields: [Field: Share] = [:]
  /// Quotes that stand in the text, of all that were read.
  public private(set) var quotes = Share()
  /// Targets of the text that were not found, repeats left out.
  public private(set) var missed: [PlanTarget] = []
  /// Targets that were read and are none.
  public private(set) var spurious: [PlanTarget] = []
  /// Targets found with a field wrong: the truth and what was read.
  public private(set) var different: [[PlanTarget]] = []

  /// The score of nothing.
  public init() {}

  /// Scores what was read from a text.
  ///
  /// - Parameters:
  ///   - read: statements that were read; those that are no targets or have no value do not count.
  ///   - truth: statements of the text.
  ///   - lines: the text, in which quotes must stand.
  public init(_ read: [PlanTarget], truth: [PlanTarget], lines: [String]) {
    let read = read.filter { $0.kind == .target && $0.value != nil }
    let truth = truth.filter { $0.kind == .target && $0.value != nil }
    var usedTruth: Set<Int> = []
    var usedRead: Set<Int> = []
    for pair in Self.pairs(read, truth)
    where !usedTruth.contains(pair.truth) && !usedRead.contains(pair.read) {
      usedTruth.insert(pair.truth)
      usedRead.insert(pair.read)
      note(truth[pair.truth], read[pair.read])
    }
    for (index, target) in truth.enumerated() {
      if target.isRepeat {
        repeats.all += 1
      } else {
        wanted += 1
        if !usedTruth.contains(index) { missed.append(target) }
      }
    }
    given = read.count - repeats.right
    spurious = read.indices.filter { !usedRead.contains($0) }.map { read[$0] }
    let body = FoldedText(lines)
    quotes.all = read.count
    quotes.right = read.count { body.contains($0.quote) }
  }

  /// Part of what was read that is right, 0 to 1.
  public var precision: Double {
    given > 0 ? Double(found) / Double(given) : wanted == 0 ? 1 : 0
  }

  /// Part of what the text sets that was read, 0 to 1.
  public var recall: Double { wanted > 0 ? Double(found) / Double(wanted) : 1 }

  /// The harmonic mean of both.
  public var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  /// Both together, as if from one text.
  public static func + (left: PlanScore, right: PlanScore) -> PlanScore {
    var sum = left
    sum.wanted += right.wanted
    sum.given += right.given
    sum.found += right.found
    sum.repeats.right += right.repeats.right
    sum.repeats.all += right.repeats.all
    sum.quotes.right += right.quotes.right
    sum.quotes.all += right.quotes.all
    for (field, share) in right.fields {
      sum.fields[field, default: Share()].right += share.right
      sum.fields[field, default: Share()].all += share.all
    }
    sum.missed += right.missed
    sum.spurious += right.spurious
    sum.different += right.different
    return sum
  }

  // MARK: - Pairs

  private mutating func note(_ truth: PlanTarget, _ read: PlanTarget) {
    if truth.isRepeat { repeats.right += 1 } else { found += 1 }
    var isRight = true
    for field in Field.allCases where field != .indicator || truth.indicator != nil {
      let agrees = Self.agree(truth, read, field)
      fields[field, default: Share()].all += 1
      fields[field, default: Share()].right += agrees ? 1 : 0
      isRight = isRight && agrees
    }
    if !isRight { different.append([truth, read]) }
  }

  /// Truths and readings that may belong together, the best first.
  private static func pairs(
    _ read: [PlanTarget], _ truth: [PlanTarget]
  ) -> [(truth: Int, read: Int)] {
    var pairs: [(agree: Int, distance: Int, truth: Int, read: Int)] = []
    for (index, wanted) in truth.enumerated() {
      for (place, given) in read.enumerated() where isSame(wanted, given) {
        pairs.append(
          (
            Field.allCases.count { agree(wanted, given, $0) },
            abs(wanted.lineFrom - given.lineFrom) + abs(wanted.lineTo - given.lineTo), index, place
          ))
      }
    }
    return pairs.sorted {
      (-$0.agree, $0.distance, $0.truth, $0.read) < (-$1.agree, $1.distance, $1.truth, $1.read)
    }.map { ($0.truth, $0.read) }
  }

  /// Whether value and unit are the same and the lines at most one apart.
  private static func isSame(_ wanted: PlanTarget, _ given: PlanTarget) -> Bool {
    equal(wanted.value, given.value) && equal(wanted.valueHigh, given.valueHigh)
      && wanted.countedUnit == given.countedUnit && wanted.lineFrom <= given.lineTo + 1
      && given.lineFrom <= wanted.lineTo + 1
  }

  private static func equal(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) < 0.000_001
  }

  private static func agree(_ truth: PlanTarget, _ read: PlanTarget, _ field: Field) -> Bool {
    switch field {
    case .comparator: truth.comparator == read.comparator
    case .measure: truth.measure == read.measure
    // A plan's own figure is the province's.
    case .level: truth.level == read.level || truth.level == .uncut && read.level == .province
    case .area: truth.area == read.area
    case .baselineYear: truth.baselineYear == read.baselineYear
    case .periodStart: truth.periodStart == read.periodStart
    case .periodEnd: truth.periodEnd == read.periodEnd
    case .indicator: truth.indicator == read.indicator
    }
  }
}

extension PlanTarget {
  fileprivate var isRepeat: Bool { scope.hasPrefix("repeat") }
  /// Posts may be counted as people or as things.
  fileprivate var countedUnit: String { unit == .people ? "count" : unit?.rawValue ?? "" }
}

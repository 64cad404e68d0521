// The checks of sql/checks: what they look at, what they find.

import IndicatorModel
import LibPQ
import WarehouseSQL

/// A check: a query whose rows are failures; the raw value is the name of its file in sql/checks.
public enum Check: String, CaseIterable, Sendable, Hashable {
  /// Facts whose place, series or indicator the catalog lacks.
  case orphan
  /// Values outside the bounds of their indicator.
  case valueBounds = "value_bounds"
  /// Ranks beyond N.
  case rankBounds = "rank_bounds"
  /// Ranks before which too many places stand.
  case rankExcess = "rank_excess"
  /// Ranks before which places are missing.
  case rankHole = "rank_hole"
  /// Lists that lack places.
  case placesMissing = "places_missing"
  /// Values that are better than one ranked before them.
  case rankOrder = "rank_order"
  /// Totals that their parts do not add up to.
  case totalDiffers = "total_differs"
  /// Values that changed far more than those of other places.
  case jump
  /// Figures that differ from those of the preferred source.
  case sourcesDiffer = "sources_differ"
  /// Editions declared complete that are not.
  case editionIncomplete = "edition_incomplete"

  var file: SQLFile {
    switch self {
    case .orphan: .orphan
    case .valueBounds: .valueBounds
    case .rankBounds: .rankBounds
    case .rankExcess: .rankExcess
    case .rankHole: .rankHole
    case .placesMissing: .placesMissing
    case .rankOrder: .rankOrder
    case .totalDiffers: .totalDiffers
    case .jump: .jump
    case .sourcesDiffer: .sourcesDiffer
    case .editionIncomplete: .editionIncomplete
    }
  }
}

/// One thing that a check found.
public struct Finding: Sendable, Hashable {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable {
    /// It is odd: it is loaded and told.
    case warning
    /// It cannot be: a file that says it is refused.
    case error
  }

  /// Name of the check.
  public let check: String
  /// How bad it is.
  public let severity: Severity
  /// Id of the place; nil where a whole list is meant.
  public let place: String?
  /// Code of the indicator.
  public let indicator: String?
  /// Administrative level; empty for none.
  public let level: String?
  /// First day of the period, ISO.
  public let period: String?
  /// Id of the source.
  public let source: String?
  /// Line of the file, from 1.
  public let line: Int?
  /// What the message of the check names, in its order.
  public let arguments: [String]

  init(_ row: borrowing Row, of check: String) throws {
    self.check = check
    severity = try row.value("severity", as: String.self) == "error" ? .error : .warning
    place = try row.value("place")
    indicator = try row.value("indicator")
    level = try row.value("level")
    period = try row.value("period")
    source = try row.value("source")
    line = try row.value("line")
    arguments = try row.value("arguments", as: [String?].self).map { $0 ?? "" }
  }
}

/// What checks found: all are counted, the first thousand of each check are kept.
public struct Findings: Sendable {
  /// How many of one check are kept.
  public static let kept = 1_000

  /// Those that are kept, errors first, else by check.
  public var entries: [Finding] { errors + warnings }
  /// How many there are of each severity.
  public private(set) var counts: [Finding.Severity: Int] = [:]

  /// Makes findings of nothing.
  public init() {}

  /// Whether something was found that cannot be.
  public var hasErrors: Bool { counts[.error] != nil }

  /// Whether a check found more than are kept.
  public private(set) var isCut = false

  private var errors: [Finding] = []
  private var warnings: [Finding] = []
  private var ofCheck: [String: Int] = [:]

  mutating func append(_ finding: Finding) {
    counts[finding.severity, default: 0] += 1
    ofCheck[finding.check, default: 0] += 1
    guard ofCheck[finding.check, default: 0] <= Self.kept else {
      isCut = true
      return
    }
    switch finding.severity {
    case .error: errors.append(finding)
    case .warning: warnings.append(finding)
    }
  }
}

/// Lists that a load has changed: series, each with a period.
public struct TouchedLists: Sendable {
  private struct List: Hashable {
    let series: Int32
    let period: Int32
  }

  private var lists: Set<List> = []
  /// How many there are.
  public var count: Int { lists.count }
  /// Whether an observation has a rank.
  public private(set) var hasRanks = false
  /// The period that was last seen of each series: most rows need not be looked up.
  private var latest: [Int32] = []

  /// Makes a set of no lists.
  public init() {}

  /// Notes the list of an observation that has changed.
  ///
  /// - Parameter observation: what changed.
  public mutating func insert(_ observation: StagedObservation) {
    insert(
      series: observation.seriesID, period: observation.period, hasRank: observation.rank != nil)
  }

  mutating func insert(series number: Int32, period: Int32, hasRank: Bool) {
    if hasRank { hasRanks = true }
    let series = Int(number)
    if series < latest.count {
      guard latest[series] != period else { return }
    } else {
      latest += repeatElement(Int32.min, count: series + 1 - latest.count)
    }
    latest[series] = period
    lists.insert(List(series: number, period: period))
  }

  /// Adds the lists of another set.
  ///
  /// - Parameter other: the other set.
  public mutating func formUnion(_ other: TouchedLists) {
    lists.formUnion(other.lists)
    hasRanks = hasRanks || other.hasRanks
  }

  /// The lists as a check takes them: numbers of series, and first days.
  var parameters: [Parameter] {
    let sorted = lists.sorted { ($0.series, $0.period) < ($1.series, $1.period) }
    return [
      .intArray(sorted.map { Int($0.series) }),
      .dateArray(
        sorted.map { CalendarDate(daysSince2000: Int($0.period))?.description ?? "-infinity" }),
    ]
  }
}

extension Session {
  /// Runs checks.
  ///
  /// - Parameters:
  ///   - checks: which.
  ///   - lists: the lists that are looked at; nil for the whole warehouse.
  /// - Returns: what they found.
  /// - Throws: `PostgresError`.
  public mutating func run(_ checks: [Check], on lists: TouchedLists? = nil) throws -> Findings {
    var findings = Findings()
    let parameters = lists?.parameters ?? [.null, .null]
    for check in checks {
      try connection.forEachRow(Statement(check.file), parameters) { row in
        findings.append(try Finding(row, of: check.rawValue))
      }
    }
    return findings
  }

  /// Writes what checks found in one slot.
  ///
  /// - Parameters:
  ///   - json: array of `{check, severity, place, indicator, level, period, source, line, arguments}`.
  ///   - slot: number of the slot.
  ///   - load: number of the load.
  /// - Throws: `PostgresError`.
  public mutating func recordFindings(json: String, slot: Int32, load: Int32) throws {
    _ = try connection.query(
      Statement(.recordFindings), [.int32(load), .int32(slot), .json(json)])
  }

  /// Whether there is a load of this number.
  ///
  /// - Parameter load: number of the load.
  /// - Returns: whether it is known.
  /// - Throws: `PostgresError`.
  public mutating func hasLoad(_ load: Int) throws -> Bool {
    try connection.query(Statement(.hasLoad), [.int(load)]).value(0, "is_known")
  }

  /// Lists what checks found in the files of a load.
  ///
  /// - Parameters:
  ///   - checks: names of the checks.
  ///   - load: number of the load.
  /// - Returns: findings in the order of the files.
  /// - Throws: `PostgresError`.
  public mutating func listFindings(of checks: [String], load: Int) throws -> Findings {
    var findings = Findings()
    try connection.forEachRow(Statement(.listFindings), [.int(load), .textArray(checks)]) { row in
      findings.append(try Finding(row, of: try row.value("check_name")))
    }
    return findings
  }
}

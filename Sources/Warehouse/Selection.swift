// What a question is about: places, indicators, years, levels and clocks, already resolved to ids and
// codes of the catalog.

public import IndicatorModel
import LibPQ

/// What a question is about.
public struct Selection: Sendable, Hashable {
  /// Ids of places in the order asked for; nil for all.
  public var places: [String]?
  /// Codes of indicators; nil for all.
  public var indicators: [String]?
  /// Years; several ranges are asked as their span and filtered after.
  public var years: YearSelection?
  /// Administrative levels; nil for all.
  public var levels: [String]?
  /// What the warehouse knew at the end of that day in Việt Nam; nil for now.
  public var asOf: CalendarDate?
  /// What the world could know at the end of that day; nil for everything.
  public var publishedBy: CalendarDate?
  /// Whether changes are computed over breaks too.
  public var acrossBreaks = false

  /// Which provinces figures are shown for.
  public var boundaries = Boundaries.published

  /// Makes a selection of everything.
  public init() {}

  var placesParameter: Parameter { .list(places) }
  var indicatorsParameter: Parameter { .list(indicators) }
  var levelsParameter: Parameter { .list(levels) }
  var firstYearParameter: Parameter { .optionalInt32(years?.first.map(Int32.init(clamping:))) }
  var lastYearParameter: Parameter { .optionalInt32(years?.last.map(Int32.init(clamping:))) }
  var asOfParameter: Parameter { .optionalDate(asOf?.description) }
  var publishedByParameter: Parameter { .optionalDate(publishedBy?.description) }

  var boundariesParameter: Parameter { .text(boundaries.rawValue) }

  /// Whether a period of the database belongs to the years asked for.
  func contains(period: String) -> Bool {
    guard let years, let year = Int(period.prefix(4)) else { return true }
    return years.contains(year)
  }
}

/// Which provinces figures are shown for.
public enum Boundaries: String, Sendable, Hashable, CaseIterable {
  /// As the source knew them.
  case published
  /// The provinces since 1 July 2025, to which earlier figures are carried.
  case today = "2025"
}

extension Parameter {
  /// A list of texts, or null for all.
  static func list(_ texts: [String]?) -> Parameter {
    texts.map { .textArray($0) } ?? .null
  }
}

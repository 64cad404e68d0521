// One figure of a question: the row of mart.trend.

import LibPQ

/// A figure with its change, break and sources; a row of `mart.trend`.
public struct FigureRow: Sendable, Hashable {
  /// Id of the place.
  public let place: String
  /// Name of the place in Vietnamese.
  public let placeNameVi: String
  /// Name of the place in English.
  public let placeNameEn: String
  /// Code of the indicator.
  public let indicator: String
  /// Name of the indicator in Vietnamese.
  public let indicatorNameVi: String
  /// Name of the indicator in English.
  public let indicatorNameEn: String
  /// Digits after the mark that people see.
  public let decimals: Int
  /// Cut by administrative level; empty for none.
  public let level: String
  /// A, Q or M.
  public let freq: String
  /// First day of the period, ISO.
  public let period: String
  /// Set of provinces.
  public let geography: String
  /// The figure, in `unit`.
  public let value: Double?
  /// Unit of the value.
  public let unit: String?
  /// Rank, 1 is best.
  public let rank: Int?
  /// Number of places ranked.
  public let rankOf: Int?
  /// Whether another place has the same rank.
  public let isTied: Bool
  /// Published group.
  public let group: String?
  /// Difference to the edition before, in `unit`.
  public let change: Double?
  /// Difference to the edition before, percent of its value.
  public let changePercent: Double?
  /// Places moved since the edition before; positive is better.
  public let rankChange: Int?
  /// method, partly, unknown, boundary, two of them joined by `+`, or nil.
  public let breakKind: String?
  /// Why it does not compare, in a few words.
  public let breakReason: String?
  /// Whether the value is a sum made by `mart`.
  public let isDerived: Bool
  /// SDMX OBS_STATUS letters.
  public let flags: String
  /// Who says so.
  public let source: String?
  /// Who says the rank, where that is another; `computed` for a rank made by `mart`.
  public let rankSource: String?
  /// Date of publication of the edition, ISO.
  public let publishedOn: String?
  /// The best value of the years so far that compare, in `unit`.
  public let best: Double?
  /// The worst value of the years so far that compare, in `unit`.
  public let worst: Double?
  /// Mean change in a year since the first year that compares, in `unit`.
  public let meanChange: Double?
  /// The least value that the mean of former provinces is made of; nil for other figures.
  public let valueLow: Double?
  /// The greatest of them.
  public let valueHigh: Double?
  /// Ids of the former provinces whose mean the value is; nil for other figures.
  public let carriedFrom: [String]?
  /// How high the rank stands, 0 to 1; 1 is best.
  public let percentile: Double?
  /// The edition that it belongs to; nil where there is none.
  public let edition: String?

  init(_ row: borrowing Row) throws {
    place = try row.value("place")
    placeNameVi = try row.value("place_name_vi")
    placeNameEn = try row.value("place_name_en")
    indicator = try row.value("indicator")
    indicatorNameVi = try row.value("indicator_name_vi")
    indicatorNameEn = try row.value("indicator_name_en")
    decimals = try row.value("decimals")
    level = try row.value("level")
    freq = try row.value("freq")
    period = try row.value("period")
    geography = try row.value("geography")
    value = try row.value("value")
    unit = try row.value("unit")
    rank = try row.value("rank")
    rankOf = try row.value("rank_of")
    isTied = try row.value("rank_tied")
    group = try row.value("grp")
    change = try row.value("change")
    changePercent = try row.value("change_pct")
    rankChange = try row.value("rank_change")
    breakKind = try row.value("break")
    breakReason = try row.value("break_reason")
    isDerived = try row.value("derived")
    flags = try row.value("flags")
    source = try row.value("source")
    rankSource = try row.value("rank_source")
    publishedOn = try row.value("published_on")
    best = try row.value("best")
    worst = try row.value("worst")
    meanChange = try row.value("mean_change")
    valueLow = try row.value("value_low")
    valueHigh = try row.value("value_high")
    carriedFrom = try row.value("carried_from")
    percentile = try row.value("percentile")
    edition = try row.value("edition")
  }
}

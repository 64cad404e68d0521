// Places that moved between two years: the row of mart.movers.

import LibPQ
import WarehouseSQL

/// A place with its rank in two years; a row of `mart.movers`.
public struct MoverRow: Sendable, Hashable {
  /// Id of the place in the last year.
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
  /// Unit of the values.
  public let unit: String?
  /// Administrative level; empty for none.
  public let level: String
  /// First day of the first year, ISO.
  public let fromPeriod: String
  /// First day of the last year, ISO.
  public let toPeriod: String
  /// The value in the first year.
  public let fromValue: Double?
  /// The value in the last year.
  public let toValue: Double?
  /// The rank in the first year.
  public let fromRank: Int
  /// Number of places ranked in the first year.
  public let fromRankOf: Int
  /// Whether another place had the same rank.
  public let isFromTied: Bool
  /// The rank in the last year.
  public let toRank: Int
  /// Number of places ranked in the last year.
  public let toRankOf: Int
  /// Whether another place has the same rank.
  public let isToTied: Bool
  /// Places moved among one number of places, positive is better.
  public let moved: Int?
  /// Change of (N - rank) / (N - 1).
  public let percentileChange: Double?
  /// Change of the value in its unit.
  public let change: Double?
  /// method or boundary, since the first year.
  public let breakKind: String?
  /// Who says the rank, where it is not the source.
  public let rankSource: String?
  /// Who says the last value.
  public let source: String

  init(_ row: borrowing Row) throws {
    place = try row.value("place")
    placeNameVi = try row.value("place_name_vi")
    placeNameEn = try row.value("place_name_en")
    indicator = try row.value("indicator")
    indicatorNameVi = try row.value("indicator_name_vi")
    indicatorNameEn = try row.value("indicator_name_en")
    decimals = try row.value("decimals")
    unit = try row.value("unit")
    level = try row.value("level")
    fromPeriod = try row.value("from_period")
    toPeriod = try row.value("to_period")
    fromValue = try row.value("from_value")
    toValue = try row.value("to_value")
    fromRank = try row.value("from_rank")
    fromRankOf = try row.value("from_rank_of")
    isFromTied = try row.value("from_rank_tied")
    toRank = try row.value("to_rank")
    toRankOf = try row.value("to_rank_of")
    isToTied = try row.value("to_rank_tied")
    moved = try row.value("moved")
    percentileChange = try row.value("percentile_change")
    change = try row.value("change")
    breakKind = try row.value("break")
    rankSource = try row.value("rank_source")
    source = try row.value("source")
  }
}

extension Session {
  /// Asks which provinces moved between two years.
  ///
  /// - Parameters:
  ///   - selection: indicators, levels and clocks; places and years are not used.
  ///   - first: the first year.
  ///   - last: the last year.
  ///   - region: id of a region; nil for the whole country.
  /// - Returns: one row per province, indicator and level that is ranked in both years, those that
  ///   gained most first.
  /// - Throws: `PostgresError`.
  public mutating func movers(
    _ selection: Selection, from first: Int, to last: Int, region: String?
  ) throws -> [MoverRow] {
    try connection.query(
      Statement(.listMovers),
      [
        selection.indicatorsParameter, .int32(Int32(clamping: first)),
        .int32(Int32(clamping: last)),
        .optionalText(region), selection.levelsParameter, selection.asOfParameter,
        selection.publishedByParameter, .bool(selection.acrossBreaks),
      ]
    ).map { row in try MoverRow(row) }
  }
}

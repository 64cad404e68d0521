// A part of an index of one place beside all provinces: the row of mart.components.

import IndicatorModel
import LibPQ
import WarehouseSQL

/// A part of an index beside the median of all provinces; a row of `mart.components`.
public struct ComponentRow: Sendable, Hashable {
  /// Code of the index.
  public let index: String
  /// Code of the part.
  public let indicator: String
  /// Name of the part in Vietnamese.
  public let indicatorNameVi: String
  /// Name of the part in English.
  public let indicatorNameEn: String
  /// Digits after the mark that people see.
  public let decimals: Int
  /// First day of the period, ISO.
  public let period: String
  /// Set of provinces.
  public let geography: String
  /// The figure, in `unit`.
  public let value: Double
  /// Unit of the value.
  public let unit: String?
  /// Rank, 1 is best.
  public let rank: Int?
  /// Number of places ranked.
  public let rankOf: Int?
  /// Whether another place has the same rank.
  public let isTied: Bool
  /// Median of all provinces; nil where one is missing.
  public let median: Double?
  /// The best of all provinces; nil where one is missing.
  public let best: Double?
  /// Distance to the median in `unit`; positive is better.
  public let gap: Double?
  /// Who says so.
  public let source: String?

  init(_ row: borrowing Row) throws {
    index = try row.value("index")
    indicator = try row.value("indicator")
    indicatorNameVi = try row.value("indicator_name_vi")
    indicatorNameEn = try row.value("indicator_name_en")
    decimals = try row.value("decimals")
    period = try row.value("period")
    geography = try row.value("geography")
    value = try row.value("value")
    unit = try row.value("unit")
    rank = try row.value("rank")
    rankOf = try row.value("rank_of")
    isTied = try row.value("rank_tied")
    median = try row.value("median")
    best = try row.value("best")
    gap = try row.value("gap")
    source = try row.value("source")
  }
}

extension Session {
  /// The parts of the five indices of a place.
  ///
  /// - Parameters:
  ///   - place: its id.
  ///   - lastYear: no later year; nil to the last.
  ///   - selection: the clocks; nothing else is used.
  /// - Returns: by index, the strongest part first.
  /// - Throws: `PostgresError`.
  public mutating func components(
    of place: String, until lastYear: Int?, _ selection: Selection
  ) throws -> [ComponentRow] {
    try connection.query(
      Statement(.listComponents),
      [
        .text(place), .optionalInt32(lastYear.map(Int32.init(clamping:))),
        selection.asOfParameter, selection.publishedByParameter,
      ]
    ).map { row in try ComponentRow(row) }
  }
}

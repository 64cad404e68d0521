// What all provinces together say of an indicator: the row of mart.summary.

import LibPQ
import WarehouseSQL

/// Mean, median and best of the country or of a region; a row of `mart.summary`.
public struct SummaryRow: Sendable, Hashable {
  /// Code of the indicator.
  public let indicator: String
  /// Cut by administrative level; empty for none.
  public let level: String
  /// A, Q or M.
  public let freq: String
  /// First day of the period, ISO.
  public let period: String
  /// Set of provinces.
  public let geography: String
  /// Id of the region; nil for the whole country.
  public let region: String?
  /// Name of the region in Vietnamese.
  public let regionNameVi: String?
  /// Name of the region in English.
  public let regionNameEn: String?
  /// How many provinces are known.
  public let places: Int
  /// How many there should be; nil where nobody says so.
  public let placesOf: Int?
  /// Plain mean, in the indicator's unit; nil where provinces are missing.
  public let mean: Double?
  /// Median; nil where provinces are missing.
  public let median: Double?
  /// Best value; nil where provinces are missing or no direction is better.
  public let best: Double?
  /// Id of the province with the best value, the first where several have it.
  public let bestPlace: String?
  /// Its name in Vietnamese.
  public let bestNameVi: String?
  /// Its name in English.
  public let bestNameEn: String?

  init(_ row: borrowing Row) throws {
    indicator = try row.value("indicator")
    level = try row.value("level")
    freq = try row.value("freq")
    period = try row.value("period")
    geography = try row.value("geography")
    region = try row.value("region")
    regionNameVi = try row.value("region_name_vi")
    regionNameEn = try row.value("region_name_en")
    places = try row.value("places")
    placesOf = try row.value("places_of")
    mean = try row.value("mean")
    median = try row.value("median")
    best = try row.value("best")
    bestPlace = try row.value("best_place")
    bestNameVi = try row.value("best_name_vi")
    bestNameEn = try row.value("best_name_en")
  }
}

extension Session {
  /// What all provinces together say of indicators.
  ///
  /// - Parameter selection: indicators, years, levels, clocks and boundaries; places are not used.
  /// - Returns: one row per indicator, level, period, geography, and region; the country has none.
  /// - Throws: `PostgresError`.
  public mutating func summary(_ selection: Selection) throws -> [SummaryRow] {
    let rows = try connection.query(
      Statement(.listSummary),
      [
        selection.indicatorsParameter, selection.firstYearParameter, selection.lastYearParameter,
        selection.levelsParameter, selection.asOfParameter, selection.publishedByParameter,
        selection.boundariesParameter,
      ])
    return try rows.map { row in try SummaryRow(row) }.filter {
      selection.contains(period: $0.period)
    }
  }
}

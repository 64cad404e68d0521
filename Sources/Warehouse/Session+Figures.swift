// The questions about figures: trend, comparison, ranking.

import LibPQ
import WarehouseSQL

extension Session {
  /// Asks for figures of places over periods.
  ///
  /// - Parameter selection: what the question is about.
  /// - Returns: one row per place, indicator, level, period and geography, ascending in time; missing
  ///   years are absent, not zero.
  /// - Throws: `PostgresError`.
  public mutating func trend(_ selection: Selection) throws -> [FigureRow] {
    try figures(.listTrend, selection)
  }

  /// Asks for figures of places side by side.
  ///
  /// - Parameter selection: what the question is about; without years each indicator stands in the last
  ///   period in which every place has a value or a rank.
  /// - Returns: one row per indicator, period and place.
  /// - Throws: `PostgresError`.
  public mutating func comparison(_ selection: Selection) throws -> [FigureRow] {
    try figures(.listComparison, selection)
  }

  /// Asks for all provinces on indicators in one year, the best first.
  ///
  /// - Parameters:
  ///   - selection: indicators, levels and clocks; places and years are not used.
  ///   - year: the year; nil for the last one with a figure.
  ///   - region: id of a region; nil for the whole country.
  /// - Returns: one row per province, indicator, level and geography.
  /// - Throws: `PostgresError`.
  public mutating func ranking(
    _ selection: Selection, year: Int?, region: String?
  ) throws -> [FigureRow] {
    let rows = try connection.query(
      Statement(.listRanking),
      [
        selection.indicatorsParameter, .optionalInt32(year.map(Int32.init(clamping:))),
        .optionalText(region), selection.levelsParameter, selection.asOfParameter,
        selection.publishedByParameter, .bool(selection.acrossBreaks),
        selection.boundariesParameter,
      ])
    return try rows.map { row in try FigureRow(row) }
  }

  private mutating func figures(
    _ file: SQLFile, _ selection: Selection
  ) throws -> [FigureRow] {
    let rows = try connection.query(
      Statement(file),
      [
        selection.placesParameter, selection.indicatorsParameter, selection.firstYearParameter,
        selection.lastYearParameter, selection.levelsParameter, selection.asOfParameter,
        selection.publishedByParameter, .bool(selection.acrossBreaks),
        selection.boundariesParameter,
      ])
    let all = try rows.map { row in try FigureRow(row) }
    return all.filter { selection.contains(period: $0.period) }
  }
}

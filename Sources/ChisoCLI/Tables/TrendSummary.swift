// What a trend comes to, a line for each series: how it went, best, worst, mean change a year.

import RowRendering
import Warehouse

/// Lines below a trend.
enum TrendSummary {
  /// More series are a table of their own.
  private static let most = 12

  /// The lines; none where there are many series, or of those with fewer than three figures.
  ///
  /// - Parameters:
  ///   - rows: figures, ascending in time within each series.
  ///   - groups: ids of places that were asked for by one word, which are one series.
  /// - Returns: the lines, in the order of the rows.
  static func lines(_ rows: [FigureRow], groups: [[String]]) -> [String] {
    var series: [[FigureRow]] = []
    var positions: [String: Int] = [:]
    for row in rows where row.value != nil && row.freq == "A" {
      let group = groups.firstIndex { $0.contains(row.place) }
      let key = "\(row.indicator) \(row.level) \(group.map(String.init) ?? row.place)"
      if let position = positions[key] {
        series[position].append(row)
      } else {
        positions[key] = series.count
        series.append([row])
      }
    }
    let told = series.filter { $0.count >= 3 }
    guard told.count <= most else { return [] }
    return told.map(line)
  }

  private static func line(_ rows: [FigureRow]) -> String {
    let last = rows[rows.count - 1]
    let start = rows.lastIndex(where: isBreak) ?? 0
    let stretch = rows[start...]
    func said(_ value: Double?, _ decimals: Int) -> String {
      guard let value else { return "–" }
      let year = stretch.first { $0.value == value }.map(year) ?? "–"
      return number(value, decimals) + " (\(year))"
    }
    let points = rows.map {
      Sparkline.Point(year: Int(year($0)) ?? 0, value: $0.value ?? .nan, isBreak: isBreak($0))
    }
    let mean = last.meanChange.map { ($0 > 0 ? "+" : "") + number($0, last.decimals) } ?? "–"
    return Notice.trendSummary.filled([
      "\(FigureTable.placeName(last)), \(FigureTable.indicatorName(last))", Sparkline.text(points),
      said(last.best, last.decimals), said(last.worst, last.decimals), mean, year(rows[start]),
    ])
  }

  private static func isBreak(_ row: FigureRow) -> Bool {
    row.breakKind?.hasPrefix("method") == true
  }

  private static func year(_ row: FigureRow) -> String { String(row.period.prefix(4)) }

  private static func number(_ value: Double, _ decimals: Int) -> String {
    formatted(value, decimals: decimals, decimalMark: Language.current.decimalMark)
  }
}

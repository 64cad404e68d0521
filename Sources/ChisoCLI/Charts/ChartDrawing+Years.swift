// Charts over the years: values and ranks.

import Charts
import RowRendering
import Warehouse

extension ChartDrawing {
  /// Values over the years, a panel for each indicator.
  func line(_ rows: [FigureRow], _ targets: [TargetRow], _ sources: [SourceRow]) -> LineChart {
    let rows = ofOneFrequency(rows).filter { $0.value != nil }
    let series = Dictionary(grouping: rows) { Key(indicator: $0.indicator, name: name($0)) }
    var names: [String] = []
    var indicators: [String] = []
    for row in rows.sorted(by: { order($0) < order($1) }) where !names.contains(name(row)) {
      names.append(name(row))
    }
    for row in rows where !indicators.contains(row.indicator) { indicators.append(row.indicator) }
    let panels = indicators.map { indicator -> LineChart.Panel in
      let own = rows.filter { $0.indicator == indicator }
      let drawn = names.compactMap { name in
        series[Key(indicator: indicator, name: name)].map {
          self.series(name, $0, newest: own.map(\.period).max())
        }
      }
      let unit = own.first?.unit
      return LineChart.Panel(
        title: indicators.count > 1 ? own.first.map(heading) ?? "" : "",
        series: drawn,
        targets: targets.filter { $0.indicator == indicator && $0.unit == unit }
          .compactMap { target($0, names: names) },
        breaks: notes.breaks(own, of: rows))
    }
    let places = self.names(rows)
    let isOne = indicators.count == 1
    let title =
      isOne ? "\(rows.first.map { self.title(of: $0) } ?? ""): \(places)" : places
    let unit = isOne ? rows.first.flatMap { Word.of($0.unit) } : nil
    let subtitle = [unit, period(rows)].compactMap(\.self).joined(separator: ", ")
    let hasTargets = panels.contains { !$0.targets.isEmpty }
    let told = panels.flatMap { panel in
      panel.series.map { series in
        let head = panel.title.isEmpty ? "" : "\(panel.title), "
        return "\(head)\(series.points.first?.words ?? ""); \(series.points.last?.words ?? "")"
      }
    }
    return LineChart(
      frame: frame(
        title, subtitle,
        marks: (hasTargets ? [ChartMessage.targetLine()] : [])
          + (panels.contains { $0.series.contains { $0.points.contains(where: \.isMade) } }
            ? [ChartMessage.hollow()] : []),
        notes: notes.explanations(rows)
          + notes.provenance(rows, sources, selection, showsValues: false, showsRanks: false),
        alternative: "\(title). \(told.joined(separator: ". "))"),
      panels: panels, names: names)
  }

  /// Ranks over the years: places asked for in colour, all others grey.
  func bump(_ rows: [FigureRow], _ sources: [SourceRow]) -> BumpChart {
    let rows = rows.filter { $0.freq == "A" && $0.rank != nil }
    func series(_ name: String, _ rows: [FigureRow]) -> BumpChart.Series {
      var points: [BumpChart.Point] = []
      var last: FigureRow?
      for row in rows.sorted(by: { ($0.period, $1.geography) < ($1.period, $0.geography) }) {
        // Of two lists of one year the one of former provinces comes first; a year has one rank.
        if row.period == last?.period { continue }
        let isAmongOthers = last.map { $0.geography != row.geography } ?? false
        points.append(
          BumpChart.Point(
            year: Int(row.period.prefix(4)) ?? 0, rank: row.rank ?? 0, words: notes.words(row),
            startsAnew: ChartNotes.startsAnew(row) || isAmongOthers))
        last = row
      }
      return BumpChart.Series(name: name, points: points)
    }
    let own = rows.filter { group(of: $0.place) != nil }
    let named = Dictionary(grouping: own, by: name)
    var names: [String] = []
    for row in own.sorted(by: { order($0) < order($1) }) where !names.contains(name(row)) {
      names.append(name(row))
    }
    let others = Dictionary(grouping: rows.filter { group(of: $0.place) == nil }) {
      "\(FigureTable.placeName($0))\($0.level)"
    }
    let chosen = names.map { series($0, named[$0] ?? []) }
    let title = rows.first.map { "\(self.title(of: $0)): \(ChartMessage.ranks())" } ?? ""
    let told = chosen.compactMap { series in
      series.points.first.flatMap { first in
        series.points.last.map { "\(first.words); \($0.words)" }
      }
    }
    let all = others.values.flatMap(\.self).count
    return BumpChart(
      frame: frame(
        "\(title), \(self.names(own))",
        ChartMessage.bestAtTop(period(rows)),
        marks: all > 0 ? [ChartMessage.othersGrey()] : [],
        notes: notes.explanations(own)
          + notes.provenance(rows, sources, selection, showsValues: false),
        alternative: "\(title). \(told.joined(separator: ". "))"),
      chosen: chosen, others: others.sorted { $0.key < $1.key }.map { series($0.key, $0.value) },
      breaks: notes.breaks(own, of: own))
  }

  // MARK: - Pieces

  private struct Key: Hashable {
    let indicator: String
    let name: String
  }

  /// Name of a series: the place as it is called last, with the level.
  private func name(_ row: FigureRow) -> String {
    let level = row.level.isEmpty ? "" : " (\(Word.of(row.level) ?? row.level))"
    return FigureTable.placeName(row) + level
  }

  private func order(_ row: FigureRow) -> Int { group(of: row.place) ?? groups.count }

  private func heading(_ row: FigureRow) -> String {
    let name = FigureTable.indicatorName(row)
    return Word.of(row.unit).map { "\(name), \($0)" } ?? name
  }

  private func series(
    _ name: String, _ rows: [FigureRow], newest: String?
  ) -> LineChart.Series {
    var last: FigureRow?
    let points = rows.sorted { ($0.period, $1.geography) < ($1.period, $0.geography) }
      .compactMap { row -> LineChart.Point? in
        defer { last = row }
        // Of two figures of one year, before and after a merger, both stand at the year; none leads on.
        let isOther = last.map { $0.geography != row.geography && $0.place != row.place } ?? false
        return LineChart.Point(
          time: ChartNotes.time(row), value: row.value ?? 0, words: notes.words(row),
          startsAnew: ChartNotes.startsAnew(row) || isOther,
          isMade: row.isDerived || row.carriedFrom != nil || row.flags.contains("E"))
      }
    let step =
      switch rows.first?.freq {
      case "Q": 0.25
      case "M": 1.0 / 12
      default: 1.0
      }
    let value = last.flatMap { row in row.value.map { notes.number($0, row.decimals) } } ?? ""
    // A line that ends before the others says when.
    let label =
      last?.period == newest ? value : "\(value) (\(last.map { FigureTable.period($0) } ?? ""))"
    return LineChart.Series(name: name, points: points, step: step, last: label)
  }

  /// A target as a line; nil for changes, ranks and what names no year.
  private func target(_ row: TargetRow, names: [String]) -> LineChart.Target? {
    guard row.measure == "level", row.unit != "rank", let value = row.value,
      let last = row.periodEnd
    else { return nil }
    let place = Language.current == .vi ? row.placeNameVi : row.placeNameEn
    let level = row.level.isEmpty || row.level == "province" ? "" : row.level
    let name = level.isEmpty ? place : "\(place) (\(Word.of(level) ?? level))"
    guard names.contains(name) else { return nil }
    let first = min(row.periodStart ?? last, last)
    let signs = TargetTable.signs(
      comparator: row.comparator, value: row.value, valueHigh: row.valueHigh, unit: row.unit,
      measure: row.measure, group: row.group)
    return LineChart.Target(
      name: name, years: first...last, value: value,
      words: "\(signs) (\(last))")
  }
}

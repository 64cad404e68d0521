// Charts over the years: values and ranks.

import Charts
import RowRendering
import Warehouse

extension ChartDrawing {
  /// Values over the years, a panel for each indicator.
  func line(_ rows: [FigureRow], _ targets: [TargetRow], _ sources: [SourceRow]) -> LineChart {
    let rows = ofOneFrequency(rows).filter { $0.value != nil }
    let last = lastNames(rows)
    func name(_ row: FigureRow) -> String { self.name(row, last) }
    let breaks = ChartBreaks(rows, among: rows)
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
        series[Key(indicator: indicator, name: name)].map { self.series(name, $0) }
      }
      let unit = own.first?.unit
      return LineChart.Panel(
        title: indicators.count > 1 ? own.first.map(heading) ?? "" : "",
        series: drawn,
        targets: targets.filter { $0.indicator == indicator && $0.unit == unit }
          .compactMap { target($0, names: names) },
        breaks: breaks.of(indicator))
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
        notes: breaks.explanations + without(rows)
          + notes.provenance(rows, sources, selection, showsValues: false, showsRanks: false),
        alternative: "\(title). \(told.joined(separator: ". "))"),
      panels: panels, names: names)
  }

  /// Ranks over the years: places asked for in colour, all others grey.
  func bump(_ rows: [FigureRow], _ sources: [SourceRow]) -> BumpChart {
    let (rows, otherLists) = oneListAYear(rows.filter { $0.freq == "A" && $0.rank != nil })
    let last = lastNames(rows)
    func name(_ row: FigureRow) -> String { self.name(row, last) }
    func series(_ name: String, _ rows: [FigureRow]) -> BumpChart.Series {
      var points: [BumpChart.Point] = []
      var geography: String?
      for row in rows.sorted(by: { $0.period < $1.period }) {
        let isAmongOthers = geography.map { $0 != row.geography } ?? false
        points.append(
          BumpChart.Point(
            year: Int(row.period.prefix(4)) ?? 0, rank: row.rank ?? 0, words: notes.words(row),
            startsAnew: ChartNotes.startsAnew(row) || isAmongOthers))
        geography = row.geography
      }
      return BumpChart.Series(name: name, points: points)
    }
    let own = rows.filter { group(of: $0.place) != nil }
    let breaks = ChartBreaks(own, among: rows)
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
    return BumpChart(
      frame: frame(
        "\(title), \(self.names(own))", ChartMessage.bestAtTop(period(rows)),
        marks: others.isEmpty ? [] : [ChartMessage.othersGrey()],
        notes: breaks.explanations + otherLists + without(own)
          + notes.provenance(rows, sources, selection, showsValues: false),
        alternative: "\(title). \(told.joined(separator: ". "))"),
      chosen: chosen, others: others.sorted { $0.key < $1.key }.map { series($0.key, $0.value) },
      breaks: rows.first.map { breaks.of($0.indicator) } ?? [])
  }

  /// Of two lists of one year, of before and after a merger, the one of which more is known; and which were
  /// left out.
  private func oneListAYear(_ rows: [FigureRow]) -> (rows: [FigureRow], leftOut: [String]) {
    var kept: [FigureRow] = []
    var leftOut: [String] = []
    for (period, ofYear) in Dictionary(grouping: rows, by: \.period).sorted(by: { $0.key < $1.key })
    {
      let lists = Dictionary(grouping: ofYear, by: \.geography)
      guard let most = lists.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }) else {
        continue
      }
      kept += most.value
      for geography in lists.keys.sorted() where geography != most.key {
        leftOut.append(
          ChartMessage.otherList(
            String(period.prefix(4)), String(most.key.dropFirst(3)), String(geography.dropFirst(3)))
        )
      }
    }
    return (kept, leftOut)
  }

  // MARK: - Pieces

  private struct Key: Hashable {
    let indicator: String
    let name: String
  }

  /// Names of the places asked for, each as it is called last.
  private func lastNames(_ rows: [FigureRow]) -> [Int: String] {
    var last: [Int: FigureRow] = [:]
    for row in rows {
      guard let group = group(of: row.place), row.period >= last[group]?.period ?? "" else {
        continue
      }
      last[group] = row
    }
    return last.mapValues(FigureTable.placeName)
  }

  /// Name of a series: the place as it is called last, with the level.
  private func name(_ row: FigureRow, _ last: [Int: String]) -> String {
    let level = row.level.isEmpty ? "" : " (\(Word.of(row.level) ?? row.level))"
    return (group(of: row.place).flatMap { last[$0] } ?? FigureTable.placeName(row)) + level
  }

  private func order(_ row: FigureRow) -> Int { group(of: row.place) ?? groups.count }

  private func heading(_ row: FigureRow) -> String {
    let name = FigureTable.indicatorName(row)
    return Word.of(row.unit).map { "\(name), \($0)" } ?? name
  }

  private func series(_ name: String, _ rows: [FigureRow]) -> LineChart.Series {
    var last: FigureRow?
    let points = rows.sorted { ($0.period, $1.geography) < ($1.period, $0.geography) }
      .map { row -> LineChart.Point in
        defer { last = row }
        // Of two figures of one year, before and after a merger, both stand at the year; none leads on.
        let isOther = last.map { $0.geography != row.geography && $0.place != row.place } ?? false
        return LineChart.Point(
          time: ChartNotes.time(row), value: row.value ?? 0, words: notes.words(row),
          startsAnew: ChartNotes.startsAnew(row) || isOther,
          isMade: row.isDerived || row.carriedFrom != nil || row.flags.contains("E"))
      }
    return LineChart.Series(
      name: name, points: points, step: rows.first.map(ChartNotes.step) ?? 1,
      last: last?.value.map { notes.number($0, last?.decimals ?? 2) } ?? "",
      lastPeriod: last.map { FigureTable.period($0) } ?? "")
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

// Charts of many indicators: parts of an index over the years, indicators of places, a profile, targets.

import Charts
import RowRendering
import Warehouse

extension ChartDrawing {
  private var ends: (worst: String, best: String) {
    (ChartMessage.lastRank(), ChartMessage.firstRank())
  }

  /// Indicators of one place over the years.
  func heatmapOfYears(_ rows: [FigureRow], _ sources: [SourceRow]) -> HeatmapChart {
    let rows = rows.filter { $0.freq == "A" && ($0.value != nil || $0.rank != nil) }
    let unit = Self.unit(rows)
    let names = distinct(rows.map { name($0, unit) })
    // The first figure of a row differs from nothing.
    let first = rows.reduce(into: [String: String]()) { first, row in
      first[row.indicator] = min(first[row.indicator] ?? row.period, row.period)
    }
    let years = Set(rows.map { String($0.period.prefix(4)) }).sorted()
    let all =
      years.first.flatMap(Int.init).flatMap { first in
        years.last.flatMap(Int.init).map { (first...$0).map(String.init) }
      } ?? []
    let cells = rows.compactMap { row -> HeatmapChart.Cell? in
      guard let line = names.firstIndex(of: name(row, unit)),
        let column = all.firstIndex(of: String(row.period.prefix(4)))
      else { return nil }
      let mark: HeatmapChart.Mark? =
        first[row.indicator] == row.period
        ? nil
        : ChartNotes.startsAnew(row) ? .broken : row.breakKind == nil ? nil : .partly
      return cell(row, row: line, column: column, mark: mark)
    }
    let place = self.names(rows)
    let marks = Set(cells.compactMap(\.mark))
    return HeatmapChart(
      frame: frame(
        ChartMessage.partsOf(place),
        Self.unit(rows).map { "\(period(rows)), \($0)" } ?? period(rows),
        marks: [ChartMessage.coloursOfRanks()]
          + (marks.contains(.broken) ? [ChartMessage.barIsBreak()] : [])
          + (marks.contains(.partly) ? [ChartMessage.thinBarIsPartly()] : []),
        notes: without(rows) + notes.provenance(rows, sources, selection),
        alternative: ChartMessage.partsOf(place)),
      rows: names, columns: all, cells: cells, ends: ends)
  }

  /// Indicators of places: those that are fewer stand side by side.
  func heatmapOfPlaces(_ rows: [FigureRow], _ sources: [SourceRow]) -> HeatmapChart {
    let rows = rows.filter { $0.value != nil || $0.rank != nil }
    let unit = Self.unit(rows)
    // Of two lists of one year, of before and after a merger, each is named.
    let lists = Dictionary(grouping: rows) { "\($0.indicator)\($0.period)" }
      .mapValues { Set($0.map(\.geography)).count }
    func head(_ row: FigureRow) -> String {
      let isOne = lists["\(row.indicator)\(row.period)"] == 1
      return "\(name(row, unit)), \(FigureTable.period(row))" + (isOne ? "" : " (\(row.geography))")
    }
    let indicators = distinct(rows.map(head))
    let places = distinct(rows.map(FigureTable.placeName))
    let isWide = places.count <= 10
    let cells = rows.compactMap { row -> HeatmapChart.Cell? in
      guard let indicator = indicators.firstIndex(of: head(row)),
        let place = places.firstIndex(of: FigureTable.placeName(row))
      else { return nil }
      return cell(
        row, row: isWide ? indicator : place, column: isWide ? place : indicator, mark: nil)
    }
    let title =
      isWide ? places.joined(separator: ", ") : ChartMessage.provinces(String(places.count))
    return HeatmapChart(
      frame: frame(
        ChartMessage.indicatorsOf(title), Self.unit(rows) ?? "",
        marks: [ChartMessage.coloursOfRanks()], notes: notes.provenance(rows, sources, selection),
        alternative: ChartMessage.indicatorsOf(title)),
      rows: isWide ? indicators : places, columns: isWide ? places : indicators, cells: cells,
      ends: ends)
  }

  private func cell(
    _ row: FigureRow, row line: Int, column: Int, mark: HeatmapChart.Mark?
  ) -> HeatmapChart.Cell {
    HeatmapChart.Cell(
      row: line, column: column,
      label: row.value.map { notes.number($0, row.decimals) } ?? notes.rank(row) ?? "",
      worth: row.percentile, words: notes.words(row), mark: mark)
  }

  /// The unit of all figures; nil where they differ.
  private static func unit(_ rows: [FigureRow]) -> String? {
    let units = Set(rows.compactMap(\.unit))
    return units.count == 1 ? Word.of(units.first) : nil
  }

  private func name(_ row: FigureRow, _ unit: String? = nil) -> String {
    [FigureTable.indicatorName(row), unit == nil ? Word.of(row.unit) : nil].compactMap(\.self)
      .joined(separator: ", ")
  }

  private func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  // MARK: - Profile

  /// Parts of indices of a place beside all provinces.
  func profile(_ parts: [ComponentRow], of place: String, _ sources: [SourceRow]) -> ProfileChart {
    let panels = distinct(parts.map(\.index)).map { index in
      let own = parts.filter { $0.index == index }
      let unit = Word.of(own.first?.unit).map { ", \($0)" } ?? ""
      let year = own.first.map { String($0.period.prefix(4)) } ?? ""
      return ProfileChart.Panel(
        title: "\(Word.of(index) ?? index) \(year)\(unit)", parts: own.map(part))
    }
    let missing = parts.contains { $0.median == nil }
    let told = panels.compactMap { panel in
      panel.parts.first.flatMap { first in
        panel.parts.last.map { "\(panel.title): \(first.words); \($0.words)" }
      }
    }
    let editions = panels.map(\.title).joined(separator: "; ")
    return ProfileChart(
      frame: frame(
        ChartMessage.profileOf(place), editions,
        notes: (missing ? [ChartMessage.someNotKnown()] : [])
          + [
            ChartMessage.editions(
              notes.editions(
                parts.map {
                  (
                    index: $0.index, period: $0.period,
                    count: $0.rankOf ?? Int($0.geography.drop { $0 != "-" }.dropFirst())
                  )
                }))
          ] + notes.sources(sources),
        alternative: "\(ChartMessage.profileOf(place)). \(told.joined(separator: ". "))"),
      panels: panels,
      legend: ProfileChart.Legend(
        above: ChartMessage.aboveMedian(), below: ChartMessage.belowMedian(),
        equal: ChartMessage.atMedian(), unknown: ChartMessage.medianNotKnown(),
        median: Heading.median(), best: Heading.best()))
  }

  private func part(_ row: ComponentRow) -> ProfileChart.Part {
    let name = Language.current == .vi ? row.indicatorNameVi : row.indicatorNameEn
    let value = notes.number(row.value, row.decimals)
    let gap = row.gap.map { ($0 > 0 ? "+" : "") + notes.number($0, row.decimals) }
    let rank = row.rank.map { "\($0)\(row.isTied ? "=" : "")\(row.rankOf.map { "/\($0)" } ?? "")" }
    var words = "\(name): \(value)"
    if let median = row.median {
      words += "; \(Heading.median()) \(notes.number(median, row.decimals))"
    }
    if let best = row.best { words += "; \(Heading.best()) \(notes.number(best, row.decimals))" }
    if let rank { words += "; \(ChartMessage.rankOf(rank))" }
    return ProfileChart.Part(
      name: printable(name), value: row.value, median: row.median, best: row.best,
      // What prints as 0 is neither above nor below.
      gap: row.gap.map { Self.isSeen($0, row.decimals) ? $0 : 0 },
      label: gap.map { "\(value) (\($0))" } ?? value, words: printable(words))
  }

  /// Whether a distance is seen in figures as printed.
  static func isSeen(_ gap: Double, _ decimals: Int) -> Bool {
    formatted(gap, decimals: decimals, decimalMark: ".").contains { ("1"..."9").contains($0) }
  }

  // MARK: - Targets

  /// Targets of which a result is known, beside it; `count` is how many there are in all.
  func bullet(
    _ known: [ProgressRow], of count: Int, title: String, _ sources: [SourceRow]
  ) -> BulletChart {
    let isOne = Set(known.map(\.place)).count == 1
    let rows = known.map { bulletRow($0, namesPlace: !isOne) }
    return BulletChart(
      frame: frame(
        ChartMessage.targetsOf(title),
        ChartMessage.targetsKnown(String(known.count), String(count)),
        marks: [ChartMessage.bulletMarks()],
        notes: (known.contains { [$0.latestSource, $0.baseSource].contains("computed") }
          ? [ChartMessage.ranksMade()] : []) + editions(known) + notes.sources(sources),
        alternative: "\(ChartMessage.targetsOf(title)). "
          + rows.map(\.words).joined(separator: ". ")),
      rows: rows)
  }

  /// Editions of the indices among results.
  private func editions(_ rows: [ProgressRow]) -> [String] {
    let figures = rows.flatMap { row in
      [(row.basePeriod, row.baseRankOf), (row.latestPeriod, row.latestRankOf)]
        .compactMap { period, count in
          period.map {
            (index: String(row.indicator.prefix { $0 != "." }), period: $0, count: count)
          }
        }
    }.filter { FigureQuestion.indices.contains($0.index) }
    return figures.isEmpty ? [] : [ChartMessage.editions(notes.editions(figures))]
  }

  private func bulletRow(_ row: ProgressRow, namesPlace: Bool) -> BulletChart.Row {
    let isRank = row.unit == "rank"
    let reach =
      row.unit == "percent"
      ? 100
      : max(
        (row.wanted ?? 0).magnitude, (row.latestValue ?? 0).magnitude,
        (row.baseValue ?? 0).magnitude, 1e-9) * 1.15
    // A rank stands as high as the share of places that it leaves behind.
    func share(_ value: Double?, _ rankOf: Int?) -> Double? {
      value.map { value in
        let share =
          isRank
          ? rankOf.map { of in of > 1 ? (Double(of) - value) / Double(of - 1) : 0 } ?? 0
          : value / reach
        return min(max(share, 0), 1)
      }
    }
    let table = ProgressTable(method: .linear)
    let subject = TargetTable.subject(
      row.subject, nameEn: row.indicatorNameEn, indicator: row.indicator, level: row.level)
    let place = Language.current == .vi ? row.placeNameVi : row.placeNameEn
    let signs = TargetTable.signs(
      comparator: row.comparator, value: row.target, valueHigh: row.targetHigh, unit: row.unit,
      measure: row.measure, group: row.group)
    let result = table.latest(row) ?? "–"
    let verdict = ProgressTable.standing(row)
    let due = row.periodEnd.map { " (\($0))" } ?? ""
    let label = "\(result) → \(signs)\(due): \(verdict)"
    return BulletChart.Row(
      name: printable(namesPlace ? "\(place): \(subject)" : subject),
      base: share(row.baseValue, row.baseRankOf),
      latest: row.verdict == "no_data" ? nil : share(row.latestValue, row.latestRankOf),
      target: share(row.wanted ?? row.target, row.targetRankOf) ?? 0, label: printable(label),
      words: printable("\(place), \(subject): \(label)"),
      verdict: BulletChart.Verdict(words: verdict, rank: Self.standing(row.verdict)))
  }

  /// 0 reached or on the way, 1 too slow, 2 missed or going the wrong way, 3 not known.
  static func standing(_ verdict: String) -> Int {
    switch verdict {
    case "met", "on_track": 0
    case "off_track": 1
    case "missed", "moving_away": 2
    default: 3
    }
  }
}

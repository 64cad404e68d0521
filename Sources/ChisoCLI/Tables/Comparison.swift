// The cells of a comparison, made of figures and of what all provinces together say.

import RowRendering
import Warehouse

/// What `chiso compare` compares.
struct Comparison {
  /// Figures, by indicator and period.
  let figures: [FigureRow]
  /// Ids of places, one group for each name that was asked for.
  let groups: [[String]]
  /// What all provinces together say, of the country and of the regions of the places.
  let summary: [SummaryRow]
  let additions: [Addition]
  let boundaries: Boundaries

  /// Everything as cells.
  var cells: [ComparisonCell] {
    let indicators = Self.order(figures.map(Self.indicatorKey))
    let years = Self.order(
      figures.map { Self.YearKey(period: $0.period, geography: $0.geography) }.sorted())
    let ambiguous = ambiguousPeriods
    func year(_ row: FigureRow) -> ComparisonCell.Mark {
      let period = FigureTable.period(row)
      let key = ambiguous.contains(row.period) ? "\(period) \(row.geography)" : period
      return ComparisonCell.Mark(
        order: years[.init(period: row.period, geography: row.geography)] ?? 0, key: key,
        label: period)
    }
    let names = groups.indices.map(name(ofGroup:))
    let said = Dictionary(grouping: summary, by: Place.init)
    var cells: [ComparisonCell] = []
    var summarised: Set<Place> = []
    for row in figures {
      guard let group = groups.firstIndex(where: { $0.contains(row.place) }) else { continue }
      let indicator = ComparisonCell.Mark(
        order: indicators[Self.indicatorKey(row)] ?? 0, key: Self.indicatorKey(row),
        label: FigureTable.indicatorName(row))
      cells.append(
        ComparisonCell(
          place: .init(
            order: group, key: groups[group].joined(separator: "+"), label: names[group]),
          indicator: indicator, year: year(row), unit: row.unit, decimals: row.decimals,
          value: row.value, group: row.group, rank: row.rank, rankOf: row.rankOf,
          isTied: row.isTied, percentile: row.percentile,
          remarks: (FigureTable.remarks(row) ?? "").split(separator: ";")
            .map { String($0.drop { $0 == " " }) }, isSummary: false))
      let place = Place(row, boundaries)
      guard summarised.insert(place).inserted else { continue }
      for told in said[place] ?? [] {
        cells += additions.compactMap { cell($0, told, row, indicator, year(row)) }
      }
    }
    return cells
  }

  /// What is added, for machines, with the unit of its indicator.
  var added: [(row: SummaryRow, addition: Addition, unit: String?)] {
    let units = Dictionary(
      figures.map { (Place($0, boundaries), $0.unit) }, uniquingKeysWith: { first, _ in first })
    return summary.flatMap { told -> [(row: SummaryRow, addition: Addition, unit: String?)] in
      guard let unit = units[Place(told)] else { return [] }
      return additions.filter { Self.isOf($0, told) }.map { (told, $0, unit) }
    }
  }

  private static func isOf(_ addition: Addition, _ told: SummaryRow) -> Bool {
    addition != .percentile && (addition == .region) == (told.region != nil)
  }

  /// What all provinces say of a figure's indicator and period; nil where an addition is not of the row.
  private func cell(
    _ addition: Addition, _ told: SummaryRow, _ row: FigureRow, _ indicator: ComparisonCell.Mark,
    _ year: ComparisonCell.Mark
  ) -> ComparisonCell? {
    guard Self.isOf(addition, told) else { return nil }
    let value: Double? =
      switch addition {
      case .mean, .region: told.mean
      case .median: told.median
      case .best: told.best
      case .percentile: nil
      }
    var remarks: [String] = []
    if value == nil {
      remarks = [
        Notice.summaryIncomplete(String(told.places), told.placesOf.map(String.init) ?? "?")
      ]
    } else if addition == .best {
      remarks = [(Language.current == .vi ? told.bestNameVi : told.bestNameEn) ?? ""]
    }
    let region = Language.current == .vi ? told.regionNameVi : told.regionNameEn
    let heading: Heading =
      switch addition {
      case .mean, .region: .mean
      case .median: .median
      case .best: .best
      case .percentile: .percentileRank
      }
    return ComparisonCell(
      place: .init(
        order: groups.count + (Addition.allCases.firstIndex(of: addition) ?? 0),
        key: told.region.map { "\(addition.rawValue) \($0)" } ?? addition.rawValue,
        label: region.map { "\(heading()) \($0)" } ?? heading()),
      indicator: indicator, year: year, unit: row.unit, decimals: row.decimals, value: value,
      group: nil, rank: nil, rankOf: nil, isTied: false, percentile: nil, remarks: remarks,
      isSummary: true)
  }

  private func name(ofGroup group: Int) -> String {
    let row = figures.last { groups[group].contains($0.place) }
    return row.map(FigureTable.placeName) ?? groups[group][0]
  }

  // MARK: - Keys

  /// What summaries and figures have in common.
  private struct Place: Hashable {
    let indicator, level, freq, period, geography: String

    init(_ row: FigureRow, _ boundaries: Boundaries) {
      (indicator, level, freq) = (row.indicator, row.level, row.freq)
      (period, geography) = (row.period, boundaries == .today ? "vn-34" : row.geography)
    }

    init(_ row: SummaryRow) {
      (indicator, level, freq) = (row.indicator, row.level, row.freq)
      (period, geography) = (row.period, row.geography)
    }
  }

  private struct YearKey: Hashable, Comparable {
    let period, geography: String

    static func < (left: YearKey, right: YearKey) -> Bool {
      left.period == right.period
        ? left.geography > right.geography : left.period < right.period
    }
  }

  /// Periods in which an indicator is published for two sets of provinces.
  private var ambiguousPeriods: Set<String> {
    let sets = Dictionary(grouping: figures) { [Self.indicatorKey($0), $0.period] }
    return Set(
      sets.values.filter { Set($0.map(\.geography)).count > 1 }.compactMap { $0.first?.period })
  }

  private static func indicatorKey(_ row: FigureRow) -> String {
    row.level.isEmpty ? row.indicator : "\(row.indicator) \(row.level)"
  }

  private static func order<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
    var order: [Key: Int] = [:]
    for key in keys where order[key] == nil { order[key] = order.count }
    return order
  }
}

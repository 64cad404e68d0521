// Where figures do not go on as they were: at the edition that differs, and explained by number.

import Charts
import Warehouse

/// Breaks of a picture.
struct ChartBreaks {
  /// Kinds in the order of their marks.
  private static let kinds: [BreakRemark] = [.method, .partly, .unknown, .boundary]

  /// Breaks by indicator and time.
  private let found: [String: [Double: Set<BreakRemark>]]
  /// The kinds that there are; their order numbers them.
  private let shown: [BreakRemark]

  /// Finds the breaks of a picture.
  ///
  /// - Parameters:
  ///   - rows: figures of the places that are shown.
  ///   - all: figures that tell when an edition differs, where those of the places have gaps.
  init(_ rows: [FigureRow], among all: [FigureRow]) {
    var found: [String: [Double: Set<BreakRemark>]] = [:]
    // A change of territory is one of the places that are shown.
    func kinds(_ row: FigureRow, isShown: Bool) -> [BreakRemark] {
      (row.breakKind ?? "").split(separator: "+").compactMap { BreakRemark(rawValue: String($0)) }
        .filter { isShown || $0 != .boundary }
    }
    let first = rows.reduce(into: [String: Double]()) { first, row in
      first[row.indicator] = min(first[row.indicator] ?? .infinity, ChartNotes.time(row))
    }
    let places = Set(rows.map(\.place))
    var afterGaps: [(row: FigureRow, since: Double)] = []
    // When a figure follows another of the same place, it tells whether the edition differs.
    var told: [String: Set<Double>] = [:]
    let series = Dictionary(grouping: all) { "\($0.indicator) \($0.level) \($0.place)" }
    for figures in series.values {
      let sorted = figures.sorted { $0.period < $1.period }
      for (index, row) in sorted.enumerated() {
        // Before the first figure there is nothing that it could differ from.
        let time = ChartNotes.time(row)
        guard let start = first[row.indicator], time > start else { continue }
        let before = index > 0 ? ChartNotes.time(sorted[index - 1]) : start
        if index > 0, time - before < ChartNotes.step(row) * 1.5 {
          told[row.indicator, default: []].insert(time)
          for kind in kinds(row, isShown: places.contains(row.place)) {
            found[row.indicator, default: [:]][time, default: []].insert(kind)
          }
        } else if places.contains(row.place) {
          afterGaps.append((row, before))
        }
      }
    }
    // After a gap a figure tells what came in between: that stands where others tell it, else here, unless
    // others tell that nothing differs here.
    for (row, since) in afterGaps {
      let time = ChartNotes.time(row)
      for kind in kinds(row, isShown: true) {
        let isTold =
          told[row.indicator, default: []].contains(time)
          || found[row.indicator, default: [:]].contains {
            $0.key > since && $0.key <= time && $0.value.contains(kind)
          }
        if !isTold || kind == .boundary {
          found[row.indicator, default: [:]][time, default: []].insert(kind)
        }
      }
    }
    self.found = found
    let all = Set(found.values.flatMap { $0.values.flatMap(\.self) })
    shown = Self.kinds.filter(all.contains)
  }

  /// Breaks of one indicator, with their marks.
  func of(_ indicator: String) -> [Break] {
    found[indicator, default: [:]].sorted { $0.key < $1.key }.map { time, kinds in
      let numbers = shown.indices.filter { kinds.contains(shown[$0]) }.map { String($0 + 1) }
      return Break(time: time, mark: numbers.joined(separator: ","))
    }
  }

  /// What the marks mean, with the years in which they stand.
  var explanations: [String] {
    shown.enumerated().map { index, kind in
      let years = Set(
        found.values.flatMap { times in
          times.filter { $0.value.contains(kind) }.map { Int($0.key) }
        })
      return "\(index + 1) \(kind()): \(years.sorted().map(String.init).joined(separator: ", "))"
    }
  }
}

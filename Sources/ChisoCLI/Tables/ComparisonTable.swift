// Figures of places, indicators and years in the shape asked for: what stands at the head of the rows, what
// at the head of the columns.

import RowRendering
import Warehouse

/// A table of figures side by side.
struct ComparisonTable {
  private let cells: [ComparisonCell]
  private let rows: [Dimension]
  private let heads: [[ComparisonCell.Mark]]
  private let columnDimensions: [Dimension]
  /// Heads below which stands only what all provinces together say, which has no rank.
  private let summaryHeads: Set<[ComparisonCell.Mark]>
  private let showsPercentile: Bool

  /// Arranges cells.
  ///
  /// - Parameters:
  ///   - cells: the cells, in any order.
  ///   - rows: what stands at the head of the rows.
  ///   - columns: what stands at the head of the columns; together they name each dimension once.
  ///   - showsPercentile: whether percentiles of ranks are shown beside the ranks.
  init(
    _ cells: [ComparisonCell], rows: [Dimension], columns: [Dimension],
    showsPercentile: Bool = false
  ) {
    self.cells = cells
    self.rows = rows
    self.columnDimensions = columns
    self.showsPercentile = showsPercentile
    heads = Self.heads(cells, columns)
    let ranked = cells.filter { !$0.isSummary }.map { cell in columns.map { $0.mark(of: cell) } }
    summaryHeads = Set(heads).subtracting(ranked)
  }

  /// Each set of marks that cells have, in order.
  private static func heads(
    _ cells: [ComparisonCell], _ dimensions: [Dimension]
  ) -> [[ComparisonCell.Mark]] {
    let all = Set(cells.map { cell in dimensions.map { $0.mark(of: cell) } })
    return all.sorted { left, right in
      // Regions stand at the same place, each by its name.
      left.map { ($0.order, $0.key) }.lexicographicallyPrecedes(
        right.map { ($0.order, $0.key) }, by: <)
    }
  }

  var columns: [Column] {
    var columns = rows.map { Column(key: $0.rawValue, heading: $0.heading()) }
    if rows.contains(.indicator) {
      columns.append(
        Column(key: "unit", heading: Heading.unit(), isOptionalInNarrow: true))
    }
    for head in heads {
      let key = head.isEmpty ? "value" : head.map(\.key).joined(separator: " ")
      let label = head.isEmpty ? Heading.value() : head.map(\.label).joined(separator: " · ")
      columns.append(Column(key: key, heading: label, alignment: .trailing))
      guard !summaryHeads.contains(head) else { continue }
      columns.append(
        Column(key: "rank " + key, heading: Heading.rank(), alignment: .trailing))
      if showsPercentile {
        columns.append(
          Column(key: "percentile " + key, heading: Heading.percentileRank(), alignment: .trailing))
      }
    }
    columns.append(Column(key: "remarks", heading: Heading.remarks(), isOptionalInNarrow: true))
    return columns
  }

  /// Columns whose repeated values people need not read again.
  var blankRepeats: [Int] { Array(rows.indices.dropLast()) }

  /// One row per set of row marks.
  var fields: [[Field]] {
    let byRow = Dictionary(grouping: cells) { cell in rows.map { $0.mark(of: cell) } }
    return Self.heads(cells, rows).map { line(byRow[$0] ?? [], $0) }
  }

  private func line(_ cells: [ComparisonCell], _ marks: [ComparisonCell.Mark]) -> [Field] {
    var line: [Field] = marks.map { .code($0.key, name: $0.label) }
    if rows.contains(.indicator) {
      line.append(.code(cells.first?.unit, name: Word.of(cells.first?.unit)))
    }
    // Whose remark it is, where it is not everybody's.
    var remarks: [(text: String, heads: [String])] = []
    let byHead = Dictionary(
      cells.map { cell in (columnDimensions.map { $0.mark(of: cell) }, cell) },
      uniquingKeysWith: { first, _ in first })
    for head in heads {
      let cell = byHead[head]
      line.append(
        cell?.value == nil && cell?.group != nil
          ? .text(cell?.group) : .number(cell?.value, decimals: cell?.decimals))
      if !summaryHeads.contains(head) {
        line.append(.rank(cell?.rank, of: cell?.rankOf, isTied: cell?.isTied ?? false))
        if showsPercentile { line.append(.number(cell?.percentile.map { $0 * 100 }, decimals: 1)) }
      }
      for text in cell?.remarks ?? [] {
        let label = head.map(\.label).joined(separator: " · ")
        if let known = remarks.firstIndex(where: { $0.text == text }) {
          remarks[known].heads.append(label)
        } else {
          remarks.append((text, [label]))
        }
      }
    }
    let asked = heads.count - summaryHeads.count
    let texts = remarks.map { remark in
      remark.heads.count == max(asked, 1)
        ? remark.text : "\(remark.heads.joined(separator: ", ")): \(remark.text)"
    }
    line.append(.text(texts.isEmpty ? nil : texts.joined(separator: "; ")))
    return line
  }
}

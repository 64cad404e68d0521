// Figures of places side by side, for people: a row per indicator and year, a pair of columns per place.

import RowRendering
import Warehouse

/// A table of places side by side.
struct ComparisonTable {
  private let rows: [FigureRow]
  private let groups: [[String]]

  /// - Parameters:
  ///   - rows: figures, by indicator and period.
  ///   - groups: ids of places, one group for each name that was asked for.
  init(_ rows: [FigureRow], groups: [[String]]) {
    self.rows = rows
    self.groups = groups
  }

  var columns: [Column] {
    var columns = [
      Column(key: "indicator", heading: Heading.indicator()),
      Column(key: "year", heading: Heading.year()),
      Column(key: "unit", heading: Heading.unit(), isOptionalInNarrow: true),
    ]
    for group in groups {
      columns.append(
        Column(key: group.joined(separator: "+"), heading: name(of: group), alignment: .trailing))
      columns.append(
        Column(key: "rank " + group[0], heading: Heading.rank(), alignment: .trailing))
    }
    columns.append(Column(key: "remarks", heading: Heading.remarks(), isOptionalInNarrow: true))
    return columns
  }

  private func name(of group: [String]) -> String {
    let row = rows.last { group.contains($0.place) }
    return row.map(FigureTable.placeName) ?? group[0]
  }

  /// One row per indicator, level, period and geography.
  var fields: [[Field]] {
    var lines: [[Field]] = []
    var start = rows.startIndex
    while start < rows.endIndex {
      let first = rows[start]
      let end =
        rows[start...].firstIndex {
          ($0.indicator, $0.level, $0.period, $0.geography)
            != (first.indicator, first.level, first.period, first.geography)
        } ?? rows.endIndex
      lines.append(line(rows[start..<end]))
      start = end
    }
    return lines
  }

  private func line(_ cells: ArraySlice<FigureRow>) -> [Field] {
    guard let first = cells.first else { return [] }
    var line: [Field] = [
      .text(FigureTable.indicatorName(first)), .text(FigureTable.period(first)),
      .text(Word.of(first.unit)),
    ]
    // Whose remark it is, where it is not everybody's.
    var remarks: [(text: String, places: [String])] = []
    for group in groups {
      let cell = cells.first { group.contains($0.place) }
      line.append(
        cell?.value == nil && cell?.group != nil
          ? .text(cell?.group) : .number(cell?.value, decimals: cell?.decimals))
      line.append(.rank(cell?.rank, of: cell?.rankOf, isTied: cell?.isTied ?? false))
      for remark in (cell.flatMap(FigureTable.remarks) ?? "").split(separator: ";") {
        let text = String(remark.drop(while: { $0 == " " }))
        let place = name(of: group)
        if let known = remarks.firstIndex(where: { $0.text == text }) {
          remarks[known].places.append(place)
        } else {
          remarks.append((text, [place]))
        }
      }
    }
    let texts = remarks.map { remark in
      remark.places.count == groups.count
        ? remark.text : "\(remark.places.joined(separator: ", ")): \(remark.text)"
    }
    line.append(.text(texts.isEmpty ? nil : texts.joined(separator: "; ")))
    return line
  }
}

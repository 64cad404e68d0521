// Rows of cells parted by tabs, as they are copied from a word processor or a sheet.

/// Reads rows of tabs.
struct TableTabs {
  let source: TableSource
  let isTaken: [Bool]

  /// Pages end with at most so many lines that hold nothing or a number.
  static let longestGap = 6

  /// Runs of rows, with pages' ends between them.
  func grids() -> [TableGrid] {
    var grids: [TableGrid] = []
    var rows: [TableGrid.Row] = []
    var gap = 0
    func close() {
      if let first = rows.first, let last = rows.last, rows.count > 1 {
        grids.append(TableGrid(rows: rows, lines: first.lines.lowerBound...last.lines.upperBound))
      }
      rows = []
      gap = 0
    }
    for line in source.lines.indices {
      if var row = isTaken[line] ? nil : row(line) {
        row.followsBreak = gap > 0
        gap = 0
        rows.append(row)
      } else if !rows.isEmpty, !isTaken[line], source.isFurniture(line), gap < Self.longestGap {
        gap += 1
      } else if !rows.isEmpty, let heading = headingWithoutTabs(line) {
        rows.append(heading)
        gap = 0
      } else if !rows.isEmpty {
        close()
      }
    }
    close()
    return grids
  }

  private func row(_ line: Int) -> TableGrid.Row? {
    guard source.lines[line].utf8.contains(0x09) else { return nil }
    let bytes = source.bytes(line)
    let tabs = bytes.indices.filter { bytes[$0] == 0x09 }
    guard tabs.count < TableSource.widest, !source.isBlank(line) else { return nil }
    var cells: [[TableCut]] = []
    var start = 0
    for end in tabs + [bytes.count] {
      cells.append(TableSource.cuts(bytes, start..<end, line: line))
      start = end + 1
    }
    return TableGrid.Row(cells: cells, lines: line...line)
  }

  /// A row whose cells were merged into one comes without tabs, such as the heading of a part.
  private func headingWithoutTabs(_ line: Int) -> TableGrid.Row? {
    guard !isTaken[line], source.lines.indices.contains(line + 1),
      source.lines[line + 1].utf8.contains(0x09), source.lines[line].utf8.count <= 400,
      TableMark(heading: source.lines[line]) != nil
    else { return nil }
    let bytes = source.bytes(line)
    return TableGrid.Row(
      cells: [[], TableSource.cuts(bytes, 0..<bytes.count, line: line)], lines: line...line,
      span: TableSource.widest)
  }
}

// Rows of cells parted by `|`: Markdown, with or without pipes at the ends of lines, and grids drawn
// with `+---+`.

/// Reads rows of pipes.
struct TablePipes {
  let source: TableSource
  let isTaken: [Bool]

  /// Runs of rows, with pages' ends between them.
  func grids() -> [TableGrid] {
    var grids: [TableGrid] = []
    var run: [Int] = []
    var gap = 0
    func close() {
      if run.count > 1, let grid = grid(run) { grids.append(grid) }
      run = []
      gap = 0
    }
    for line in source.lines.indices {
      if !isTaken[line], source.lines[line].utf8.contains(0x7C) || isRule(line) {
        run.append(line)
        gap = 0
      } else if !run.isEmpty, !isTaken[line], source.isFurniture(line), gap < TableTabs.longestGap {
        gap += 1
      } else if !run.isEmpty {
        close()
      }
    }
    close()
    return grids
  }

  /// A line of signs that parts rows: `|---|:--:|`, `+---+---+`, `+===+===+`.
  private func isRule(_ line: Int) -> Bool {
    var dashes = 0
    for byte in source.lines[line].utf8 {
      switch byte {
      case 0x2D, 0x3D: dashes += 1
      case 0x7C, 0x2B, 0x3A, 0x20, 0x09: continue
      default: return false
      }
    }
    let first = source.lines[line].utf8.first { !Letters.isSpace($0) }
    return dashes > 1 && (first == 0x2B || source.lines[line].utf8.contains(0x7C))
  }

  private func grid(_ run: [Int]) -> TableGrid? {
    guard let first = run.first, let last = run.last else { return nil }
    // In a grid only a rule ends a row; in Markdown every line does.
    let isDrawn = run.contains { line in
      isRule(line) && source.lines[line].utf8.first { !Letters.isSpace($0) } == 0x2B
    }
    let written = run.filter { !isRule($0) }.map { source.bytes($0) }
    let opens = written.count { $0.first { !Letters.isSpace($0) } == 0x7C } * 2 > written.count
    let closes = written.count { $0.last { !Letters.isSpace($0) } == 0x7C } * 2 > written.count
    var rows: [TableGrid.Row] = []
    var parts = true
    var before = first - 1
    for line in run {
      let followsBreak = line > before + 1
      before = line
      if isRule(line) {
        parts = true
        continue
      }
      guard let cells = cells(line, opens: opens, closes: closes) else { continue }
      if isDrawn, !parts, let row = rows.last, row.cells.count == cells.count {
        rows[rows.count - 1].cells = zip(row.cells, cells).map { $0 + $1 }
        rows[rows.count - 1].lines = row.lines.lowerBound...line
      } else {
        rows.append(
          TableGrid.Row(cells: cells, lines: line...line, followsBreak: followsBreak))
      }
      parts = false
    }
    return rows.isEmpty ? nil : TableGrid(rows: rows, lines: first...last)
  }

  /// Cells of a line; what stands before the first pipe, or after the last, is none where the rows
  /// open, or close, with a pipe.
  private func cells(_ line: Int, opens: Bool, closes: Bool) -> [[TableCut]]? {
    let bytes = source.bytes(line)
    let pipes = bytes.indices.filter { bytes[$0] == 0x7C && ($0 == 0 || bytes[$0 - 1] != 0x5C) }
    guard pipes.count <= TableSource.widest else { return nil }
    var bounds: [Range<Int>] = []
    var start = 0
    for end in pipes + [bytes.count] {
      bounds.append(start..<end)
      start = end + 1
    }
    if closes, let edge = bounds.last, TableSource.trimmed(bytes, edge) == nil {
      bounds.removeLast()
    }
    if opens, let edge = bounds.first, TableSource.trimmed(bytes, edge) == nil {
      bounds.removeFirst()
    }
    return bounds.map { TableSource.cuts(bytes, $0, line: line) }
  }
}

// From a grid to a table: the heading found, repeated headings dropped, rows that a page's end cut
// joined again, headings of parts told from rows.

import IndicatorModel

/// Makes a table of a grid.
struct TableRows {
  private let source: TableSource
  private let grid: TableGrid
  private var heading: TableHeading?
  /// The rows of the grid that are below the heading.
  private var below: ArraySlice<TableGrid.Row>
  /// Folded headings, to know them when they are repeated.
  private var folded: [[String]] = []

  /// Reads a grid.
  init(source: TableSource, grid: TableGrid) {
    self.source = source
    self.grid = grid
    heading = grid.heading
    below = grid.rows[...]
    if heading == nil { findHeading() }
    if heading == nil { heading = headingByContent() }
  }

  /// The table; nil where the grid is none.
  var table: PlanTable? {
    guard let heading else { return nil }
    let rows = joined(heading.columns)
    // The number and the date of a letterhead look like headings of years.
    guard !rows.isEmpty else { return nil }
    return PlanTable(
      lineFrom: grid.lines.lowerBound + 1, lineTo: grid.lines.upperBound + 1,
      columns: heading.columns, headings: heading.headings,
      rows: rows.map { row in
        PlanTable.Row(
          lineFrom: row.lines.lowerBound + 1, lineTo: row.lines.upperBound + 1,
          cells: row.cells.map(source.passage),
          isHeading: isHeading(row, heading.columns), reached: row.reached)
      })
  }

  // MARK: - The heading

  private mutating func findHeading() {
    for index in grid.rows.indices.prefix(4) {
      var texts = grid.rows[index].cells.map { TaskRepair.text(source.text($0)) }
      guard TableHeading(texts) != nil else { continue }
      folded.append(texts.map(NameFolding.phrase))
      var next = index + 1
      while next < grid.rows.count, next <= index + 2,
        isSecondHeading(grid.rows[next], under: texts)
      {
        let below = grid.rows[next].cells.map { TaskRepair.text(source.text($0)) }
        folded.append(below.map(NameFolding.phrase))
        texts = merged(texts, below)
        next += 1
      }
      heading = TableHeading(texts)
      below = grid.rows[next...]
      return
    }
  }

  /// "Cơ quan thực hiện" spans "chủ trì" and "phối hợp": the row under a heading belongs to it where
  /// it says short words under a column without a heading and has no number of its own.
  private func isSecondHeading(_ row: TableGrid.Row, under texts: [String]) -> Bool {
    let filled = row.filled
    guard filled.count >= 2, filled.contains(where: { texts[$0].isEmpty }) else { return false }
    return filled.allSatisfy { column in
      let words = NameFolding.phrase(source.text(row.cells[column])).split(separator: " ")
      return words.count <= 8 && TableHeading.role(texts[column]) != .item
    }
  }

  /// Words of a second row of headings put under those that span them.
  private func merged(_ texts: [String], _ below: [String]) -> [String] {
    var over = ""
    return texts.indices.map { column in
      if !texts[column].isEmpty { over = texts[column] }
      return below[column].isEmpty ? texts[column] : over + " " + below[column]
    }
  }

  /// Roles by what the cells hold, of a table without a heading; nil where that is not sure.
  private func headingByContent() -> TableHeading? {
    let full = grid.rows.filter { $0.filled.count >= 3 }
    guard grid.width >= 3, full.count >= 3, full.count * 2 >= grid.rows.count else { return nil }
    var columns = Array(repeating: PlanTable.Column.other, count: grid.width)
    for column in columns.indices {
      let texts = grid.rows.map { source.text($0.cells[column]) }.filter { !$0.isEmpty }
      guard texts.count >= 3 else { continue }
      if column == 0, texts.allSatisfy({ TableMark($0) != nil }) {
        columns[0] = .item
      } else if texts.count(where: { TaskDue.isTime($0) }) * 10 >= texts.count * 6 {
        if !columns.contains(.due) { columns[column] = .due }
      } else if texts.count(where: isAgency) * 10 >= texts.count * 6 {
        columns[column] =
          columns.contains(.lead)
          ? (columns.contains(.coordinating) ? .other : .coordinating) : .lead
      }
    }
    if columns.contains(.lead) || columns.contains(.due), columns.first == .item,
      columns[1] == .other
    {
      columns[1] = .task
    }
    return TableHeading(columns: columns)
  }

  private func isAgency(_ text: String) -> Bool {
    let phrase = NameFolding.phrase(String(text.prefix(60))) + " "
    return [
      "so ", "cac so ", "ubnd ", "uy ban ", "van phong ", "cong an ", "thanh tra ", "cac co quan ",
    ]
    .contains { phrase.hasPrefix($0) }
  }

  // MARK: - Rows

  private func joined(_ columns: [PlanTable.Column]) -> [TableGrid.Row] {
    let numbered = numberedColumns(columns)
    var rows: [TableGrid.Row] = []
    for row in below where !isRule(row) && !isRepeated(row) && !isNumbering(row) {
      guard let last = rows.indices.last, continues(row, rows[last], columns, numbered) else {
        rows.append(row)
        continue
      }
      // In place: a row may go on for a thousand lines.
      for column in row.filled { rows[last].cells[column] += row.cells[column] }
      rows[last].lines = rows[last].lines.lowerBound...row.lines.upperBound
    }
    return rows
  }

  /// A row without a word: blank, or a line of dashes drawn with cells.
  private func isRule(_ row: TableGrid.Row) -> Bool {
    row.cells.joined().allSatisfy { cut in
      source.text(cut).utf8.allSatisfy { [0x2D, 0x3D, 0x3A, 0x5F, 0x2B, 0x20].contains($0) }
    }
  }

  /// The heading printed again on a new page.
  private func isRepeated(_ row: TableGrid.Row) -> Bool {
    guard row.filled.count >= 2, let first = row.filled.first else { return false }
    let start = NameFolding.phrase(source.text(row.cells[first]))
    return folded.contains { heading in
      heading[first] == start
        && row.filled.allSatisfy { NameFolding.phrase(source.text(row.cells[$0])) == heading[$0] }
    }
  }

  /// "(1) (2) (3)" or "A B 1 2" under a heading.
  private func isNumbering(_ row: TableGrid.Row) -> Bool {
    guard row.filled.count >= 3, row.filled.count * 2 > row.cells.count else { return false }
    return row.filled.allSatisfy { column in
      let cuts = row.cells[column]
      guard cuts.count == 1, cuts[0].range.count <= 6 else { return false }
      return TableMark(source.text(cuts)) != nil
    }
  }

  /// Columns of words whose cells nearly all begin with a number: one that does not goes on.
  private func numberedColumns(_ columns: [PlanTable.Column]) -> Set<Int> {
    var numbered: Set<Int> = []
    for column in columns.indices where [.objective, .task, .activity].contains(columns[column]) {
      let cells = below.filter { !$0.followsBreak && !$0.cells[column].isEmpty }
      let marked = cells.count { row in
        source.text(Array(row.cells[column].prefix(1))).first?.isNumber ?? false
      }
      if cells.count >= 4, marked * 10 >= cells.count * 8 { numbered.insert(column) }
    }
    return numbered
  }

  /// Whether a row goes on with the one before it, which a page's end cut.
  private func continues(
    _ row: TableGrid.Row, _ last: TableGrid.Row, _ columns: [PlanTable.Column],
    _ numbered: Set<Int>
  ) -> Bool {
    if let item = columns.firstIndex(of: .item), !row.cells[item].isEmpty { return false }
    guard let first = row.filled.first, !isHeading(last, columns) else { return false }
    let openings = row.filled.map { TableMark.opening(of: source.text(row.cells[$0])) }
    let small = openings.count { $0 == .small }
    guard row.followsBreak else {
      // Where no page is known to have ended, only a row that is cut in every cell.
      return small == openings.count && row.filled.allSatisfy { !last.cells[$0].isEmpty }
    }
    if openings[0] == .small || small * 2 > openings.count { return true }
    if numbered.contains(first) {
      let text = source.text(row.cells[first])
      if !(text.first?.isNumber ?? false) { return true }
    }
    let has = { (roles: Set<PlanTable.Column>) in
      row.filled.contains { roles.contains(columns[$0]) }
    }
    if has([.lead, .due]) { return !has([.objective, .task, .activity, .value]) }
    return !has([.objective, .task])
      || row.filled.contains { TableMark.isOpenEnded(source.text(last.cells[$0].suffix(1))) }
  }

  // MARK: - Headings of parts

  /// "II | CẢI CÁCH THỂ CHẾ": words in one cell beside the number, in capitals, numbered with letters
  /// or spanning the table.
  private func isHeading(_ row: TableGrid.Row, _ columns: [PlanTable.Column]) -> Bool {
    let item = columns.firstIndex(of: .item)
    let words = row.filled.filter { $0 != item }
    guard columns.count >= 3, words.count == 1, let cell = words.first,
      cell <= 3 || row.span > 2,
      ![.lead, .coordinating, .due, .budget, .unit].contains(columns[cell])
    else { return false }
    let text = source.text(row.cells[cell].prefix(8))
    if row.span * 2 >= columns.count { return true }
    if let item, !row.cells[item].isEmpty {
      return TableMark(source.text(row.cells[item])) != nil
    }
    return TableMark.isInCapitals(text)
      || TableMark(heading: text).map { $0.kind != .number } ?? false
  }
}

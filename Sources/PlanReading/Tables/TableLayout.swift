// Tables as `pdftotext -layout` prints them: columns of white space, rows that wrap over many lines and
// are parted by little more than the number in the first column.

import IndicatorModel

/// Reads columns of white space.
struct TableLayout {
  private let source: TableSource
  private let pageStarts: Set<Int>
  private let lines: [TableLayoutLine?]

  /// A reader of the lines that belong to no other table.
  init(source: TableSource, pageStarts: [Int], isTaken: [Bool]) {
    self.source = source
    self.pageStarts = Set(pageStarts.map { $0 - 1 })
    lines = source.lines.indices.map { line in
      isTaken[line] ? nil : TableLayoutLine(source.bytes(line), line: line)
    }
  }

  /// Tables, each below a heading.
  func grids() -> [TableGrid] {
    var grids: [TableGrid] = []
    var line = 0
    while line < lines.count {
      if isInColumns(line),
        let heading = TableLayoutHeading(around: line, in: lines, source: source),
        heading.lines.lowerBound > (grids.last?.lines.upperBound ?? -1)
      {
        let (pages, end) = pages(below: heading)
        let rows = rows(pages, heading.heading.columns)
        if !rows.isEmpty {
          grids.append(
            TableGrid(
              rows: rows, lines: heading.lines.lowerBound...max(end, heading.lines.upperBound),
              heading: heading.heading))
        }
        line = max(end, heading.lines.upperBound)
      }
      line += 1
    }
    return grids
  }

  /// Whether a line has columns, or is a lone word such as "TT" near one that has.
  private func isInColumns(_ line: Int) -> Bool {
    guard let cells = lines[line] else { return false }
    if cells.segments.count > 1 { return true }
    guard cells.words.count <= 2 else { return false }
    return (max(line - 2, 0)...min(line + 2, lines.count - 1)).contains { near in
      (lines[near]?.segments.count ?? 0) > 1
    }
  }

  // MARK: - Pages

  /// The lines of a table by page, and its last line.
  private func pages(below start: TableLayoutHeading) -> ([TableLayoutPage], Int) {
    var heading = start
    var pages = [TableLayoutPage(places: start.places)]
    var end = start.lines.upperBound
    var blanks = 0
    for index in (end + 1)..<max(end + 1, lines.count) {
      if pageStarts.contains(index) { pages.append(TableLayoutPage(places: heading.places)) }
      guard let line = lines[index] else {
        pages[pages.count - 1].lines.append(nil)
        blanks += 1
        guard blanks <= 12 else { break }
        continue
      }
      if source.isFurniture(index), line.segments.count == 1, isFarFromNumbers(line, heading) {
        pages.append(TableLayoutPage(places: heading.places))
      } else if heading.takes(line, source: source) {
        if pages.last?.lines.contains(where: { $0 != nil }) ?? false {
          pages.append(TableLayoutPage(places: heading.places))
        }
        pages[pages.count - 1].places = heading.places
        end = index
      } else if isProse(line, heading) {
        break
      } else {
        pages[pages.count - 1].lines.append(line)
        end = index
      }
      blanks = 0
    }
    return (pages, end)
  }

  /// Whether a lone number stands elsewhere than in the column of numbers.
  private func isFarFromNumbers(_ line: TableLayoutLine, _ heading: TableLayoutHeading) -> Bool {
    guard let item = heading.heading.columns.firstIndex(of: .item),
      let segment = line.segments.first
    else { return true }
    let place = heading.places[item]
    return !((place.lowerBound - 3)..<(place.upperBound + 3)).overlaps(segment.columns)
  }

  /// Whether a line is set over the whole width, as text below a table is, or ends the document.
  private func isProse(_ line: TableLayoutLine, _ heading: TableLayoutHeading) -> Bool {
    guard let first = line.segments.first else { return false }
    let text = source.text(TableCut(line: line.line, range: first.bytes))
    if NameFolding.phrase(String(text.prefix(20))).hasPrefix("noi nhan") { return true }
    guard line.segments.count == 1 else { return false }
    let middles = heading.places.map { ($0.lowerBound + $0.upperBound) / 2 }
    let crossed = middles.count { first.columns.contains($0) }
    return crossed >= min(3, heading.places.count) && TableMark(heading: text) == nil
  }

  // MARK: - Rows

  private func rows(_ pages: [TableLayoutPage], _ columns: [PlanTable.Column]) -> [TableGrid.Row] {
    var rows: [TableGrid.Row] = []
    var waiting: [TableLayoutPage.CutLine] = []
    func close() {
      guard let first = waiting.first, let last = waiting.last else { return }
      var cells = Array(repeating: [TableCut](), count: columns.count)
      for line in waiting {
        for column in cells.indices { cells[column] += line.cells[column] }
      }
      rows.append(
        TableGrid.Row(
          cells: cells, lines: first.line...last.line, span: waiting.map(\.span).max() ?? 1))
      waiting = []
    }
    for (number, page) in pages.enumerated() {
      let cut = page.cut(followsGap: number > 0, source: source)
      let isParted = isPartedByGaps(cut, columns)
      for (index, line) in cut.enumerated() {
        if isParted {
          // Words of a cell may stand above the number, which stands in the middle of its height.
          let isFirst = line.followsGap || index == 0
          if isFirst, isMarked(line, columns) || hasMark(cut[(index + 1)...], columns) { close() }
        } else if begins(line, after: waiting, columns) {
          let early = linesAbove(line, in: waiting, columns)
          let moved = Array(waiting.suffix(early))
          waiting.removeLast(early)
          close()
          waiting = moved
        }
        waiting.append(line)
      }
    }
    close()
    return rows
  }

  /// Whether blank lines part the rows of a page: there is one number in nearly every block.
  private func isPartedByGaps(
    _ cut: [TableLayoutPage.CutLine], _ columns: [PlanTable.Column]
  ) -> Bool {
    guard columns.contains(.item) else { return false }
    var marks: [Int] = []
    for (index, line) in cut.enumerated() {
      if index == 0 || line.followsGap { marks.append(0) }
      if isMarked(line, columns) { marks[marks.count - 1] += 1 }
    }
    let single = marks.count { $0 == 1 }
    return single >= 3 && marks.allSatisfy { $0 < 2 } && single * 10 >= marks.count * 8
  }

  /// Whether a number stands before the next blank line.
  private func hasMark(
    _ lines: ArraySlice<TableLayoutPage.CutLine>, _ columns: [PlanTable.Column]
  ) -> Bool {
    lines.prefix { !$0.followsGap }.contains { isMarked($0, columns) }
  }

  /// Whether a row begins with a line, or with a few above it.
  private func begins(
    _ line: TableLayoutPage.CutLine, after waiting: [TableLayoutPage.CutLine],
    _ columns: [PlanTable.Column]
  ) -> Bool {
    guard let before = waiting.last else { return true }
    if isMarked(line, columns) { return true }
    // A heading of a part stands on lines of its own.
    if line.span > 2 { return before.span <= 2 }
    if before.span > 2 { return true }
    let work = openings(line, columns, [.objective, .task, .activity])
    let who = openings(line, columns, [.lead, .coordinating, .due])
    guard let first = work.first, first != .small, let agency = who.first, agency != .small else {
      return false
    }
    let hasWho = waiting.contains { !openings($0, columns, [.lead, .due]).isEmpty }
    return hasWho && (line.followsGap || first == .mark)
  }

  private func isMarked(
    _ line: TableLayoutPage.CutLine, _ columns: [PlanTable.Column]
  ) -> Bool {
    let cell = columns.firstIndex(of: .item) ?? 0
    let text = source.text(line.cells[cell])
    if columns.contains(.item) { return TableMark(text) != nil }
    return TableMark.split(text) != nil
  }

  private func openings(
    _ line: TableLayoutPage.CutLine, _ columns: [PlanTable.Column], _ roles: Set<PlanTable.Column>
  ) -> [TableMark.Opening] {
    columns.indices.filter { roles.contains(columns[$0]) && !line.cells[$0].isEmpty }
      .map { TableMark.opening(of: source.text(line.cells[$0])) }
  }

  /// How many lines above belong to the row whose number stands in the middle of its height: back to
  /// the last line that begins a sentence after a blank line, or after one that ended.
  private func linesAbove(
    _ line: TableLayoutPage.CutLine, in waiting: [TableLayoutPage.CutLine],
    _ columns: [PlanTable.Column]
  ) -> Int {
    let roles: Set<PlanTable.Column> = [.objective, .task, .activity]
    guard isMarked(line, columns), openings(line, columns, roles).first == .small else { return 0 }
    for index in waiting.indices.reversed().prefix(20) {
      guard !isMarked(waiting[index], columns) else { return 0 }
      guard let opening = openings(waiting[index], columns, roles).first, opening != .small else {
        continue
      }
      let main = columns.firstIndex { roles.contains($0) } ?? 0
      let above = index > 0 ? source.text(waiting[index - 1].cells[main]) : ""
      if waiting[index].followsGap || above.isEmpty || above.hasSuffix(".") || above.hasSuffix(";")
      {
        return waiting.count - index
      }
    }
    return 0
  }
}

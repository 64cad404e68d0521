// Tables for terminals: aligned columns with a rule under the headings, and, where even the
// smallest columns do not fit, one block of `heading: value` lines for each row.

struct TableWriter: RowWriter {
  private let columns: [Column]
  private let width: Int?
  private let isBold: Bool
  private let blankRepeats: [Int]
  private let human: HumanText
  private var rows: [[TableCell]] = []
  private(set) var droppedColumns: [Int] = []

  init(columns: [Column], options: RenderOptions, blankRepeats: [Int]) {
    self.columns = columns.map {
      var column = $0
      column.heading = HumanText.safe($0.heading)
      return column
    }
    self.blankRepeats = blankRepeats
    width = options.terminalWidth.flatMap { $0 > 0 ? $0 : nil }
    isBold = options.colour
    human = HumanText(options)
  }

  mutating func begin(_ sink: TextSink) throws {}

  mutating func row(_ cells: [Cell], _ sink: TextSink) throws {
    rows.append(
      cells.map { cell in
        let wraps =
          switch cell {
          case .text, .list, .json: true
          default: false
          }
        return TableCell(text: human.text(cell), wraps: wraps)
      })
  }

  mutating func end(_ sink: TextSink) throws {
    guard !columns.isEmpty else { return }
    guard let layout = TableLayout.fit(columns: columns, rows: rows, width: width) else {
      try writeRecords(sink)
      return
    }
    droppedColumns = columns.indices.filter { !layout.shown.contains($0) }
    try writeHeader(layout, sink)
    var above: [TableCell]?
    for row in rows {
      let cells = above.map { blanked(row, after: $0) } ?? row
      try write(layout.shown.map { cells[$0] }, layout, isBold: false, sink)
      above = row
    }
  }

  // MARK: - Columns

  private func writeHeader(_ layout: TableLayout, _ sink: TextSink) throws {
    let headings = layout.shown.map { TableCell(text: columns[$0].heading, wraps: true) }
    try write(headings, layout, isBold: isBold, sink)
    try sink(String(repeating: "─", count: layout.total) + "\n")
  }

  private func write(
    _ cells: [TableCell], _ layout: TableLayout, isBold: Bool, _ sink: TextSink
  ) throws {
    let lines = zip(cells, layout.widths).map { cell, width in
      cell.wraps ? TextWrapping.lines(of: cell.text, width: width) : [cell.text]
    }
    let gap = TextWrapping.spaces(TableLayout.gap)
    for index in 0..<(lines.map(\.count).max() ?? 0) {
      let parts = layout.shown.indices.map { column in
        let text = index < lines[column].count ? lines[column][index] : ""
        let alignment = columns[layout.shown[column]].alignment
        return TextWrapping.padded(text, to: layout.widths[column], alignment)
      }
      let line = TextWrapping.trimmed(parts.joined(separator: gap))
      try sink(emphasised(line, isBold) + "\n")
    }
  }

  /// A row whose leading values are left blank where they repeat those of the row above.
  private func blanked(_ row: [TableCell], after above: [TableCell]) -> [TableCell] {
    var row = row
    for column in blankRepeats {
      guard row[column].text == above[column].text else { break }
      row[column].text = ""
    }
    return row
  }

  private func emphasised(_ text: String, _ isBold: Bool) -> String {
    isBold && !text.isEmpty ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  // MARK: - Records

  private func writeRecords(_ sink: TextSink) throws {
    let width = width ?? .max
    let keyWidth = columns.reduce(0) { max($0, DisplayWidth.of($1.heading)) } + 2
    let isBeside = width >= keyWidth + 10
    for (number, row) in rows.enumerated() {
      if number > 0 { try sink("\n") }
      for (column, cell) in zip(columns, row) {
        let room = isBeside ? width - keyWidth : max(1, width - 2)
        let lines = cell.wraps ? TextWrapping.lines(of: cell.text, width: room) : [cell.text]
        try writeRecordLines(column.heading, lines, keyWidth, isBeside, sink)
      }
    }
  }

  private func writeRecordLines(
    _ heading: String, _ lines: [String], _ keyWidth: Int, _ isBeside: Bool, _ sink: TextSink
  ) throws {
    let key = heading + ":"
    guard isBeside else {
      try sink(emphasised(key, isBold) + "\n")
      for line in lines { try sink(TextWrapping.trimmed("  " + line) + "\n") }
      return
    }
    let space = TextWrapping.spaces(keyWidth - DisplayWidth.of(key))
    let indent = TextWrapping.spaces(keyWidth)
    for (index, line) in lines.enumerated() {
      let start = index == 0 ? emphasised(key, isBold) + space : indent
      try sink(TextWrapping.trimmed(start + line) + "\n")
    }
  }
}

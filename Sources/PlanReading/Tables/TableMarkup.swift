// Tables of HTML, on one line or many, with cells that span rows and columns, closed or not.

/// Reads tables of HTML in one pass; a table inside a cell belongs to the cell.
struct TableMarkup {
  private let source: TableSource
  private var depth = 0
  private var tag: Tag?
  private var firstLine = 0
  private var rows: [TableGrid.Row] = []
  private var row: [Cell]?
  private var rowLine = 0
  private var cell: Cell?
  private var line = 0
  private var found: [TableGrid] = []
  /// How many rows more the cell that began above spans, by column.
  private var spans = Array(repeating: 0, count: TableSource.widest)

  private struct Cell {
    var cuts: [TableCut] = []
    var rows = 1
    var columns = 1
    var line = 0
  }

  /// A tag as far as it was read; it may run over lines.
  private struct Tag {
    var text: [UInt8] = []
  }

  /// No tag of a table is longer; what is, is none.
  private static let longestTag = 2_000

  init(source: TableSource) {
    self.source = source
  }

  /// The tables.
  func grids() -> [TableGrid] {
    var reading = self
    for line in source.lines.indices { reading.read(line) }
    reading.end()
    return reading.found
  }

  // MARK: - Tags and words

  private mutating func read(_ line: Int) {
    self.line = line
    guard depth > 0 || tag != nil || source.lines[line].utf8.contains(0x3C) else { return }
    let bytes = source.bytes(line)
    var start = 0
    var index = 0
    while index < bytes.count {
      if tag != nil {
        take(bytes[index])
        index += 1
        start = index
      } else if bytes[index] == 0x3C, isTag(bytes, index) {
        take(bytes, start..<index)
        tag = Tag()
        index += 1
      } else {
        index += 1
      }
    }
    if tag != nil { take(0x20) } else { take(bytes, start..<bytes.count) }
  }

  private func isTag(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    return TableSource.isLetter(next) || next == 0x2F || next == 0x21
  }

  private mutating func take(_ bytes: [UInt8], _ range: Range<Int>) {
    guard cell != nil, let range = TableSource.trimmed(bytes, range) else { return }
    cell?.cuts.append(TableCut(line: line, range: range))
  }

  private mutating func take(_ byte: UInt8) {
    if byte == 0x3E, let text = tag?.text {
      tag = nil
      handle(text)
    } else if let count = tag?.text.count, count < Self.longestTag {
      tag?.text.append(byte)
    } else {
      tag = nil
    }
  }

  private mutating func handle(_ text: [UInt8]) {
    let closes = text.first == 0x2F
    let name = String(
      decoding: text.dropFirst(closes ? 1 : 0).prefix(while: TableSource.isLetter).prefix(8),
      as: UTF8.self
    ).lowercased()
    if name == "table" {
      depth += closes ? -1 : 1
      if closes, depth <= 0 {
        close()
      } else if !closes, depth == 1 {
        firstLine = line
      }
    } else if depth == 1 {
      switch name {
      case "tr":
        closeRow()
        if !closes { openRow() }
      case "td", "th":
        closeCell()
        if !closes { openCell(text) }
      default: break
      }
    }
  }

  // MARK: - Rows and cells

  private mutating func openRow() {
    row = []
    rowLine = line
  }

  private mutating func openCell(_ tag: [UInt8]) {
    if row == nil { openRow() }
    cell = Cell(
      rows: number("rowspan", in: tag, upTo: 1_000),
      columns: number("colspan", in: tag, upTo: TableSource.widest), line: line)
  }

  private func number(_ name: String, in tag: [UInt8], upTo most: Int) -> Int {
    guard tag.count > name.utf8.count else { return 1 }
    let text = String(decoding: tag, as: UTF8.self).lowercased()
    guard let start = text.firstRange(of: name + "=")?.upperBound else { return 1 }
    let digits = text[start...].drop { $0 == "\"" || $0 == "'" }.prefix { ("0"..."9").contains($0) }
    return min(max(Int(digits) ?? 1, 1), most)
  }

  private mutating func closeCell() {
    guard let closed = cell else { return }
    cell = nil
    if let count = row?.count, count < TableSource.widest { row?.append(closed) }
  }

  private mutating func closeRow() {
    closeCell()
    guard let cells = row else { return }
    row = nil
    var placed: [[TableCut]] = []
    var span = 1
    var left = spans.map { max($0 - 1, 0) }
    var column = 0
    for cell in cells {
      while column < spans.count, spans[column] > 0 { column += 1 }
      guard column < spans.count else { break }
      let end = min(column + cell.columns, spans.count)
      while placed.count < end { placed.append([]) }
      placed[column] = cell.cuts
      if !cell.cuts.isEmpty { span = max(span, end - column) }
      for index in column..<end { left[index] = max(left[index], cell.rows - 1) }
      column = end
    }
    let reached = Set(spans.indices.filter { spans[$0] > 0 })
    spans = left
    guard !placed.isEmpty else { return }
    rows.append(
      TableGrid.Row(
        cells: placed, lines: rowLine...max(rowLine, line), span: span, reached: reached))
  }

  private mutating func close() {
    closeRow()
    if rows.count > 1, let last = rows.last {
      found.append(
        TableGrid(rows: rows, lines: firstLine...max(firstLine, last.lines.upperBound, line)))
    }
    depth = 0
    rows = []
    spans = Array(repeating: 0, count: TableSource.widest)
  }

  /// A table that is never closed ends with its last row; an open cell keeps its first line only.
  private mutating func end() {
    guard depth > 0 else { return }
    if let open = cell {
      cell?.cuts = open.cuts.filter { $0.line == open.line }
      line = open.line
    } else {
      line = rows.last?.lines.upperBound ?? firstLine
    }
    close()
  }
}

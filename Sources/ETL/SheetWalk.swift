// Walks over the places of a sheet, row by row or column by column, and says what stands beside each.

import Documents

/// What a sheet says of one indicator at one place.
struct SheetStatement {
  var place: String
  var placeCell: String
  var indicator: String
  var parts: [SheetLayout.Part: (text: String, position: Int)] = [:]
  /// Where the place is: a row, or a column of a transposed sheet.
  var index: Int
  var line: Int
  var note: String?
}

/// One row of a sheet, or one column of a transposed one.
struct SheetLine {
  /// Where it is, from 0.
  let index: Int
  /// Lines of the file by position: of one row it is the same for all.
  let line: (Int) -> Int
  let cell: (Int) -> String
}

/// The rows of a sheet or a CSV file under the numbers that they have there.
struct SheetRows: ~Copyable {
  /// One row; fields count from column `firstColumn`.
  struct Row {
    let index: Int
    /// Line of the file; in a sheet a row is a line, whatever breaks its cells hold.
    let line: Int
    private let fields: [String]
    private let firstColumn: Int

    init(index: Int, line: Int, fields: [String], firstColumn: Int) {
      self.index = index
      self.line = line
      self.fields = fields
      self.firstColumn = firstColumn
    }

    /// How many columns it reaches over.
    var width: Int { firstColumn + fields.count }

    subscript(_ column: Int) -> String {
      fields.indices.contains(column - firstColumn) ? fields[column - firstColumn] : ""
    }
  }

  private var reader: CSVReader
  private let path: String
  private let sheet: Workbook.Sheet?
  private var index: Int

  /// Opens a sheet of a workbook, or a file that is none.
  init(_ sheet: Workbook.Sheet?, path: String, separator: Character) throws(DocumentError) {
    reader = try CSVReader.openRows(path: sheet?.csv ?? path, separator: separator)
    self.path = path
    self.sheet = sheet
    index = (sheet?.firstRow ?? 0) - 1
  }

  mutating func next() throws(DocumentError) -> Row? {
    guard let row = try reader.nextRow() else { return nil }
    index += 1
    let line = sheet == nil ? row.line : index + 1
    let used = row.fields.count <= FigureReader.mostColumns ? 0 : row.fields.lastUsed
    guard used < FigureReader.mostColumns else {
      throw .tooManyColumns(path: path, line: line, limit: FigureReader.mostColumns)
    }
    return Row(
      index: index, line: line, fields: row.fields, firstColumn: sheet?.firstColumn ?? 0)
  }
}

/// Goes over the lines of a sheet on which places stand.
struct SheetWalk {
  private let layout: SheetLayout
  /// Figures whose places stand in one column.
  private typealias Group = (
    place: Int, indicators: [(code: String, figures: [SheetLayout.Figure])]
  )

  private let groups: [Group]
  private let corrections: [String: Correction]
  private let skipped: Set<String>
  private let missing: Set<String>
  private var above: [Int: String] = [:]
  private var index = -1
  private var isAtEnd = false
  private var ahead: SheetRows.Row?
  private var columns: [Int: SheetRows.Row]?
  private var width = 0
  /// What the cells that were read and have a correction print.
  private(set) var corrected: [String: String] = [:]
  /// The first place that the declaration names and the sheet lacks.
  private(set) var missingPlace: (address: String, line: Int)?

  init(_ layout: SheetLayout, corrections: [Correction], known: Set<String>) {
    self.layout = layout
    self.corrections = Dictionary(
      corrections.map { ($0.cell, $0) }, uniquingKeysWith: { first, _ in first })
    skipped = Set(layout.skipped)
    missing = Set(layout.missing)
    let figures = layout.figures.filter { known.contains($0.indicator) }
    groups = Set(figures.map(\.place)).sorted().map { place in
      let here = figures.filter { $0.place == place }
      var codes: [String] = []
      for figure in here where !codes.contains(figure.indicator) { codes.append(figure.indicator) }
      return (place, codes.map { code in (code, here.filter { $0.indicator == code }) })
    }
  }

  /// The next line of places.
  mutating func next(_ rows: inout SheetRows) throws(DocumentError) -> SheetLine? {
    layout.isTransposed ? try nextColumn(&rows) : try nextRow(&rows)
  }

  private mutating func nextRow(_ rows: inout SheetRows) throws(DocumentError) -> SheetLine? {
    index = max(index + 1, layout.first)
    guard index <= layout.last ?? .max else { return nil }
    while !isAtEnd, ahead?.index ?? -1 < index {
      ahead = try rows.next()
      isAtEnd = ahead == nil
    }
    guard let row = ahead else {
      if layout.last != nil { note(missing: index, line: index + 1) }
      return nil
    }
    // A row that the sheet leaves out before its first one is empty.
    guard row.index == index else {
      let line = index + 1
      return SheetLine(index: index, line: { _ in line }) { _ in "" }
    }
    return SheetLine(index: index, line: { _ in row.line }) { row[$0] }
  }

  private mutating func nextColumn(_ rows: inout SheetRows) throws(DocumentError) -> SheetLine? {
    if columns == nil { columns = try readColumns(&rows) }
    let columns = columns ?? [:]
    index = max(index + 1, layout.first)
    guard index <= layout.last ?? (width - 1) else { return nil }
    guard index < width else {
      note(missing: index, line: 1)
      return nil
    }
    let column = index
    return SheetLine(index: index, line: { columns[$0]?.line ?? $0 + 1 }) { position in
      columns[position].map { $0[column] } ?? ""
    }
  }

  /// The rows of a transposed sheet that the layout names; no others are kept.
  private mutating func readColumns(
    _ rows: inout SheetRows
  ) throws(DocumentError) -> [Int: SheetRows.Row] {
    let needed = Set(layout.figures.flatMap { [$0.position, $0.place] })
    let last = needed.max() ?? 0
    var columns: [Int: SheetRows.Row] = [:]
    while let row = try rows.next(), row.index <= last {
      guard needed.contains(row.index) else { continue }
      columns[row.index] = row
      width = max(width, row.width)
    }
    return columns
  }

  private mutating func note(missing index: Int, line: Int) {
    missingPlace = (layout.address(layout.figures.first?.place ?? 0, index), line)
  }

  // MARK: - What stands on a line

  /// What a line says: one statement for each indicator of which something stands there.
  mutating func statements(on line: SheetLine) -> [SheetStatement] {
    var statements: [SheetStatement] = []
    for group in groups {
      let (place, _) = text(group.place, line)
      guard !skipped.contains(place) else { continue }
      var said: [SheetStatement] = []
      for (code, figures) in group.indicators {
        var statement = SheetStatement(
          place: place, placeCell: layout.address(group.place, line.index), indicator: code,
          index: line.index, line: line.line(figures.first?.position ?? 0))
        for figure in figures {
          let (text, note) = text(figure.position, line)
          guard !text.isEmpty, !missing.contains(text) else { continue }
          statement.parts[figure.part] = (text, figure.position)
          statement.note = statement.note ?? note
        }
        if !statement.parts.isEmpty { said.append(statement) }
      }
      // Nothing but what was filled down stands on an empty row below the data.
      if layout.last == nil, isEmpty(group, line) { said = [] }
      // A place that is not there is an error once, where the declaration says that there is one.
      if place.isEmpty, let first = said.first ?? expected(group.place, line) { said = [first] }
      statements += said
    }
    return statements
  }

  /// Whether a line has neither a place nor a figure of its own.
  private func isEmpty(_ group: Group, _ line: SheetLine) -> Bool {
    line.cell(group.place).trimmed.isEmpty
      && group.indicators.allSatisfy { _, figures in
        figures.allSatisfy {
          layout.filledDown.contains($0.position) || line.cell($0.position).trimmed.isEmpty
        }
      }
  }

  private func expected(_ place: Int, _ line: SheetLine) -> SheetStatement? {
    guard layout.last != nil else { return nil }
    return SheetStatement(
      place: "", placeCell: layout.address(place, line.index), indicator: "",
      index: line.index, line: line.line(place))
  }

  /// Text of a cell, corrected and filled down, and the note on a correction.
  private mutating func text(_ position: Int, _ line: SheetLine) -> (text: String, note: String?) {
    var text = line.cell(position).trimmed
    var note: String?
    if !corrections.isEmpty,
      let correction = corrections[layout.cell(layout.address(position, line.index))]
    {
      corrected[correction.cell] = text
      if correction.expected == text {
        text = correction.corrected
        note = correction.note
      }
    }
    if layout.filledDown.contains(position) {
      if text.isEmpty { text = above[position] ?? "" }
      above[position] = text
    }
    return (text, note)
  }
}

extension [String] {
  /// Position of the last field that is not empty; -1 where all are.
  fileprivate var lastUsed: Int { lastIndex { !$0.isEmpty } ?? -1 }
}

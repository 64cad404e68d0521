// Reads figures by position: sheets of workbooks, and CSV files whose headings say nothing. Every layout
// is one walk over places; what stands where is the declaration's business.

import Documents
import IndicatorModel
import Warehouse

extension FigureReader {
  /// More columns than this are no table of figures.
  static let mostColumns = 5_000

  mutating func readSheets(_ take: (MappedFigure, Int) throws -> Void) throws {
    var parts = SheetParts(file.sheets)
    do {
      if Workbook.isWorkbook(file.path) {
        let workbook = try Workbook.open(
          path: path, name: file.path, knowsTexts: file.decimalMark != ".")
        for layout in file.sheets {
          try read(layout, of: workbook.sheet(layout.sheet ?? ""), &parts, take)
        }
      } else {
        for layout in file.sheets {
          try read(layout, of: nil, &parts, take)
        }
      }
    } catch let error as DocumentError {
      log.append(Diagnostic(error, file: file.path))
    }
    guard log.isEmpty else { return }
    warnOfUnreadCorrections()
    for (figure, line) in parts.figures { try take(figure, line) }
  }

  private mutating func read(
    _ layout: SheetLayout, of sheet: Workbook.Sheet?, _ parts: inout SheetParts,
    _ take: (MappedFigure, Int) throws -> Void
  ) throws {
    guard try hasItsHeadings(layout, sheet) else { return }
    let known = knownIndicators(of: layout)
    var lines = try sheetRows(sheet)
    var walk = SheetWalk(layout, corrections: file.corrections, known: known)
    while let line = try walk.next(&lines) {
      rows += 1
      for statement in walk.statements(on: line) {
        var row = TableRow(file: file.path, line: statement.line, fields: [], positions: [:])
        if let figure = figure(statement, layout, sheet, &row) {
          if parts.isOneRow(figure.indicator, of: layout) {
            try finish(figure, &row, take)
          } else if let mapped = try mapping.map(figure, &row) {
            parts.add(mapped, line: row.line, column: figure.valueColumn, &row)
          }
        }
        log.append(contentsOf: row.diagnostics)
      }
    }
    warnOfStaleCorrections(walk.corrected)
    if let missing = walk.missingPlace {
      log.append(
        Diagnostic(
          .sheetTooShort, [missing.address], file: file.path, line: missing.line,
          field: layout.cell(missing.address)))
    }
  }

  private func sheetRows(_ sheet: Workbook.Sheet?) throws(DocumentError) -> SheetRows {
    try SheetRows(sheet, path: path, separator: file.path.hasSuffix(".tsv") ? "\t" : ",")
  }

  /// Whether the sheet has the headings that were declared; tells those that differ.
  private mutating func hasItsHeadings(
    _ layout: SheetLayout, _ sheet: Workbook.Sheet?
  ) throws -> Bool {
    guard !layout.headings.isEmpty else { return true }
    let differences = try SheetHeadings.differences(from: layout, in: try sheetRows(sheet))
    for difference in differences {
      log.append(
        Diagnostic(
          .headingDiffers, [difference.heading.text, difference.found], file: file.path,
          line: difference.heading.row + 1, field: layout.cell(difference.heading.address)))
    }
    return differences.isEmpty
  }

  /// Tells the corrections that no longer hold, each once, and remembers which cells were read.
  private mutating func warnOfStaleCorrections(_ printed: [String: String]) {
    for correction in file.corrections {
      guard let found = printed[correction.cell], correctedCells.insert(correction.cell).inserted,
        found != correction.expected
      else { continue }
      log.warn(
        Diagnostic(
          .correctionStale, [correction.expected, found], file: file.path, field: correction.cell))
    }
  }

  private mutating func warnOfUnreadCorrections() {
    for correction in file.corrections where !correctedCells.contains(correction.cell) {
      log.warn(
        Diagnostic(
          .correctionUnread, [correction.cell], file: file.path, field: correction.cell))
    }
  }

  /// What the declaration heads columns with, told once where the catalog does not know it.
  private mutating func knownIndicators(of layout: SheetLayout) -> Set<String> {
    let codes = Set(layout.figures.map(\.indicator))
    for told in mapping.unknownIndicators(codes.sorted(), file: file.path) {
      log.append(Diagnostic(told.reason, told.arguments, file: file.path, field: told.field))
    }
    return codes.subtracting(log.entries.compactMap(\.field))
  }

  private func figure(
    _ statement: SheetStatement, _ layout: SheetLayout, _ sheet: Workbook.Sheet?,
    _ row: inout TableRow
  ) -> FigureStatement? {
    guard !statement.place.isEmpty else {
      row.reject(.valueMissing, ["place"], layout.cell(statement.placeCell))
      return nil
    }
    guard let period = Period(year: layout.year) else {
      row.reject(.notAYear, [String(layout.year)], layout.cell(statement.placeCell))
      return nil
    }
    var figure = FigureStatement(
      period: period, place: statement.place, indicator: statement.indicator,
      source: layout.source)
    figure.geography = layout.geography
    figure.placeKind = layout.placeKind
    figure.placeColumn = layout.cell(statement.placeCell)
    figure.note = statement.note
    let position = SheetLayout.Part.allCases.lazy.compactMap { statement.parts[$0]?.position }.first
    figure.origin = FigureOrigin(
      sheet: layout.sheet, cell: position.map { layout.address($0, statement.index) })
    for (part, said) in statement.parts {
      let cell = layout.cell(layout.address(said.position, statement.index))
      switch part {
      case .value:
        figure.valueColumn = cell
        let mark = mark(said.position, statement.index, layout, sheet)
        figure.value = row.number(said.text, cell: cell, mark: mark)
      case .rank:
        figure.rankColumn = cell
        figure.rank = row.rank(said.text, cell: cell)
      case .group: figure.group = said.text
      }
    }
    return row.diagnostics.isEmpty ? figure : nil
  }
}

extension FigureReader {
  /// A cell of a workbook that holds a number needs no mark, whatever texts beside it use.
  private func mark(
    _ position: Int, _ index: Int, _ layout: SheetLayout, _ sheet: Workbook.Sheet?
  ) -> Character {
    guard let sheet, file.decimalMark != "." else { return file.decimalMark }
    let (row, column) = layout.isTransposed ? (position, index) : (index, position)
    return sheet.isText(row: row, column: column) ? file.decimalMark : "."
  }
}

extension SheetLayout {
  /// A cell as diagnostics name it.
  func cell(_ address: String) -> String { sheet.map { "\($0)!\(address)" } ?? address }
}

extension TableRow {
  fileprivate mutating func number(_ text: String, cell: String, mark: Character) -> Double? {
    do {
      return try FigureText.parse(text, mark: mark)
    } catch {
      reject(.notANumber, [text, String(mark)], cell)
      return nil
    }
  }

  fileprivate mutating func rank(_ text: String, cell: String) -> Int? {
    guard let rank = Int32(text) else {
      reject(.notAnInteger, [text], cell)
      return nil
    }
    return Int(rank)
  }
}

/// Figures whose value, rank and group stand beside different names: kept until all are read.
private struct SheetParts {
  private struct Key: Hashable {
    let place: Int32
    let series: SeriesKey
    let period: CalendarDate
  }

  private var scattered: Set<String> = []
  private var kept: [Key: (figure: MappedFigure, line: Int)] = [:]

  /// The figures, in the order of their lines.
  var figures: [(figure: MappedFigure, line: Int)] {
    kept.values.sorted {
      ($0.line, $0.figure.series.indicator, $0.figure.place.id)
        < ($1.line, $1.figure.series.indicator, $1.figure.place.id)
    }
  }

  init(_ layouts: [SheetLayout]) {
    var places: [String: Set<String>] = [:]
    for (number, layout) in layouts.enumerated() {
      for figure in layout.figures {
        places[Self.name(figure.indicator, layout), default: []].insert("\(number) \(figure.place)")
      }
    }
    scattered = Set(places.filter { $0.value.count > 1 }.keys)
  }

  private static func name(_ indicator: String, _ layout: SheetLayout) -> String {
    "\(layout.year) \(layout.source) \(layout.geography ?? "") \(indicator)"
  }

  func isOneRow(_ indicator: String, of layout: SheetLayout) -> Bool {
    !scattered.contains(Self.name(indicator, layout))
  }

  /// Adds a part; what was said before is a duplicate.
  mutating func add(_ part: MappedFigure, line: Int, column: String, _ row: inout TableRow) {
    let key = Key(place: part.place.id, series: part.series, period: part.period)
    guard var whole = kept[key] else {
      kept[key] = (part, line)
      return
    }
    let isTwice =
      (whole.figure.value != nil && part.value != nil)
      || (whole.figure.rank != nil && part.rank != nil)
      || (whole.figure.group != nil && part.group != nil)
    guard !isTwice else {
      row.reject(.duplicateRow, ["", String(whole.line)], column)
      return
    }
    if part.value != nil || whole.figure.value == nil && part.rank != nil {
      whole.line = line
      whole.figure.origin = part.origin
    }
    whole.figure.value = whole.figure.value ?? part.value
    whole.figure.rank = whole.figure.rank ?? part.rank
    whole.figure.group = whole.figure.group ?? part.group
    whole.figure.note = whole.figure.note ?? part.note
    kept[key] = whole
  }
}

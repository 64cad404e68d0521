// Reads a table of figures, long or wide, statement by statement; sheets in FigureReader+Sheet.swift, what
// provinces report in FigureReader+Reported.swift, exports in FigureReader+Exported.swift.

import Documents
import IndicatorModel
import Warehouse

/// Reads the figures of one file.
struct FigureReader {
  /// Part of what decides whether a file is read again.
  static let version = "figures 3"

  static let long = (
    required: ["place", "indicator"],
    optional: [
      "year", "period", "freq", "source", "geography", "level", "value", "rank", "rank_of", "group",
      "unit", "flags", "note",
    ]
  )
  static let wide = ["year", "place", "source"]
  static let wideOptional = ["geography", "level", "flags", "note"]

  let path: String
  let file: Job.File
  var log = DiagnosticLog()
  var rows = 0
  /// Which half of a long table is read; nil for all of it.
  var half: FileHalf?
  /// Checksum of a long table that was read to its end.
  private(set) var checksum: FileChecksum?
  /// How many lines of a long table were read, if the next row begins where the first half ends.
  private(set) var linesOfHalf: Int?
  /// Takes how far the reading of a long table is, once in a while.
  var watch: ((_ rows: Int, _ bytes: Int, _ size: Int) -> Void)?
  var mapping: FigureMapping
  /// Cells of corrections that were read.
  var correctedCells: Set<String> = []

  init(path: String, file: Job.File, catalog: LoadCatalog) {
    self.path = path
    self.file = file
    mapping = FigureMapping(catalog: catalog)
  }

  /// Reads all figures; what is wrong goes to the log and reading goes on.
  ///
  /// - Parameters:
  ///   - takeBrief: takes a figure whose parts were all known, and its line; says whether that was
  ///     enough, or `take` has to be given all that it means.
  ///   - take: takes a figure and the line it stands on.
  /// - Throws: what `take` and `takeBrief` throw.
  mutating func read(
    brief takeBrief: (BriefFigure, _ line: Int) throws -> Bool = { _, _ in false },
    _ take: (MappedFigure, _ line: Int) throws -> Void
  ) throws {
    do {
      switch file.shape {
      case .long where file.isReported: try readReported(take)
      case .long: try readLong(takeBrief, take)
      case .wide: try readWide(take)
      case .sheet: try readSheets(take)
      case .exported: try readExported(.plain, take)
      case .sdmxCSV: try readExported(.sdmx, take)
      }
    } catch let diagnostic as Diagnostic {
      log.append(diagnostic)
    }
  }

  /// Whether the header of a long table lets its rows say nothing of a figure but its value; what is
  /// wrong with the file is told when it is read.
  var saysValuesOnly: Bool {
    guard case .long = file.shape, !file.isReported,
      let table = try? TableReader(
        path: path, file: file.path, required: Self.long.required, optional: Self.long.optional)
    else { return false }
    return !table.columns.contains { ["rank", "rank_of", "group", "flags", "note"].contains($0) }
  }

  private mutating func readLong(
    _ takeBrief: (BriefFigure, Int) throws -> Bool, _ take: (MappedFigure, Int) throws -> Void
  ) throws {
    var table = try TableReader(
      path: path, file: file.path, required: Self.long.required, optional: Self.long.optional)
    if !table.columns.contains("period"), !table.columns.contains("year") {
      throw Diagnostic(.missingColumn, ["year"], file: file.path, line: 1)
    }
    if file.source == nil, !table.columns.contains("source") {
      throw Diagnostic(.missingColumn, ["source"], file: file.path, line: 1)
    }
    if let half { try table.limit(to: half) }
    var shortcut = FigureShortcut(columns: table.columns, decimalMark: file.decimalMark)
    while try table.advance() {
      rows += 1
      tellProgress(table.cells.bytesRead, of: table.cells.size)
      if let brief = shortcut.brief(of: table.cells) {
        if log.isEmpty, try !takeBrief(brief, table.line) {
          try take(shortcut.figure(brief), table.line)
        }
        continue
      }
      var row = try table.row()
      if var figure = statement(&row), let indicator = row.required("indicator") {
        figure.indicator = indicator
        figure.value = row.number("value", mark: file.decimalMark)
        figure.rank = row.integer("rank")
        figure.rankOf = row.integer("rank_of")
        figure.group = row.text("group")
        figure.unit = row.text("unit")
        if let mapped = try mapping.map(figure, &row), row.diagnostics.isEmpty {
          let bounds = mapping.bounds(of: figure)
          shortcut.remember(mapped, bounds: bounds, of: table.cells)
          if log.isEmpty { try take(mapped, row.line) }
        }
      }
      log.append(contentsOf: row.diagnostics)
    }
    checksum = table.cells.checksum
    linesOfHalf = table.cells.endsOnTime ? table.cells.nextLine - 1 : nil
  }

  private mutating func readWide(_ take: (MappedFigure, Int) throws -> Void) throws {
    var table = try TableReader(
      path: path, file: file.path, required: Self.wide, optional: nil)
    let columns = table.columns.filter {
      !Self.wide.contains($0) && !Self.wideOptional.contains($0)
    }
    let codes = columns.filter { !$0.hasSuffix(".rank") }
    let ranksAlone = columns.filter { $0.hasSuffix(".rank") }.map { $0.dropSuffix(".rank") }
      .filter { !codes.contains($0) }
    let unknown = mapping.unknownIndicators(codes + ranksAlone, file: file.path)
    log.append(contentsOf: unknown)
    let known = (codes + ranksAlone).filter { code in !unknown.contains { $0.field == code } }
    while var row = try table.next() {
      rows += 1
      tellProgress(table.cells.bytesRead, of: table.cells.size)
      if let base = statement(&row) {
        for code in known {
          guard row.text(code) != nil || row.text(code + ".rank") != nil else { continue }
          var figure = base
          figure.indicator = code
          figure.valueColumn = code
          figure.rankColumn = code + ".rank"
          figure.indicatorColumn = code
          figure.value = row.number(code, mark: file.decimalMark)
          figure.rank = row.integer(code + ".rank")
          try finish(figure, &row, take)
        }
      }
      log.append(contentsOf: row.diagnostics)
    }
  }

  func tellProgress(_ bytes: Int, of size: Int) {
    if rows & (ProgressClock.rows - 1) == 0 { watch?(rows, bytes, size) }
  }

  /// What every row says: period, place, source.
  private func statement(_ row: inout TableRow) -> FigureStatement? {
    guard let period = period(&row), let place = row.required("place"),
      let source = row.text("source") ?? file.source ?? row.required("source")
    else { return nil }
    var figure = FigureStatement(period: period, place: place, indicator: "", source: source)
    figure.geography = row.text("geography")
    figure.flags = row.text("flags")
    figure.note = row.text("note")
    if let level = row.text("level") {
      figure.level = row.word("level", of: Level.words) ?? level
    }
    return figure
  }

  /// The period of a row: its column `period`, else its year.
  func period(_ row: inout TableRow) -> Period? {
    guard let text = row.text("period") else {
      guard row.required("year") != nil else { return nil }
      return row.year("year").flatMap { Period(year: $0) }
    }
    guard let period = Period(text), (1900...2199).contains(period.year) else {
      row.reject(.notAPeriod, [text], "period")
      return nil
    }
    let frequency = row.word("freq", of: Frequency.allCases.map(\.rawValue))
    guard frequency == nil || frequency == period.frequency.rawValue else {
      row.reject(.notAllowed, ["freq", frequency ?? "", period.frequency.rawValue], "freq")
      return nil
    }
    return period
  }

  mutating func finish(
    _ figure: FigureStatement, _ row: inout TableRow, _ take: (MappedFigure, Int) throws -> Void
  ) throws {
    // Nothing of a file with an error is loaded, so nothing more need be taken.
    guard let mapped = try mapping.map(figure, &row), row.diagnostics.isEmpty, log.isEmpty else {
      return
    }
    try take(mapped, row.line)
  }
}

// Reads a table of figures, long or wide, statement by statement; sheets in FigureReader+Sheet.swift.

import IndicatorModel
import Warehouse

/// Reads the figures of one file.
struct FigureReader {
  /// Part of what decides whether a file is read again.
  static let version = "figures 1"

  static let long = (
    required: ["year", "place", "indicator", "source"],
    optional: [
      "geography", "level", "value", "rank", "rank_of", "group", "unit", "flags", "note",
    ]
  )
  static let wide = ["year", "place", "source"]
  static let wideOptional = ["geography", "level", "flags", "note"]

  let path: String
  let file: Job.File
  var log = DiagnosticLog()
  var rows = 0
  var mapping: FigureMapping

  init(path: String, file: Job.File, catalog: LoadCatalog) {
    self.path = path
    self.file = file
    mapping = FigureMapping(catalog: catalog)
  }

  /// Reads all figures; what is wrong goes to the log and reading goes on.
  ///
  /// - Parameter take: takes a figure and the line it stands on.
  /// - Throws: what `take` throws.
  mutating func read(_ take: (MappedFigure, _ line: Int) throws -> Void) throws {
    do {
      switch file.shape {
      case .long: try readLong(take)
      case .wide: try readWide(take)
      case .sheet: try readSheets(take)
      }
    } catch let diagnostic as Diagnostic {
      log.append(diagnostic)
    }
  }

  private mutating func readLong(_ take: (MappedFigure, Int) throws -> Void) throws {
    var table = try TableReader(
      path: path, file: file.path, required: Self.long.required, optional: Self.long.optional)
    while var row = try table.next() {
      rows += 1
      if var figure = statement(&row), let indicator = row.required("indicator") {
        figure.indicator = indicator
        figure.value = row.number("value", mark: file.decimalMark)
        figure.rank = row.integer("rank")
        figure.rankOf = row.integer("rank_of")
        figure.group = row.text("group")
        figure.unit = row.text("unit")
        try finish(figure, &row, take)
      }
      log.append(contentsOf: row.diagnostics)
    }
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

  /// What every row says: year, place, source.
  private func statement(_ row: inout TableRow) -> FigureStatement? {
    guard let year = row.required("year") == nil ? nil : row.year("year"),
      let place = row.required("place"), let source = row.required("source")
    else { return nil }
    var figure = FigureStatement(year: year, place: place, indicator: "", source: source)
    figure.geography = row.text("geography")
    figure.flags = row.text("flags")
    figure.note = row.text("note")
    if let level = row.text("level") {
      figure.level = row.word("level", of: Level.words) ?? level
    }
    return figure
  }

  mutating func finish(
    _ figure: FigureStatement, _ row: inout TableRow, _ take: (MappedFigure, Int) throws -> Void
  ) throws {
    // Nothing of a file with an error is loaded, so nothing more need be taken.
    guard let mapped = mapping.map(figure, &row), row.diagnostics.isEmpty, log.isEmpty else {
      return
    }
    try take(mapped, row.line)
  }
}

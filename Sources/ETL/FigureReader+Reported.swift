// Reads what a province reports of its own results: a table that `chiso plan template` writes and a person
// fills in, each figure with the document that says so.

import IndicatorModel
import Warehouse

extension FigureReader {
  /// Part of what decides whether a file of results is read again.
  static let versionOfReported = "reported 1"

  /// Columns of a table of results.
  static let reported = (
    required: ["place", "indicator", "level", "period", "value", "document", "page"],
    optional: ["rank", "rank_of", "flags", "note"]
  )

  /// The tier of a source that reports of itself.
  private static let tier = 2

  mutating func readReported(_ take: (MappedFigure, _ line: Int) throws -> Void) throws {
    let source = file.source ?? ""
    if let tier = mapping.tier(of: source), tier != Self.tier {
      throw Diagnostic(.wrongTier, [source, String(tier)], file: file.path, field: "source")
    }
    var table = try TableReader(
      path: path, file: file.path, required: Self.reported.required,
      optional: Self.reported.optional)
    var empty = 0
    while var row = try table.next() {
      rows += 1
      // A line of the template that nobody has filled in yet.
      guard row.text("value") != nil || row.text("rank") != nil else {
        empty += 1
        continue
      }
      if let figure = reported(&row, source) { try finish(figure, &row, take) }
      log.append(contentsOf: row.diagnostics)
    }
    if empty > 0 {
      log.warn(Diagnostic(.rowsEmpty, [String(empty), String(rows)], file: file.path))
    }
  }

  private func reported(_ row: inout TableRow, _ source: String) -> FigureStatement? {
    let place = row.required("place")
    let indicator = row.required("indicator")
    let document = row.required("document")
    let page = row.integer("page")
    if let page, page < 1 { row.reject(.notAnInteger, [String(page)], "page") }
    guard row.required("period") != nil, let period = self.period(&row), let place, let indicator
    else { return nil }
    var figure = FigureStatement(
      period: period, place: place, indicator: indicator, source: source)
    figure.awaitsEdition = false
    if let level = row.text("level") { figure.level = row.word("level", of: Level.words) ?? level }
    figure.value = row.number("value", mark: file.decimalMark)
    figure.rank = row.integer("rank")
    figure.rankOf = row.integer("rank_of")
    figure.flags = row.text("flags")
    figure.note = row.text("note")
    figure.origin = FigureOrigin(document: document, page: page.map(Int32.init(clamping:)))
    return figure
  }
}

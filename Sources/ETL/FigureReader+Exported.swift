// Reads back what `chiso export` wrote, as csv, tsv or SDMX-CSV: a row per figure, under the names of either.

import Documents
import IndicatorModel
import Warehouse

extension FigureReader {
  /// What the columns of an export are called.
  struct ExportedNames {
    let place, indicator, level, freq, geography, source, period: String
    let value, rank, rankOf, group, flags, unit, document, page, note: String
    /// Columns that say again what the catalog says, or what the form demands.
    let passedOver: [String]
    /// What stands for no level.
    var noLevel = ""
    /// What stands for the dots of codes.
    var dot: Character = "."

    var required: [String] {
      [place, indicator, level, freq, geography, source, period, value, flags]
    }
    var optional: [String] {
      [rank, rankOf, group, unit, document, page, note] + passedOver
    }

    static let plain = ExportedNames(
      place: "place", indicator: "indicator", level: "level", freq: "freq",
      geography: "geography", source: "source", period: "period", value: "value", rank: "rank",
      rankOf: "rank_of", group: "group", flags: "flags", unit: "unit", document: "document",
      page: "page", note: "note", passedOver: ["edition", "published_on"])

    static let sdmx = ExportedNames(
      place: "REF_AREA", indicator: "INDICATOR", level: "ADMIN_LEVEL", freq: "FREQ",
      geography: "GEOGRAPHY", source: "SOURCE", period: "TIME_PERIOD", value: "OBS_VALUE",
      rank: "RANK", rankOf: "RANK_OF", group: "RANK_GROUP", flags: "FLAGS", unit: "UNIT_MEASURE",
      document: "DOCUMENT", page: "PAGE", note: "COMMENT_OBS",
      passedOver: [
        "STRUCTURE", "STRUCTURE_ID", "ACTION", "OBS_STATUS", "DECIMALS", "EDITION",
        "PUBLISHED_ON", "BREAK", "DERIVED", "RANK_SOURCE", "CARRIED_FROM",
      ], noLevel: "_Z", dot: "$")
  }

  mutating func readExported(
    _ names: ExportedNames, _ take: (MappedFigure, _ line: Int) throws -> Void
  ) throws {
    var table = try TableReader(
      path: path, file: file.path, required: names.required, optional: names.optional)
    while var row = try table.next() {
      rows += 1
      tellProgress(table.cells.bytesRead, of: table.cells.size)
      row.removeFormulaGuards()
      if let figure = exported(&row, names) { try finish(figure, &row, take) }
      log.append(contentsOf: row.diagnostics)
    }
  }

  private func exported(_ row: inout TableRow, _ names: ExportedNames) -> FigureStatement? {
    // What is to be deleted, or was made here of other figures, is no figure to load.
    _ = row.word("ACTION", of: ["I", "A", "M", "R"])
    _ = row.word("DERIVED", of: ["false"])
    let place = row.required(names.place)
    let indicator = row.required(names.indicator)
    let source = row.required(names.source)
    guard let period = exportedPeriod(&row, names), let place, let indicator, let source,
      let geography = row.required(names.geography)
    else { return nil }
    var figure = FigureStatement(
      period: period, place: place,
      indicator: String(indicator.map { $0 == names.dot ? "." : $0 }), source: source)
    figure.geography = geography
    if let level = row.text(names.level), level != names.noLevel {
      figure.level = row.word(names.level, of: Level.words) ?? level
    }
    figure.value = row.number(names.value, mark: file.decimalMark)
    figure.rank = row.integer(names.rank)
    figure.rankOf = row.integer(names.rankOf)
    figure.group = row.text(names.group)
    figure.unit = row.text(names.unit)
    figure.flags = row.text(names.flags)
    figure.note = row.text(names.note)
    figure.placeColumn = names.place
    figure.valueColumn = names.value
    figure.rankColumn = names.rank
    figure.indicatorColumn = names.indicator
    if let document = row.text(names.document) {
      figure.awaitsEdition = false
      figure.origin = FigureOrigin(
        document: document, page: row.integer(names.page).map(Int32.init(clamping:)))
    }
    return figure
  }

  private func exportedPeriod(_ row: inout TableRow, _ names: ExportedNames) -> Period? {
    guard let text = row.required(names.period) else { return nil }
    guard let period = Period(text), (1900...2199).contains(period.year) else {
      row.reject(.notAPeriod, [text], names.period)
      return nil
    }
    _ = row.word(names.freq, of: [period.frequency.rawValue])
    return period
  }
}

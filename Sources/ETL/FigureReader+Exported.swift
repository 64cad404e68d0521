// Reads back what `chiso export` wrote, as csv, tsv or SDMX-CSV: a row per figure, under the names of either.

import Documents
import IndicatorModel
import Warehouse

/// What tables that are exported and those that are loaded again have in common.
public enum ExportedTable {
  /// The structure that rows of SDMX-CSV have: agency, name and version.
  public static let structure = "CHISO:INDICATORS(1.0.0)"
}

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

    /// Names of the column of flags, and of the one that holds one of them.
    var status: String?
    /// The name of the edition.
    var edition: String

    var required: [String] {
      [place, indicator, level, freq, geography, source, period, value] + [status ?? flags]
    }
    var optional: [String] {
      [rank, rankOf, group, unit, document, page, note, edition, flags].filter {
        !required.contains($0)
      } + passedOver
    }

    static let plain = ExportedNames(
      place: "place", indicator: "indicator", level: "level", freq: "freq",
      geography: "geography", source: "source", period: "period", value: "value", rank: "rank",
      rankOf: "rank_of", group: "group", flags: "flags", unit: "unit", document: "document",
      page: "page", note: "note", passedOver: ["published_on"], edition: "edition")

    static let sdmx = ExportedNames(
      place: "REF_AREA", indicator: "INDICATOR", level: "ADMIN_LEVEL", freq: "FREQ",
      geography: "GEOGRAPHY", source: "SOURCE", period: "TIME_PERIOD", value: "OBS_VALUE",
      rank: "RANK", rankOf: "RANK_OF", group: "RANK_GROUP", flags: "FLAGS", unit: "UNIT_MEASURE",
      document: "DOCUMENT", page: "PAGE", note: "COMMENT_OBS",
      passedOver: [
        "STRUCTURE", "STRUCTURE_ID", "ACTION", "DECIMALS", "PUBLISHED_ON", "BREAK",
        "BREAK_REASON", "DERIVED", "RANK_SOURCE", "CARRIED_FROM",
      ], noLevel: "_Z", dot: "$", status: "OBS_STATUS", edition: "EDITION")
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
      if let figure = exported(&row, names) {
        let edition = mapping.edition(of: figure)?.code
        if let said = row.text(names.edition), said != edition {
          row.reject(.notAllowed, [names.edition, said, edition ?? "–"], names.edition)
        }
        try finish(figure, &row, take)
      }
      log.append(contentsOf: row.diagnostics)
    }
  }

  private func exported(_ row: inout TableRow, _ names: ExportedNames) -> FigureStatement? {
    // What is to be deleted, was made here of other figures, or has its rank from elsewhere than its value,
    // is no figure of its source.
    _ = row.word("STRUCTURE_ID", of: [ExportedTable.structure])
    _ = row.word("ACTION", of: ["I", "A", "M", "R"])
    _ = row.word("DERIVED", of: ["false"])
    if let elsewhere = row.text("RANK_SOURCE") {
      row.reject(.notAllowed, ["RANK_SOURCE", elsewhere, "–"], "RANK_SOURCE")
    }
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
    figure.flags = flags(&row, names)
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

  /// The flags of a row; where a table has one of them in a column of its own it must be among them.
  private func flags(_ row: inout TableRow, _ names: ExportedNames) -> String? {
    let flags = row.text(names.flags)
    guard let column = names.status, let status = row.text(column) else { return flags }
    guard let flags else { return status }
    if !flags.contains(status) { row.reject(.notAllowed, [column, status, flags], column) }
    return flags
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

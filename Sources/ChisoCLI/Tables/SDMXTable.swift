// Figures in the columns of SDMX-CSV 2.0: structure, dimensions with the period last, measures, attributes.
// Codes of the standard hold no dots, so those of indicators have $ in their place.

import ETL
import RowRendering
import Warehouse

/// A figure as SDMX tells it.
struct SDMXFigure {
  var freq: String
  /// ISO 3166-2 where there is one, else the id of the place.
  var area: String
  var indicator: String
  var level: String
  var geography: String
  var source: String?
  var period: String
  var value: Double?
  var rank: Int?
  var rankOf: Int?
  var group: String?
  var unit: String?
  var decimals: Int
  var flags: String
  var edition: String?
  var publishedOn: String?
  var document: String?
  var page: Int?
  var note: String?
  /// What parts it from the figure before, and why; nil for nothing.
  var breakKind: String?
  var breakReason: String?
  var isDerived = false
  var rankSource: String?
  /// The former provinces whose mean the value is.
  var carriedFrom: [String]?
}

/// Rows of SDMX-CSV 2.0.
enum SDMXTable {
  /// The code of the standard for what has no such dimension.
  private static let notApplicable = "_Z"

  static var columns: [Column] {
    [
      "STRUCTURE", "STRUCTURE_ID", "ACTION",
      "FREQ", "REF_AREA", "INDICATOR", "ADMIN_LEVEL", "GEOGRAPHY", "SOURCE", "TIME_PERIOD",
      "OBS_VALUE", "RANK", "RANK_OF", "RANK_GROUP",
      "OBS_STATUS", "FLAGS", "UNIT_MEASURE", "DECIMALS", "EDITION", "PUBLISHED_ON", "DOCUMENT",
      "PAGE", "COMMENT_OBS", "BREAK", "BREAK_REASON", "DERIVED", "RANK_SOURCE", "CARRIED_FROM",
    ].map { Column(key: $0, heading: $0) }
  }

  static func fields(_ figure: SDMXFigure) -> [Field] {
    [
      .text("datastructure"), .text(ExportedTable.structure), .text("I"),
      .text(figure.freq), .text(figure.area), .text(code(figure.indicator)),
      .text(figure.level.isEmpty ? notApplicable : figure.level), .text(figure.geography),
      .text(figure.source ?? notApplicable), .text(figure.period),
      .number(figure.value), .integer(figure.rank), .integer(figure.rankOf), .text(figure.group),
      .text(status(figure.flags)), .text(figure.flags), .text(figure.unit),
      .integer(figure.decimals), .text(figure.edition), .date(figure.publishedOn),
      .text(figure.document), .integer(figure.page), .text(figure.note), .text(figure.breakKind),
      .text(figure.breakReason),
      .boolean(figure.isDerived), .text(figure.rankSource),
      .text(figure.carriedFrom?.joined(separator: "+")),
    ]
  }

  private static func code(_ text: String) -> String {
    String(text.map { $0 == "." ? "$" : $0 })
  }

  /// The one code that OBS_STATUS can hold of a set: what a reader must know most.
  private static func status(_ flags: String) -> String {
    let telling = "MBEP".first { flags.contains($0) }
    return String(telling ?? "A")
  }
}

extension SDMXFigure {
  init(_ row: ObservationRow) {
    self.init(
      freq: row.freq, area: row.iso ?? row.place, indicator: row.indicator, level: row.level,
      geography: row.geography, source: row.source,
      period: FigureTable.period(row.period, freq: row.freq), value: row.value, rank: row.rank,
      rankOf: row.rankOf, group: row.group, unit: row.unit, decimals: row.decimals,
      flags: row.flags, edition: row.edition, publishedOn: row.publishedOn,
      document: row.document, page: row.page, note: row.note)
  }

  /// A figure of a question.
  ///
  /// - Parameters:
  ///   - row: the figure.
  ///   - codes: ISO 3166-2 codes of places by their ids.
  init(_ row: FigureRow, codes: [String: String]) {
    self.init(
      freq: row.freq, area: codes[row.place] ?? row.place, indicator: row.indicator,
      level: row.level, geography: row.geography, source: row.source,
      period: FigureTable.period(row), value: row.value, rank: row.rank, rankOf: row.rankOf,
      group: row.group, unit: row.unit, decimals: row.decimals, flags: row.flags,
      edition: row.edition, publishedOn: row.publishedOn, breakKind: row.breakKind,
      breakReason: row.breakReason, isDerived: row.isDerived, rankSource: row.rankSource,
      carriedFrom: row.carriedFrom)
  }

  /// Figures of a question, with the codes of their places.
  static func figures(_ rows: [FigureRow], _ session: inout Session) throws -> [SDMXFigure] {
    let places = try session.listPlaces(Set(rows.map(\.place)).sorted(), on: nil)
    let codes = Dictionary(
      places.compactMap { place in place.isoCode.map { (place.place, $0) } },
      uniquingKeysWith: { first, _ in first })
    return rows.map { SDMXFigure($0, codes: codes) }
  }
}

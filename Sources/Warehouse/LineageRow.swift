// Where many figures were read, in one question; of one figure `Citation.swift` tells all.

import LibPQ
import WarehouseSQL

/// Where a source's figure was read.
public struct LineageRow: Sendable, Hashable {
  /// Id of the place.
  public let place: String
  /// Code of the indicator.
  public let indicator: String
  /// Cut by administrative level; empty for none.
  public let level: String
  /// A, Q or M.
  public let freq: String
  /// First day of the period, ISO.
  public let period: String
  /// Set of provinces.
  public let geography: String
  /// Who says so.
  public let source: String
  /// The load that said so.
  public let load: Int
  /// The job of the load.
  public let job: String?
  /// The file of the job.
  public let file: String?
  /// SHA-256 of the file, hex.
  public let sha256: String?
  /// Line of the file, from 1.
  public let line: Int?
  /// Sheet of the workbook; nil in files without sheets.
  public let sheet: String?
  /// Cell of the value, else of the rank or the group.
  public let cell: String?
  /// The document that a province names for a result of its own.
  public let document: String?
  /// Page of the document, from 1.
  public let page: Int?

  init(_ row: borrowing Row) throws {
    place = try row.value("place")
    indicator = try row.value("indicator")
    level = try row.value("level")
    freq = try row.value("freq")
    period = try row.value("period")
    geography = try row.value("geography")
    source = try row.value("source")
    load = try row.value("load_id")
    job = try row.value("job")
    file = try row.value("file")
    sha256 = try row.value("sha256")
    line = try row.value("line")
    sheet = try row.value("sheet")
    cell = try row.value("cell")
    document = try row.value("document")
    page = try row.value("page")
  }
}

extension Session {
  /// Asks where figures of places were read.
  ///
  /// - Parameters:
  ///   - selection: places and indicators, which have to be named, and the day of knowledge.
  ///   - lastYear: no later year; nil to the last.
  /// - Returns: one row per place, indicator, period, geography and source.
  /// - Throws: `PostgresError`.
  public mutating func lineage(
    _ selection: Selection, until lastYear: Int?
  ) throws -> [LineageRow] {
    try connection.query(
      Statement(.listLineage),
      [
        .textArray(selection.places ?? []), .textArray(selection.indicators ?? []),
        .optionalInt32(lastYear.map(Int32.init(clamping:))), selection.asOfParameter,
      ]
    ).map { row in try LineageRow(row) }
  }
}

// The listings of the catalog and of what is here.

public import IndicatorModel
import LibPQ
import WarehouseSQL

extension Session {
  /// Lists places in the order of the register.
  ///
  /// - Parameters:
  ///   - ids: ids of places; nil for all.
  ///   - day: only places that exist on that day; nil for all.
  /// - Returns: one row per place.
  /// - Throws: `PostgresError`.
  public mutating func listPlaces(_ ids: [String]?, on day: CalendarDate?) throws -> [PlaceRow] {
    try connection.query(
      Statement(.listPlaces),
      [.list(ids), .optionalDate(day?.description)]
    ).map { row in try PlaceRow(row) }
  }

  /// Lists indicators in the catalog's order.
  ///
  /// - Parameter codes: codes; nil for all.
  /// - Returns: one row per indicator.
  /// - Throws: `PostgresError`.
  public mutating func listIndicators(_ codes: [String]?) throws -> [IndicatorRow] {
    try connection.query(
      Statement(.listIndicators), [.list(codes)]
    ).map { row in try IndicatorRow(row) }
  }

  /// Lists editions by index and year.
  ///
  /// - Parameters:
  ///   - indices: par, sipas, papi, pci, dti; nil for all.
  ///   - years: years assessed; nil for all.
  /// - Returns: one row per edition.
  /// - Throws: `PostgresError`.
  public mutating func listEditions(
    _ indices: [String]?, years: YearSelection?
  ) throws -> [EditionRow] {
    try connection.query(
      Statement(.listEditions),
      [
        .list(indices),
        .optionalInt32(years?.first.map(Int32.init(clamping:))),
        .optionalInt32(years?.last.map(Int32.init(clamping:))),
      ]
    ).map { row in try EditionRow(row) }
  }

  /// Lists sources, the preferred first.
  ///
  /// - Parameter ids: ids of sources; nil for all.
  /// - Returns: one row per source.
  /// - Throws: `PostgresError`.
  public mutating func listSources(_ ids: [String]?) throws -> [SourceRow] {
    try connection.query(
      Statement(.listSources), [.list(ids)]
    ).map { row in try SourceRow(row) }
  }

  /// Tells how much of each edition is here.
  ///
  /// - Returns: one row per edition with figures, by index and year.
  /// - Throws: `PostgresError`.
  public mutating func coverage() throws -> [CoverageRow] {
    try connection.query(Statement(.listCoverage)).map { row in try CoverageRow(row) }
  }
}

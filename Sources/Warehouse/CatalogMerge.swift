// Merges the catalog: a whole new one in one transaction, table by table.

import LibPQ
import WarehouseSQL

/// A table of the catalog as rows of JSON objects, one text per table.
public struct CatalogTables: Sendable {
  /// sources.csv.
  public var sources = "[]"
  /// places.csv.
  public var places = "[]"
  /// mergers.csv.
  public var successions = "[]"
  /// Names of places: those of places.csv and aliases.csv, with their folded keys.
  public var placeAliases = "[]"
  /// indicators.csv.
  public var indicators = "[]"
  /// Names of indicators: those of indicators.csv and indicator_aliases.csv, with their folded keys.
  public var indicatorAliases = "[]"
  /// editions.csv.
  public var editions = "[]"
  /// comparability.csv.
  public var comparability = "[]"
  /// scale.csv.
  public var scales = "[]"
  /// allowances.csv.
  public var allowances = "[]"

  /// Makes a catalog of empty tables.
  public init() {}
}

extension Session {
  /// Makes the catalog of the database say what the tables say; the caller's transaction.
  ///
  /// - Parameter tables: the new catalog.
  /// - Returns: how many facts would lose their place, series or indicator; 0 unless refused.
  /// - Throws: `PostgresError`.
  public mutating func mergeCatalog(_ tables: CatalogTables) throws -> Int {
    let steps: [(SQLFile, String?)] = [
      (.mergeSources, tables.sources), (.mergePlaces, tables.places),
      (.mergeRegions, tables.places), (.mergeSuccessions, tables.successions),
      (.setLineages, nil), (.mergePlaceAliases, tables.placeAliases),
      (.mergeIndicators, tables.indicators), (.mergeIndicatorParents, tables.indicators),
      (.mergeIndicatorAliases, tables.indicatorAliases), (.mergeEditions, tables.editions),
      (.setPreviousEditions, nil), (.mergeComparability, tables.comparability),
      (.mergeScales, tables.scales), (.mergeAllowances, tables.allowances),
    ]
    for (file, json) in steps {
      _ = try connection.query(Statement(file), json.map { [.json($0)] } ?? [])
    }
    return try run([.orphan]).counts[.error] ?? 0
  }
}

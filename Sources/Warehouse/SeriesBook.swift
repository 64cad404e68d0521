// Numbers of series. New ones are made on a connection of their own and stay when the load that wanted
// them is refused: a series without figures says nothing.

import LibPQ
import Synchronization
import WarehouseSQL

/// What parts one series from another.
public struct SeriesKey: Sendable, Hashable {
  /// Number of the indicator.
  public let indicator: Int32
  /// Administrative level; empty for none.
  public let level: String
  /// A, Q or M.
  public let frequency: String
  /// Set of provinces.
  public let geography: String
  /// Number of the source.
  public let source: Int32
  /// Level of the places that it is about.
  public var places: PlaceLevel

  /// Names a series.
  ///
  /// - Parameters:
  ///   - indicator: number of the indicator.
  ///   - level: administrative level; empty for none.
  ///   - frequency: A, Q or M.
  ///   - geography: set of provinces.
  ///   - source: number of the source.
  ///   - places: level of the places that it is about.
  public init(
    indicator: Int32, level: String, frequency: String, geography: String, source: Int32,
    places: PlaceLevel
  ) {
    self.indicator = indicator
    self.level = level
    self.frequency = frequency
    self.geography = geography
    self.source = source
    self.places = places
  }
}

/// The numbers of all series of a database, for all who read files of one load.
public final class SeriesBook: Sendable {
  private struct Pages: ~Copyable {
    var session: Session
    var numbers: [SeriesKey: Int32] = [:]
  }

  private let pages: Mutex<Pages>

  /// Opens the book on a connection of its own.
  ///
  /// - Parameter conninfo: the same database as the load's.
  /// - Throws: `PostgresError`, `WarehouseError`.
  public init(_ conninfo: String) throws {
    var pages = Pages(session: try Session(conninfo, for: .loading))
    // No series waits for the disk: the commit of figures that name it takes it there, too, and where that
    // never comes, nobody misses it.
    try pages.session.connection.run(
      Statement(name: "commit at ease", text: "set synchronous_commit = off"))
    try pages.session.connection.query(Statement(.listSeries)).forEach { row throws in
      let key = SeriesKey(
        indicator: try row.value("indicator_id"), level: try row.value("level"),
        frequency: try row.value("freq"), geography: try row.value("geography"),
        source: try row.value("source_id"),
        places: PlaceLevel(column: try row.value("place_level")))
      pages.numbers[key] = try row.value("series_id")
    }
    self.pages = Mutex(pages)
  }

  /// Whether its connection still serves.
  public var isUsable: Bool { pages.withLock { $0.session.connection.isUsable } }

  /// Number of a series, made if it is new.
  ///
  /// - Parameter key: the series.
  /// - Returns: its number.
  /// - Throws: `PostgresError`.
  public func number(of key: SeriesKey) throws -> Int32 {
    try pages.withLock { pages in
      if let known = pages.numbers[key] { return known }
      let added = try pages.session.connection.query(
        Statement(.addSeries),
        [
          .int32(key.indicator), .text(key.level), .text(key.frequency), .text(key.geography),
          .int32(key.source), .text(key.places.rawValue),
        ])
      let number = try added.value(0, 0, as: Int32.self)
      pages.numbers[key] = number
      return number
    }
  }
}

// What the names of places mean to a load. Names are many, three or four for each place: they are taken apart
// when the first text comes that is not the id of a place, and a table of ids, however large, never waits
// for them.

import IndicatorModel
import LibPQ
import Synchronization
import WarehouseSQL

/// The names of all places, for all who read files of one load.
final class PlaceRegister: Sendable {
  private struct State: ~Copyable {
    /// As the server gave them, rows of `list_place_names.sql`, until they are read.
    var listed: ResultSet?
    var names: PlaceNames?
  }

  private let state: Mutex<State>

  init(_ names: [PlaceName]) {
    state = Mutex(State(listed: nil, names: PlaceNames(names)))
  }

  /// Asks for all names.
  init(_ connection: inout Connection) throws(PostgresError) {
    state = Mutex(State(listed: try connection.query(Statement(.listPlaceNames)), names: nil))
  }

  /// The names, in the order of the catalog.
  ///
  /// - Throws: `PostgresError` where the server gave what is no name.
  func names() throws(PostgresError) -> PlaceNames {
    try state.withLock { state throws(PostgresError) in
      if let names = state.names { return names }
      let names: PlaceNames
      switch state.listed {
      case .some(let rows): names = try PlaceNames(rows)
      case .none: names = PlaceNames([])
      }
      state = State(listed: nil, names: names)
      return names
    }
  }
}

extension PlaceNames {
  /// Reads rows of `list_place_names.sql`, the official name of a place first.
  init(_ rows: borrowing ResultSet) throws(PostgresError) {
    let names = try rows.map { row throws(PostgresError) in try PlaceName(row) }
    self.init(names.sorted(by: PlaceName.isListedBefore))
  }
}

extension PlaceName {
  /// The order of the catalog: by place, its official name first, then by kind and text.
  fileprivate static func isListedBefore(_ one: PlaceName, _ other: PlaceName) -> Bool {
    if one.place != other.place { return one.place < other.place }
    if one.kind != other.kind {
      if one.kind == .official || other.kind == .official { return one.kind == .official }
      return one.kind.rawValue < other.kind.rawValue
    }
    return one.text < other.text
  }
}

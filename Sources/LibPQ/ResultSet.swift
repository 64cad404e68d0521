// The complete answer of one statement, kept in libpq's memory.

import CLibPQ

/// The rows of one answer, freed when its owner lets go of it; indexes start at 0.
public struct ResultSet: ~Copyable, @unchecked Sendable {
  // Sendable: a result does not change any more, and does not refer to its connection.

  let cells: Cells

  init(cells: Cells) {
    self.cells = cells
  }

  deinit {
    PQclear(cells.result)
  }

  /// How many rows there are.
  public var rowCount: Int { Int(PQntuples(cells.result)) }

  /// How many columns there are.
  public var columnCount: Int { cells.columnCount }

  /// How many rows the command inserted, updated, deleted, copied or selected.
  public var affectedRows: Int { Int(String(cString: PQcmdTuples(cells.result))) ?? 0 }

  /// The name of a column; the index must be below `columnCount`.
  public func columnName(_ column: Int) -> String { cells.columnName(column) }

  /// The names of all columns, in order.
  public var columnNames: [String] { (0..<columnCount).map { cells.columnName($0) } }

  /// The type of a column; the index must be below `columnCount`.
  public func columnType(_ column: Int) -> PostgresType { cells.columnType(column) }

  /// The server's text of a cell in range, whatever its type; nil is NULL.
  public func text(_ row: Int, _ column: Int) -> String? {
    precondition(row >= 0 && row < rowCount, "row \(row) of \(rowCount)")
    precondition(column >= 0 && column < columnCount, "column \(column) of \(columnCount)")
    return cells.text(row: row, column: column)
  }

  /// Reads a cell.
  ///
  /// - Parameters:
  ///   - row: The row, from 0.
  ///   - column: The column, from 0.
  ///   - type: What to read it as; `Optional` where NULL is allowed.
  /// - Returns: The value.
  /// - Throws: Kind `decoding` for NULL, another type, a value out of range, or no such cell.
  public func value<T: PostgresDecodable>(
    _ row: Int, _ column: Int, as type: T.Type = T.self
  ) throws(PostgresError) -> T {
    try cells.value(row: row, column: column, number: row + 1)
  }

  /// Reads a cell by the name of its column.
  ///
  /// - Parameters:
  ///   - row: The row, from 0.
  ///   - column: The column's name, exactly; of several alike the first.
  ///   - type: What to read it as; `Optional` where NULL is allowed.
  /// - Returns: The value.
  /// - Throws: Kind `decoding`, as by index.
  public func value<T: PostgresDecodable>(
    _ row: Int, _ column: String, as type: T.Type = T.self
  ) throws(PostgresError) -> T {
    try cells.value(row: row, column: cells.index(of: column), number: row + 1)
  }

  /// Visits all rows in turn.
  ///
  /// - Parameter body: Called for each row.
  /// - Throws: What `body` throws.
  public func forEach<E: Error>(_ body: (borrowing Row) throws(E) -> Void) throws(E) {
    for index in 0..<rowCount {
      try body(Row(cells: cells, index: index, number: index + 1))
    }
  }

  /// Makes a value of each row.
  ///
  /// - Parameter transform: Called for each row.
  /// - Returns: The values, in the order of the rows.
  /// - Throws: What `transform` throws.
  public func map<T, E: Error>(_ transform: (borrowing Row) throws(E) -> T) throws(E) -> [T] {
    var values: [T] = []
    values.reserveCapacity(rowCount)
    for index in 0..<rowCount {
      values.append(try transform(Row(cells: cells, index: index, number: index + 1)))
    }
    return values
  }
}
